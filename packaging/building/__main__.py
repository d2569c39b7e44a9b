"""`python -m building`: what `make package` does once everything of the lock is installed.

PyInstaller takes along what it finds, so it gets an environment of its own with nothing in it but
what is to be shipped, and PyInstaller.
"""

import os
import shutil
import sys
from pathlib import Path

from building.commands import ROOT, answer, call
from building.distributions import BUILDER, PROGRAM, needed
from building.requirements import lean

LOCK = ROOT / "requirements.lock"
WORK = ROOT / "build" / "package"
OUT = ROOT / "dist"
_LONG_AGO = "315532800"
"""The year 1980, in seconds since 1970: before it no archive can go."""
_PIP = ("-m", "pip", "--disable-pip-version-check", "--quiet")


def main() -> None:
    """Environment, program, packages."""
    python = environment()
    print("building the program (some minutes)", flush=True)
    fixed = {
        "SOURCE_DATE_EPOCH": answer("git", "log", "-1", "--format=%ct").strip() or _LONG_AGO,
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "packaging"))),
    }
    places: tuple[str | Path, ...] = ("--distpath", WORK, "--workpath", WORK / "work")
    builder = (python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *places)
    call(*builder, "simdesk.spec", **fixed)
    call(python, "-m", "building.packages", WORK, OUT, **fixed)


def environment() -> Path:
    """Its Python. The libraries are installed again when the lock has changed, SimDesk always."""
    names = needed((PROGRAM, BUILDER)).keys() - {PROGRAM}
    wanted = lean(LOCK.read_text("utf-8"), names)
    installed = WORK / "installed.txt"
    venv = WORK / "venv"
    python = venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists() or not installed.exists() or installed.read_text("utf-8") != wanted:
        print(f"making the environment in {venv}", flush=True)
        call(sys.executable, "-m", "venv", "--clear", venv)
        listed = WORK / "requirements.txt"
        listed.write_text(wanted, "utf-8")
        call(python, *_PIP, "install", "--require-hashes", "--no-deps", "-r", listed)
        listed.replace(installed)
    wheels = WORK / "wheel"
    shutil.rmtree(wheels, ignore_errors=True)
    own = ("wheel", "--no-index", "--no-build-isolation", "--no-deps", "--wheel-dir", wheels)
    call(sys.executable, *_PIP, *own, ROOT)
    install = ("install", "--no-index", "--no-deps", "--force-reinstall")
    call(python, *_PIP, *install, *wheels.glob("*.whl"))
    return python


if __name__ == "__main__":
    main()
