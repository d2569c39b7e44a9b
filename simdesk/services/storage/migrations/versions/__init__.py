"""One script per revision, in a file named after it."""
