"""What things are: the trade in words and tables. No Qt, no input or output, no SQL."""
