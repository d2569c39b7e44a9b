"""What stands on the screen when no fleet is open: two doors, and what was open before."""
