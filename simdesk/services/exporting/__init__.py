"""Large exports: written by a process of their own, so that the window's keeps its time."""
