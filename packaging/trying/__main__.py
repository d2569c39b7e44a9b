"""`make try-package`: the .deb on a bare Debian 12, from its installation to its removal.

As root, on Linux. A bare Debian is made in .run/try; the package is installed there with nothing
but what it depends on; an ordinary user runs the self-test, the tour on a virtual screen and a
review; starts are timed in turns with the program as it lies here; then it is removed, and whatever
is left is named. All is printed as it happens. Exit status 1 at the first thing that is not so.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trying.bare import USER, Bare, TryError, say
from trying.starts import RUNS, Starts

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".run" / "try"
HOME = f"/home/{USER}"
DATA = f"{HOME}/.local/share/simdesk"
_INSIDE = "SIMDESK_TRY_INSIDE"
_SCREEN = ("-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-ac")
_MOST = 1.5
"""Times that a start may take of the same start from the sources."""


def main() -> int:
    """Everything in its order; the exit status."""
    if os.environ.get(_INSIDE) is None:
        # In a space of mounts of its own, which ends with this process, whatever happens.
        os.environ[_INSIDE] = "yes"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, "-m", "trying"])
    packages = sorted((ROOT / "dist").glob("simdesk_*_amd64.deb"))
    if len(packages) != 1:
        print("there is no package in dist; `make package` makes it")
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    try:
        with screen() as display:
            tried(Bare(WORK), packages[0], display)
    except (TryError, subprocess.CalledProcessError) as error:
        print(f"\nFAILED: {error}")
        return 1
    print("\nAll of it went well.")
    return 0


def tried(bare: Bare, package: Path, display: str) -> None:
    """Install, use, time, remove. Raises TryError."""
    say(f"A bare Debian, and {package.name} of {package.stat().st_size / 1e6:.1f} MB")
    bare.make()
    before = bare.files()
    packages_before = bare.packages()
    bare.install(package)
    brought = bare.packages() - packages_before - {"simdesk"}
    print(f"{len(brought)} packages came along: {' '.join(sorted(brought))}")

    say("The self-test, offscreen")
    bare.run("simdesk", "--version")
    bare.run("simdesk", "self-test", QT_QPA_PLATFORM="offscreen")
    xcb = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    say("The self-test and the tour in windows of X11")
    bare.run("simdesk", "self-test", **xcb)
    bare.run("simdesk", "tour", "--out", f"{HOME}/tour", **xcb)
    pictures = sorted((bare.root / HOME.lstrip("/") / "tour").glob("*.png"))
    print(f"{len(pictures)} pictures")
    shutil.rmtree(WORK / "tour", ignore_errors=True)
    shutil.copytree(bare.root / HOME.lstrip("/") / "tour", WORK / "tour", symlinks=True)

    say(f"Starts, {RUNS} of each in turns: the package, then the sources")
    bare.run("simdesk", "demo", "--cards", "1000")
    bare.run("simdesk", "sync")
    starts = Starts(bare, ROOT, WORK / "data", DATA, display)
    slow = [what for what, times in starts.compared() if times > _MOST]
    if slow:
        raise TryError(f"more than {_MOST} times the time of the sources: {', '.join(slow)}")

    say("Removed")
    bare.remove(brought)
    left = sorted(bare.files() - before)
    print(f"the user's data: {'kept' if (bare.root / DATA.lstrip('/')).is_dir() else 'gone'}")
    print(f"anything else that was not there before: {' '.join(left) or 'nothing'}")
    if left or not (bare.root / DATA.lstrip("/")).is_dir():
        raise TryError("something is left that should not be, or gone that should not be")


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of this machine, not of the bare one: its libraries would help along."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), *_SCREEN]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        # Without a window manager no window ever has the keyboard.
        with subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": display}) as manager:
            try:
                yield display
            finally:
                manager.terminate()
                server.terminate()


if __name__ == "__main__":
    sys.exit(main())
