"""The Debian package: its control file, what lies where, and what its menu entries promise."""

import argparse
import configparser
import gzip
import re
import shlex
from pathlib import Path

import pytest

import bootstrap
from building import debian
from building.libraries import PACKAGES, Linked, depends, left_out
from building.manual import manual
from simdesk import __version__
from simdesk.cli import parser

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = sorted((ROOT / "packaging/linux").glob("*.desktop"))
KNOWN = {"libGL.so.1": "libgl1", "libglib-2.0.so.0": "libglib2.0-0"}


def fields(control: str) -> dict[str, str]:
    """A control file read as Debian's tools do: a line that begins with a blank goes on."""
    assert control.endswith("\n")
    whole = re.sub(r"\n ", "\n\t", control).replace("\n\t", " ")
    return dict(line.split(": ", 1) for line in whole.splitlines())


def test_the_control_file() -> None:
    told = fields(debian.control("1.2.3", {"libgl1", "libglib2.0-0", "libc6 (>= 2.35)"}, 4_567))
    assert told["Package"] == "simdesk"
    assert told["Version"] == "1.2.3"
    assert told["Architecture"] == "amd64"
    assert told["Installed-Size"] == "4567"
    assert told["Depends"] == "libc6 (>= 2.35), libgl1, libglib2.0-0 | libglib2.0-0t64"
    assert told["Recommends"] == "fonts-noto-cjk"
    assert {"Section", "Priority", "Maintainer", "Description"} <= told.keys()


def test_the_readme_lists_the_libraries_that_the_archive_does_not_bring() -> None:
    told = (ROOT / "README.md").read_text("utf-8")
    (listed,) = re.findall(r"sudo apt install (libdbus[^`]+)```", told)
    known = bootstrap.LIBRARIES | bootstrap.DISPLAY_LIBRARIES
    assert listed.replace("\\", " ").split() == sorted(known.values())


OBJDUMP = """
/lib/example.so:     file format elf64-x86-64

Dynamic Section:
  NEEDED               libQt6Core.so.6
  NEEDED               libc.so.6
  SONAME               libexample.so

Version References:
  required from libc.so.6:
    0x09691a75 0x00 04 GLIBC_2.2.5
    0x06969195 0x00 03 GLIBC_2.35
    0x069691b4 0x00 02 GLIBC_2.4
"""


def test_what_a_library_needs_is_read() -> None:
    assert Linked.read(OBJDUMP) == Linked(("libQt6Core.so.6", "libc.so.6"), 35)
    assert Linked.read("") == Linked((), 0)


def test_what_is_needed_and_not_brought_along_is_depended_on() -> None:
    linked = [Linked(("libQt6Core.so.6", "libc.so.6"), 31), Linked(("libz.so.1",), 35)]
    assert depends(linked, ["libQt6Core.so.6"], KNOWN) == {
        "libc6 (>= 2.35)",
        "libgl1",
        "libglib2.0-0",
        "zlib1g",
    }
    with pytest.raises(KeyError, match=r"libQt6Core\.so\.6"):
        depends(linked, [], KNOWN)
    assert set(PACKAGES).isdisjoint(KNOWN)


def test_libraries_of_the_system_stay_with_it_but_for_those_of_python() -> None:
    origins = {
        "python3.11/lib-dynload/_ssl.so": "/python/_ssl.so",
        "libssl.so.3": "/usr/lib/x86_64-linux-gnu/libssl.so.3",
        "libcrypto.so.3": "/lib/x86_64-linux-gnu/libcrypto.so.3",
        "libX11.so.6": "/lib/x86_64-linux-gnu/libX11.so.6",
        "libffi.so.8": "/lib/x86_64-linux-gnu/libffi.so.8",
        "PySide6/Qt/lib/libQt6Gui.so.6": "/venv/PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt/lib/libQt6EglFS.so.6": "/venv/PySide6/Qt/lib/libQt6EglFS.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so": "/venv/PySide6/Qt/plugins/libqxcb.so",
        "numpy.libs/libopenblas.so": "/venv/numpy.libs/libopenblas.so",
    }
    needs = {
        "python3.11/lib-dynload/_ssl.so": ("libssl.so.3",),
        "libssl.so.3": ("libcrypto.so.3", "libc.so.6"),
        "PySide6/Qt/plugins/platforms/libqxcb.so": ("libQt6Gui.so.6", "libX11.so.6"),
    }
    linked = {place: Linked(needs.get(place, ()), 0) for place in origins}
    assert left_out(origins, linked) == {
        "libX11.so.6",  # the desktop's
        "libffi.so.8",  # nobody needs it
        "libQt6EglFS.so.6",  # its plugin does not go along
    }


def test_the_tree_as_it_is_installed(tmp_path: Path) -> None:
    program = tmp_path / "simdesk"
    (program / "_internal").mkdir(parents=True)
    for path in (program / "simdesk", program / "_internal/libc.so"):
        path.write_bytes(b"ELF")
        path.chmod(0o700)
    (program / "_internal/link.so").symlink_to("libc.so")
    contents = debian.Contents(
        program, tuple(ENTRIES), ROOT / "resources/icons/simdesk.svg", {16: b"png"},
        manual="page", changes="changes", sbom="{}", licence=(ROOT / "LICENSE").read_text(),
    )  # fmt: skip
    root = tmp_path / "deb"
    debian.write_tree(root, contents)
    assert (root / "usr/bin/simdesk").resolve() == root / "usr/lib/simdesk/simdesk"
    assert (root / "usr/lib/simdesk/simdesk").stat().st_mode & 0o777 == 0o755
    assert (root / "usr/lib/simdesk/_internal/libc.so").stat().st_mode & 0o777 == 0o644
    assert (root / "usr/lib/simdesk/_internal/link.so").is_symlink()
    assert (root / "usr/share/icons/hicolor/16x16/apps/simdesk.png").read_bytes() == b"png"
    page = (root / "usr/share/man/man1/simdesk.1.gz").read_bytes()
    assert gzip.decompress(page) == b"page"
    assert page == gzip.compress(b"page", mtime=0)
    documents = root / "usr/share/doc/simdesk"
    assert "Permission is hereby granted" in (documents / "copyright").read_text()
    licences = (documents / "third-party-licences.txt").readlink()
    assert (documents / licences).resolve().is_relative_to(root / "usr/lib/simdesk/_internal")


@pytest.mark.parametrize("path", ENTRIES, ids=lambda path: path.stem)
def test_a_menu_entry_starts_what_there_is(path: Path) -> None:
    entry = read(path)
    assert entry["Type"] == "Application"
    assert entry["Version"] == "1.4"  # the newest that the validator of Debian 12 knows
    assert entry["Name"].startswith("SimDesk")
    assert entry["Terminal"] == "false"
    assert entry["Icon"] == "simdesk"
    assert entry["Categories"].endswith(";")
    program, *words = shlex.split(entry["Exec"])
    assert program == "simdesk"
    parser().parse_args([word.replace("%f", "cards.xlsx") for word in words])
    for key in ("Comment", "GenericName"):
        assert key not in entry or f"{key}[zh_CN]" in entry


def test_only_the_review_is_offered_for_spreadsheets_and_not_in_the_menu() -> None:
    review, window = map(read, ENTRIES)
    assert "MimeType" not in window
    assert review["NoDisplay"] == "true"
    assert review["Exec"] == "simdesk review %f"
    types = review["MimeType"].removesuffix(";").split(";")
    assert "text/csv" in types
    assert "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" in types


def read(path: Path) -> dict[str, str]:
    found = configparser.ConfigParser(interpolation=None, strict=True)
    found.optionxform = str  # type: ignore[assignment, method-assign]
    found.read(path, "utf-8")
    assert found.sections() == ["Desktop Entry"]
    return dict(found["Desktop Entry"])


def test_the_manual_tells_of_every_command() -> None:
    page = manual(parser(), __version__)
    assert page.startswith('.TH SIMDESK 1 "" "SimDesk')
    sections = re.findall(r"^\.SS (.+)$", page, re.MULTILINE)
    assert {"find", "review", "audit verify", "self\\-test", "tour"} <= set(sections)
    assert not {"read\\-sheet", "write\\-export"} & set(sections)
    assert r"\-\-safe" in page
    assert not re.findall(r"^'", page, re.MULTILINE)


def test_the_manual_hides_nothing_that_troff_would_eat() -> None:
    own = argparse.ArgumentParser(description=".begins with a point and has a \\ in it")
    own.add_argument("--n", default=3, help="%(default)s unless said")
    page = manual(own, "1")
    assert "\\&.begins with a point and has a \\e in it" in page
    assert "3 unless said" in page
