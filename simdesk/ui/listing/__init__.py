"""Short lists in tables: the rows of a page, its columns, its painted cells."""
