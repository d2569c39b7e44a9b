"""How things are kept: tables, the database's threads, and one store per group of tables."""
