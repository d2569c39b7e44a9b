"""Sets SimDesk up from a fresh clone and runs it: `python3 bootstrap.py run` (or test, lint, ...).

Needs nothing but Python. Installs missing system libraries through apt where it may, makes the
environment in ./.venv from requirements.lock with hashes required, and does nothing when all of
that is up to date. pip and apt are used as this machine configures them.
"""

import argparse
import ctypes
import hashlib
import importlib.util
import os
import platform
import shutil
import ssl
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
RUN = ROOT / ".run"
STAMP = VENV / "simdesk.stamp"
LOCK = ROOT / "requirements.lock"
SYSTEM = platform.system()
LINUX = SYSTEM == "Linux"
PYTHONS = ((3, 11), (3, 13))

# What the libraries from the lock need of the system, and the Debian package that brings it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
}
DISPLAY_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}  # Debian 13, Ubuntu 24.04
MOST_WORKERS = 8  # each collects all tests before it runs any
TRANSLATED = ("zh_CN",)  # what the sources say is English already
OFFICE = "libreoffice-calc-nogui"
BUILDERS = {"dpkg-deb": "dpkg", "objdump": "binutils", "zstd": "zstd"}
TRIERS = {"debootstrap": "debootstrap", "Xvfb": "xvfb", "openbox": "openbox", "xdotool": "xdotool"}
CHINESE_FONTS = ("*cjk*", "*wqy*", "*droidsansfallback*", "*uming*", "*ukai*")


def say(words: str) -> None:
    print(f"simdesk: {words}", flush=True)


def stop(words: str) -> None:
    raise SystemExit(f"simdesk: {words}")


# Python itself


def need_python() -> None:
    """Go on with a Python the program runs on, or say which one is wanted."""
    lowest, highest = PYTHONS
    if lowest <= sys.version_info[:2] <= highest:
        return
    for minor in range(highest[1], lowest[1] - 1, -1):
        other = shutil.which(f"python3.{minor}")
        if other is not None and runs(other):
            os.execv(other, [other, *sys.argv])
    stop(
        "needs Python 3.11, 3.12 or 3.13; this is"
        f" {sys.version_info[0]}.{sys.version_info[1]} and no other was found on PATH."
    )


def runs(python: str | Path) -> bool:
    try:
        ended = subprocess.run([python, "-c", "pass"], check=False, capture_output=True)
    except OSError:
        return False
    return ended.returncode == 0


# The system


def has_display() -> bool:
    if SYSTEM != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def missing_packages() -> list[str]:
    """Debian's names of what this Linux lacks."""
    libraries = LIBRARIES | (DISPLAY_LIBRARIES if has_display() else {})
    missing = [package for library, package in libraries.items() if not loads(library)]
    if not VENV.exists() and not can_make_environment():
        missing.append(f"python3.{sys.version_info[1]}-venv")
    if not has_certificates():
        missing.append("ca-certificates")
    if not has_chinese_font():
        missing.append("fonts-noto-cjk")
    return missing


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_environment() -> bool:
    return all(importlib.util.find_spec(name) is not None for name in ("venv", "ensurepip"))


def has_certificates() -> bool:
    paths = ssl.get_default_verify_paths()
    if paths.cafile:
        return True
    folder = Path(paths.capath or "/etc/ssl/certs")
    return folder.is_dir() and any(folder.iterdir())


def has_chinese_font() -> bool:
    lister = shutil.which("fc-list")
    if lister is not None:
        listed = subprocess.run([lister, ":lang=zh"], check=False, capture_output=True)
        return bool(listed.stdout.strip())
    folders = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
    names = [
        path.name.lower()
        for folder in folders
        for path in Path(folder).expanduser().glob("**/*.[to]t[cf]")
    ]
    return any(Path(name).match(font) for name in names for font in CHINESE_FONTS)


def install_packages(packages: Sequence[str]) -> None:
    """Install Debian packages, or say the line that does and stop."""
    if not packages:
        return
    if shutil.which("apt-get") is None:
        say(f"this system lacks what Debian calls: {' '.join(packages)}; going on without.")
        return
    before: list[str] = []
    if os.geteuid() != 0:
        line = f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
        if not may_sudo():
            stop(f"system libraries are missing. Install them, then repeat:\n\n    {line}\n")
        before = ["sudo", "DEBIAN_FRONTEND=noninteractive"]
    say(f"installing {', '.join(packages)} with apt")
    apt = [*before, "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    if subprocess.run([*apt, "update"], check=False, env=environment).returncode:
        say("apt-get update failed; trying with the package lists that are there.")
    names = [known_name(package) for package in packages]
    command = [*apt, "install", "-y", "--no-install-recommends", *names]
    if subprocess.run(command, check=False, env=environment).returncode:
        stop(f"apt could not install {' '.join(names)}; what it said stands above.")


def may_sudo() -> bool:
    sudo = shutil.which("sudo")
    if sudo is None:
        return False
    return subprocess.run([sudo, "-n", "true"], check=False, capture_output=True).returncode == 0


def known_name(package: str) -> str:
    """The package's name on this release."""
    newer = RENAMED.get(package)
    if newer is None:
        return package
    shown = subprocess.run(["apt-cache", "show", newer], check=False, capture_output=True)
    return newer if shown.stdout.strip() else package


# The environment


def python() -> Path:
    return VENV / ("Scripts/python.exe" if SYSTEM == "Windows" else "bin/python")


def wanted_stamp() -> str:
    digest = hashlib.sha256()
    for path in (LOCK, ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def set_up() -> None:
    """Everything `run` and `test` need; at once when nothing has changed."""
    if LINUX:
        install_packages(missing_packages())
    stamp = wanted_stamp()
    if STAMP.is_file() and STAMP.read_text() == stamp and runs(python()):
        return
    if not runs(python()):
        say(f"making the environment in {VENV}")
        make_environment()
    say("installing the libraries of requirements.lock (a few minutes the first time)")
    pip: list[str | Path] = [python(), "-m", "pip", "--disable-pip-version-check", "install"]
    # The lock is complete. Resolving it again would take the newest release for a library's extra
    # ("coverage[toml]"), which no longer is the locked one, and stop there.
    call([*pip, "--require-hashes", "--no-deps", "-r", LOCK])
    call([*pip, "--quiet", "--no-build-isolation", "--no-deps", "-e", ROOT])
    STAMP.write_text(stamp)


def make_environment() -> None:
    # Apt may have brought ensurepip since this process began: ask a new one.
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=False)
    if made.returncode:
        stop("the environment could not be made; what Python said stands above.")


def call(command: Sequence[str | Path], **environment: str) -> None:
    """Run in the project's folder; a failure ends this program with the same status."""
    ended = subprocess.run(command, check=False, cwd=ROOT, env=os.environ | environment)
    if ended.returncode:
        raise SystemExit(ended.returncode)


# What one can ask for


def simdesk(*arguments: str | Path, **environment: str) -> None:
    call([python(), "-m", "simdesk", *arguments], **environment)


def pytest(*arguments: str) -> None:
    # The workers must agree on the names of tests, some of which show sets.
    call([python(), "-m", "pytest", *arguments], QT_QPA_PLATFORM="offscreen", PYTHONHASHSEED="0")


def run(rest: Sequence[str]) -> None:
    set_up()
    if has_display():
        simdesk("--data", RUN, *rest)
    else:
        say("no display (neither DISPLAY nor WAYLAND_DISPLAY is set): the tour runs offscreen")
        tour(rest)


def tour(rest: Sequence[str]) -> None:
    set_up()
    pictures = RUN / "tour"
    simdesk("tour", "--out", pictures, *rest, QT_QPA_PLATFORM="offscreen")
    say(f"the pictures are in {pictures}")


def test(rest: Sequence[str]) -> None:
    set_up()
    pytest(*(rest or ("-n", str(workers()), "--dist", "worksteal")))


def workers() -> int:
    """How many processes keep the processors busy: the walks through the window mostly wait."""
    return min(os.cpu_count() or 1, MOST_WORKERS) + 1


def cover(rest: Sequence[str]) -> None:
    set_up()
    kept_apart = "not years and not interop and not bench and not torture"
    spread = ("-n", str(workers()), "--dist", "worksteal")
    pytest(*spread, "-m", kept_apart, "--cov", "--cov-report=", *rest)
    call([python(), ROOT / "tests" / "coverage_goals.py"])


def lint(rest: Sequence[str]) -> None:
    set_up()
    call([python(), "-m", "ruff", "check", *rest])
    call([python(), "-m", "ruff", "format", "--check", *rest])


def types(rest: Sequence[str]) -> None:
    set_up()
    call([python(), "-m", "mypy", *rest])


def interop(rest: Sequence[str]) -> None:
    set_up()
    if shutil.which("soffice") is None and LINUX:
        install_packages([OFFICE])
    pytest("-m", "interop", *rest)


def years(rest: Sequence[str]) -> None:
    set_up()
    os.environ.setdefault("SIMDESK_YEARS_DAYS", "730")
    os.environ["SIMDESK_YEARS_SEEDS"] = " ".join(seeds(os.environ.get("SEEDS") or "1..5"))
    pytest("-n", "2", "-m", "years", *rest)


def torture(rest: Sequence[str]) -> None:
    set_up()
    os.environ["SIMDESK_TORTURE_SEEDS"] = " ".join(seeds(os.environ.get("SEEDS") or ""))
    # The first of three waits for programs, disks and locks; two keep the processors busy.
    pytest("-n", "3", "--dist", "worksteal", "-m", "torture", "tests/torture", *rest)


def fuzz(rest: Sequence[str]) -> None:
    set_up()
    files = os.environ.get("N") or "5000"
    call([python(), "-m", "tests.fuzz.run", files, *rest])
    call([python(), "-m", "tests.fuzz.product", str(int(files) // 100)])


def translations(rest: Sequence[str]) -> None:
    """Bring what the sources say into the .ts files, and these into the .qm files beside them.

    No places and in order, so that two branches merge; what is not sure does not get into a .qm.
    """
    set_up()
    sources = sorted((ROOT / "simdesk").rglob("*.py"))
    with tempfile.TemporaryDirectory() as folder:
        listed = Path(folder) / "sources"
        listed.write_text("\n".join(map(str, sources)), "utf-8")
        for code in TRANSLATED:
            ts = ROOT / "resources" / "languages" / f"simdesk_{code}.ts"
            form = ("-locations", "none", "-sort-messages", "-no-obsolete")
            spoken = ("-source-language", "en", "-target-language", code)
            call([tool("lupdate"), f"@{listed}", *form, *spoken, *rest, "-ts", ts])
            call([tool("lrelease"), "-nounfinished", ts, "-qm", ts.with_suffix(".qm")])


def tool(name: str) -> Path:
    """One of Qt's programs, as PySide6 brings it."""
    return python().with_name(f"pyside6-{name}{'.exe' if SYSTEM == 'Windows' else ''}")


def seeds(words: str) -> list[str]:
    """Seeds one by one: `7 8 9`, or `1..20`."""
    found: list[str] = []
    for word in words.split():
        first, _, last = word.partition("..")
        found.extend(str(seed) for seed in range(int(first), int(last or first) + 1))
    return found


def bench(rest: Sequence[str]) -> None:
    set_up()
    cards, runs = os.environ.get("CARDS") or "100000", os.environ.get("RUNS") or "5"
    command = (python(), "-m", "tests.benchmarks.run", "--cards", cards, "--runs", runs)
    call((*command, *rest), QT_QPA_PLATFORM="offscreen")


def package(rest: Sequence[str]) -> None:
    set_up()
    if LINUX:
        install_packages(missing_builders())
    call([python(), "-m", "building", *rest], PYTHONPATH=str(ROOT / "packaging"))


def missing_builders() -> list[str]:
    """Debian's names of what building a package takes and this Linux lacks."""
    missing = [package for tool, package in BUILDERS.items() if shutil.which(tool) is None]
    own = f"libpython3.{sys.version_info[1]}.so.1.0"
    if not loads(own) and not Path(sys.base_prefix, "lib", own).exists():
        missing.append(own.partition(".so")[0])
    return missing


def try_package(rest: Sequence[str]) -> None:
    if not LINUX or os.geteuid() != 0:
        stop("`try-package` makes a bare Debian in a folder: on Linux, as root.")
    set_up()
    install_packages([name for tool, name in TRIERS.items() if not shutil.which(tool)])
    call([python(), "-m", "trying", *rest], PYTHONPATH=str(ROOT / "packaging"))


def guide(rest: Sequence[str]) -> None:
    set_up()
    for book in sorted((ROOT / "resources" / "guide").iterdir()):
        taken = RUN / f"tour-{book.name}"
        asked: tuple[str | Path, ...] = ("--out", taken, "--language", book.name, *rest)
        simdesk("tour", *asked, QT_QPA_PLATFORM="offscreen")
        chosen = (python(), "-m", "simdesk.tour.guide_pictures", taken, book / "pictures")
        call(chosen, QT_QPA_PLATFORM="offscreen")


def lock(rest: Sequence[str]) -> None:
    uv = shutil.which("uv")
    if uv is None:
        stop("`lock` needs uv on PATH (https://docs.astral.sh/uv/).")
    call(
        [
            str(uv),
            *("pip", "compile", "--universal", "--generate-hashes", "--no-header"),
            *("--no-annotate", "--group", "dev", "--python-version", "3.11"),
            *("-o", LOCK.name, "pyproject.toml", *rest),
        ]
    )


def setup(rest: Sequence[str]) -> None:
    del rest
    set_up()


TASKS: dict[str, tuple[Callable[[Sequence[str]], None], str]] = {
    "run": (run, "open SimDesk, its fleets in ./.run; without a display, run the tour"),
    "test": (test, "run all tests offscreen"),
    "cover": (cover, "run the tests, count the lines they cover, fail below the goals"),
    "lint": (lint, "ruff: rules and format"),
    "types": (types, "mypy, strict"),
    "interop": (interop, "exports read by other programs; installs LibreOffice"),
    "years": (years, "long simulated lives; SEEDS in the environment: `7 8 9` or `1..20`"),
    "bench": (bench, "all goals of speed in one table; CARDS and RUNS in the environment"),
    "torture": (torture, "kills at every point; TIER=ci or night and SEEDS in the environment"),
    "fuzz": (fuzz, "broken and hostile spreadsheets, read apart; N in the environment: how many"),
    "tour": (tour, "the window driven through the job: ./.run/tour; ARGS=--variants: all eight"),
    "translations": (translations, "gather what is said into resources/languages, compile that"),
    "package": (package, "build the program and its packages into ./dist"),
    "try-package": (try_package, "install the .deb in a bare Debian, use it, remove it; as root"),
    "guide": (
        guide,
        "take the tour in each language, and the pictures of guide and README from it",
    ),
    "lock": (lock, "write requirements.lock anew; needs uv"),
    "setup": (setup, "only set up"),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description="Sets SimDesk up and runs it.",
        epilog="\n".join(f"  {name:12} {words}" for name, (_, words) in TASKS.items()),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("task", choices=TASKS, metavar="task", help="one of those below")
    asked, rest = parser.parse_known_args()
    need_python()
    try:
        TASKS[asked.task][0](rest)
    except KeyboardInterrupt:
        stop("interrupted")


if __name__ == "__main__":
    main()
