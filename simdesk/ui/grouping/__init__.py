"""The values of one column with their cards: what to group by, and a click to narrow the search."""
