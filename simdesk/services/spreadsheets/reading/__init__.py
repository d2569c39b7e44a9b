"""Spreadsheets in: xlsx and csv of ours and of others, guarded, in chunks of rows."""
