"""`make try-package`: the .deb on a bare Debian 12, from its installation to its removal.

As root, on Linux. A bare Debian is made in .run/try; the package is installed there with nothing
but what it depends on; an ordinary user runs the self-test, the tour on a virtual screen, exports
a large fleet, opens that for review and more (`jobs.py`); starts are timed in turns with the
program as it lies here; then it is removed, the same work is done with the archive, and whatever is
left is named. All is printed as it happens. Exit status 1 at the first thing that is not so.
"""

import io
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simdesk.tour.steps import STEPS
from trying.bare import USER, Bare, TryError, say
from trying.jobs import Jobs
from trying.looks import look_at_installed, look_into
from trying.starts import RUNS, Starts

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / ".run" / "try"
HOME = f"/home/{USER}"
DATA = f"{HOME}/.local/share/simdesk"
ELSEWHERE = f"{HOME}/Büro 办公室 №1"
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
    archives = sorted((ROOT / "dist").glob("simdesk-*-linux-*.tar.zst"))
    if (len(packages), len(archives)) != (1, 1):
        print("there is no package in dist; `make package` makes it")
        return 1
    WORK.mkdir(parents=True, exist_ok=True)
    if isinstance(sys.stdout, io.TextIOWrapper):
        # In a file as well, our lines and those of the programs stand in the order they came.
        sys.stdout.reconfigure(line_buffering=True)
    try:
        with screen() as display:
            tried(Bare(WORK), packages[0], archives[0], display)
    except (TryError, subprocess.CalledProcessError) as error:
        print(f"\nFAILED: {error}")
        return 1
    print("\nAll of it went well.")
    return 0


def tried(bare: Bare, package: Path, archive: Path, display: str) -> None:
    """Install, use, time, remove; the archive as well. Raises TryError."""
    say(f"A bare Debian, and {package.name} of {package.stat().st_size / 1e6:.1f} MB")
    look_into(package)
    bare.make()
    before, packages_before = bare.files(), bare.packages()
    bare.install(package)
    brought = bare.packages() - packages_before - {"simdesk"}
    print(f"{len(brought)} packages came along: {' '.join(sorted(brought))}")
    look_at_installed(bare)

    say("The self-test, offscreen")
    bare.run("simdesk", "--version")
    bare.run("simdesk", "self-test", QT_QPA_PLATFORM="offscreen")
    toured(bare, display)
    worked(Jobs(bare, display, HOME))

    say(f"Starts, {RUNS} of each in turns: the package, then the sources")
    bare.run("simdesk", "demo", "--cards", "1000")
    bare.run("simdesk", "sync")
    starts = Starts(bare, ROOT, WORK / "data", DATA, display)
    slow = [what for what, times in starts.compared() if times > _MOST]
    if slow:
        raise TryError(f"more than {_MOST} times the time of the sources: {', '.join(slow)}")

    say("Removed")
    bare.remove({"simdesk"})
    say("The archive instead, by a user whose folder has blanks and letters of many countries")
    bare.unpack(archive, ELSEWHERE)
    worked(Jobs(bare, display, ELSEWHERE, "./simdesk/simdesk"))

    say("What is left")
    bare.remove(brought)
    left = sorted(bare.files() - before)
    print(f"the user's data: {'kept' if bare.inside(DATA).is_dir() else 'gone'}")
    print(f"anything else that was not there before: {' '.join(left) or 'nothing'}")
    if left or not bare.inside(f"{DATA}/fleets/demo/desk.db").is_file():
        raise TryError("something is left that should not be, or gone that should not be")


def toured(bare: Bare, display: str) -> None:
    """The self-test and every step of the tour in windows of X11. Raises TryError."""
    say("The self-test and the tour in windows of X11")
    xcb = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    bare.run("simdesk", "self-test", **xcb)
    bare.run("simdesk", "tour", "--out", f"{HOME}/tour", **xcb)
    pictures = sorted(bare.inside(f"{HOME}/tour").glob("*.png"))
    print(f"{len(pictures)} pictures of {len(STEPS)} steps")
    shutil.rmtree(WORK / "tour", ignore_errors=True)
    shutil.copytree(bare.inside(f"{HOME}/tour"), WORK / "tour", symlinks=True)
    if len(pictures) != len(STEPS):
        raise TryError("the tour is not complete")


def worked(jobs: Jobs) -> None:
    """A day's work, with a window and without. Raises TryError."""
    say("Work without a screen, in every locale, with processes of its own, and in a window")
    jobs.without_a_screen()
    jobs.in_every_locale()
    jobs.export_of_many()
    jobs.on_the_command_line()
    jobs.review()


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of this machine, not of the bare one: its libraries would help along."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), *_SCREEN]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
        around = {**os.environ, "DISPLAY": display}
        # Without a window manager no window ever has the keyboard.
        with subprocess.Popen(["openbox"], env=around, stderr=subprocess.DEVNULL) as manager:
            try:
                yield display
            finally:
                manager.terminate()
                server.terminate()


if __name__ == "__main__":
    sys.exit(main())
