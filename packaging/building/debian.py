"""The Debian package: what lies where in it, and what it says of itself."""

import gzip
import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from building.commands import call

MAINTAINER = "The SimDesk authors <simdesk@localhost>"
RECOMMENDED = ("fonts-noto-cjk",)
NEWER_NAMES = {"libglib2.0-0": "libglib2.0-0t64"}
"""What later releases call a package: whichever is there will do."""
_HOME = Path("usr/lib/simdesk")
_DOCUMENTS = Path("usr/share/doc/simdesk")
_TEXT = "_internal/simdesk/resources/third-party-licences.txt"
_COMPRESSION = ("-Zzstd", "-z12")
"""Debian 12 reads zstd; xz or the highest levels save a tenth and take minutes."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What is packed: the built program's folder and the files that are written beside it."""

    program: Path
    desktop_entries: tuple[Path, ...]
    drawing: Path
    pictures: dict[int, bytes]
    manual: str
    changes: str
    sbom: str
    licence: str


def control(version: str, depends: Iterable[str], kilobytes: int) -> str:
    """The control file; `kilobytes` is the size when installed."""
    renamed = [
        f"{name} | {NEWER_NAMES[name]}" if name in NEWER_NAMES else name for name in sorted(depends)
    ]
    return (
        "Package: simdesk\n"
        f"Version: {version}\n"
        "Section: misc\n"
        "Priority: optional\n"
        "Architecture: amd64\n"
        f"Maintainer: {MAINTAINER}\n"
        f"Installed-Size: {kilobytes}\n"
        f"Depends: {', '.join(renamed)}\n"
        f"Recommends: {', '.join(RECOMMENDED)}\n"
        "Description: desktop for people who run fleets of IoT SIM cards\n"
        " Keeps the whole fleet on this computer: finds cards among a million while one\n"
        " types, tops up, suspends, resumes or cancels one or ten thousand of them with a\n"
        " preview before anything is sent, and opens spreadsheets of cards for review.\n"
    )


def copyright_file(licence: str) -> str:
    """Debian's copyright file: our licence in full, and where those of others are."""
    body = "\n".join(f" {line}" if line.strip() else " ." for line in licence.strip().splitlines())
    return (
        "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n"
        "Upstream-Name: SimDesk\n"
        "Comment: The program comes with libraries of others. Their licences, each in full, are\n"
        f" in /{_DOCUMENTS}/third-party-licences.txt.\n"
        "\n"
        "Files: *\n"
        "Copyright: The SimDesk authors\n"
        "License: Expat\n"
        f"{body}\n"
    )


def write_tree(root: Path, contents: Contents) -> None:
    """Lay everything out below `root`, which must not be there yet, as it will be installed."""
    shutil.copytree(contents.program, root / _HOME, symlinks=True)
    # PyInstaller takes files of system libraries with the modes they have.
    for path in (root / _HOME).rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path.name == "simdesk" else 0o644)
    _link(root / "usr/bin/simdesk", "../lib/simdesk/simdesk")
    for entry in contents.desktop_entries:
        _put(root / "usr/share/applications" / entry.name, entry.read_bytes())
    icons = root / "usr/share/icons/hicolor"
    for size, picture in contents.pictures.items():
        _put(icons / f"{size}x{size}" / "apps/simdesk.png", picture)
    _put(icons / "scalable/apps/simdesk.svg", contents.drawing.read_bytes())
    _put(root / "usr/share/man/man1/simdesk.1.gz", _packed(contents.manual))
    documents = root / _DOCUMENTS
    _put(documents / "changelog.gz", _packed(contents.changes))
    _put(documents / "copyright", copyright_file(contents.licence).encode())
    _put(documents / "simdesk.cdx.json", contents.sbom.encode())
    _link(documents / "third-party-licences.txt", f"../../../lib/simdesk/{_TEXT}")


def build(root: Path, version: str, depends: Iterable[str], out: Path) -> Path:
    """Make the package of the tree below `root` in the folder `out`; its path."""
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    kilobytes = sum(path.stat().st_size for path in files) // 1024
    sums = "".join(f"{_md5(path)}  {path.relative_to(root)}\n" for path in files)
    _put(root / "DEBIAN/control", control(version, depends, kilobytes).encode())
    _put(root / "DEBIAN/md5sums", sums.encode())
    package = out / f"simdesk_{version}_amd64.deb"
    call("dpkg-deb", "--root-owner-group", *_COMPRESSION, "--build", root, package)
    return package


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _link(path: Path, target: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)


def _packed(words: str) -> bytes:
    return gzip.compress(words.encode(), mtime=0)


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
