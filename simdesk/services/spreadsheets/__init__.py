"""Spreadsheets out: xlsx and csv, streamed from row tuples."""
