"""The operator's guide inside the program."""
