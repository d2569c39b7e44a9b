"""Spreadsheets opened like fleets: read by a process of their own into a desk's file."""
