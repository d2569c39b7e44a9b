"""One file per dialog; each is opened with `open()` and never stops the loop."""
