"""Charts: `series` is free of drawing libraries, only `plot` imports pyqtgraph."""
