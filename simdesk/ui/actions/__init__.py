"""What one can press: the form of an action, then one file per area."""
