"""What one sees: no SQL, no business rule; services are handed in."""
