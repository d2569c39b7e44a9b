"""Finding: quick search, chips, the advanced-search dock, saved searches and pasted lists."""
