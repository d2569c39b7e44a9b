"""Spreadsheets opened for review: understood, loaded, shown, compared, brought back."""
