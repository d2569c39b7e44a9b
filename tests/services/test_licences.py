"""What the program is made of is told whole, with the licences that it may be shipped under."""

from email.message import Message
from importlib import metadata

import pytest

from simdesk import __version__
from simdesk.services import licences
from simdesk.services.licences import Part, parts


def test_simdesk_and_python_come_first_and_all_libraries_by_name() -> None:
    found = parts()
    assert (found[0].name, found[0].version, found[0].licence) == ("simdesk", __version__, "MIT")
    assert "Permission is hereby granted" in found[0].text
    assert found[1].name == "Python"
    names = [part.name.lower().replace("_", "-") for part in found[2:]]
    assert names == sorted(names)
    assert {"pyside6-essentials", "sqlalchemy", "numpy", "mako", "et-xmlfile"} <= set(names)


def test_every_part_names_its_licence_and_nearly_all_carry_its_text() -> None:
    found = parts()
    assert not [part.name for part in found if not part.licence]
    without = {part.name.lower() for part in found if not part.text}
    assert without <= {"python", "pyside6_essentials", "pyside6-essentials", "shiboken6"}


def test_no_tool_of_development_is_among_them() -> None:
    assert not {"pytest", "mypy", "ruff", "hypothesis"} & {part.name.lower() for part in parts()}


class Bare(metadata.Distribution):
    """A record with a few lines and no files."""

    def __init__(self, **lines: str) -> None:
        self.lines = lines

    @property
    def metadata(self) -> Message:  # type: ignore[override]
        message = Message()
        for name, value in self.lines.items():
            message[name.replace("_", "-")] = value
        return message

    def read_text(self, filename: str) -> str | None:
        return "the words" if filename == "LICENCE.rst" else None

    def locate_file(self, path: object) -> object:  # type: ignore[override]
        return path


@pytest.mark.parametrize(
    ("lines", "licence"),
    [
        (
            {"License": "x" * 500, "Classifier": "License :: OSI Approved :: BSD License"},
            "BSD License",
        ),
        ({"License": "MIT"}, "MIT"),
        ({"License_Expression": "0BSD", "License": "MIT"}, "0BSD"),
        ({}, ""),
    ],
)
def test_the_name_of_a_licence_is_found_where_records_have_it(
    lines: dict[str, str], licence: str
) -> None:
    of = Bare(Name="a-part", Version="7", **lines)
    assert licences._part(of) == Part("a-part", "7", licence, "the words")


def test_without_its_own_record_python_is_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(licences, "PROGRAM", "not-installed-anywhere")
    assert [part.name for part in parts()] == ["Python"]
