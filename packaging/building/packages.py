"""`python -m building.packages WORK OUT`: packages of the program that PyInstaller has built.

WORK is the folder that `make package` builds in: the program lies in it, and where each of its
files came from is written in `work/simdesk`. What is made for this system is put into OUT.
"""

import hashlib
import json
import os
import platform
import shutil
import sys
from importlib.metadata import distribution
from pathlib import Path

import bootstrap
from building import debian
from building.commands import call
from building.distributions import PROGRAM, direct
from building.icons import SIZES, png
from building.libraries import Linked, depends, of_system
from building.manual import manual
from building.sbom import sbom
from building.shipped import parts
from simdesk import __version__
from simdesk.cli import parser

ROOT = Path(__file__).resolve().parents[2]
DRAWING = ROOT / "resources/icons/simdesk.svg"


def main(work: Path, out: Path) -> None:
    """Make the packages of this system, the list of parts, and the sums to check them by."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    origins: dict[str, str] = json.loads((work / "work/simdesk/origins.json").read_text("utf-8"))
    lent = [Path(source) for source in origins.values() if of_system(source)]
    listed = sbom(PROGRAM, __version__, direct(distribution(PROGRAM)), parts(lent))
    (out / f"simdesk_{__version__}.cdx.json").write_text(listed, "utf-8")
    if sys.platform == "linux":
        made = [_deb(work, out, origins, listed), _archive(work, out)]
    else:
        made = [_zip(work, out)]
    sums = "".join(f"{hashlib.sha256(one.read_bytes()).hexdigest()}  {one.name}\n" for one in made)
    (out / "SHA256SUMS").write_text(sums, "utf-8")
    for one in made:
        print(f"{one.stat().st_size / 1e6:7.1f} MB  {one}")


def _deb(work: Path, out: Path, origins: dict[str, str], listed: str) -> Path:
    contents = debian.Contents(
        program=work / "simdesk",
        desktop_entries=tuple(sorted((ROOT / "packaging/linux").glob("*.desktop"))),
        drawing=DRAWING,
        pictures={size: png(DRAWING, size) for size in SIZES},
        manual=manual(parser(), __version__),
        changes=(ROOT / "CHANGELOG.md").read_text("utf-8"),
        sbom=listed,
        licence=(ROOT / "LICENSE").read_text("utf-8"),
    )
    linked = [Linked.of(Path(source)) for source in origins.values()]
    known = bootstrap.LIBRARIES | bootstrap.DISPLAY_LIBRARIES
    wanted = depends(linked, (Path(place).name for place in origins), known)
    tree = work / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    debian.write_tree(tree, contents)
    package = debian.build(tree, __version__, wanted, out)
    shutil.rmtree(tree)
    return package


def _archive(work: Path, out: Path) -> Path:
    """The folder to unpack anywhere: the same bytes for the same files."""
    archive = out / f"simdesk-{__version__}-linux-{platform.machine()}.tar.zst"
    moment = os.environ.get("SOURCE_DATE_EPOCH", "0")
    call(
        *("tar", "--sort=name", f"--mtime=@{moment}", "--owner=0", "--group=0"),
        *("--numeric-owner", "-I", "zstd -T0 -12", "-cf", archive, "-C", work, "simdesk"),
    )
    return archive


def _zip(work: Path, out: Path) -> Path:
    name = "SimDesk.app" if sys.platform == "darwin" else "simdesk"
    system = "macos" if sys.platform == "darwin" else "windows"
    base = out / f"simdesk-{__version__}-{system}-{platform.machine().lower()}"
    if sys.platform == "darwin":  # zip alone loses the links and the rights inside of a bundle
        call("ditto", "-c", "-k", "--keepParent", work / name, f"{base}.zip")
        return base.with_name(f"{base.name}.zip")
    return Path(shutil.make_archive(str(base), "zip", work, name))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
