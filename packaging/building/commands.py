"""Other programs, started."""

import subprocess
from pathlib import Path


def call(*words: str | Path, folder: Path | None = None) -> None:
    """Run a command. Raises CalledProcessError; what it said stands above."""
    subprocess.run(words, check=True, cwd=folder)
