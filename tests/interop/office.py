"""LibreOffice as an operator would use it, without its window."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


def saved_again(paths: Sequence[Path], folder: Path, form: str = "xlsx") -> list[Path]:
    """The files as LibreOffice saves them into `folder`; one start of it for all."""
    soffice = shutil.which("soffice")
    assert soffice is not None, "needs LibreOffice: `make interop` installs it"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", form, "--outdir", folder, *paths]
    ended = subprocess.run(command, capture_output=True, timeout=240, check=False)
    assert ended.returncode == 0, ended.stderr
    saved = [folder / f"{path.stem}.{form.partition(':')[0]}" for path in paths]
    assert all(path.exists() for path in saved), ended.stderr
    return saved
