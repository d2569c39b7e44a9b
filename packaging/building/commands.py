"""Other programs, started."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def call(*words: str | Path, **environment: str) -> None:
    """Run a command in the project's folder. Raises CalledProcessError; what it said stands above.

    `environment` is added to ours.
    """
    subprocess.run(words, check=True, cwd=ROOT, env=os.environ | environment)


def answer(*words: str | Path) -> str:
    """What a command prints, empty when it fails or is not there."""
    try:
        told = subprocess.run(words, check=True, capture_output=True, text=True, cwd=ROOT)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.stdout
