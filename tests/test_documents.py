"""What the documents promise: links that lead somewhere, commands and filters that are read."""

import re
import shlex
from pathlib import Path

import pytest

from simdesk.cli import parser
from simdesk.models.filter_fields import FIELDS
from simdesk.models.filter_text import filter_text, parse_filter

ROOT = Path(__file__).resolve().parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "CHANGELOG.md")
README = (ROOT / "README.md").read_text("utf-8")
GUIDE = ROOT / "resources" / "guide" / "en"
FILTERS = (GUIDE / "filter.md").read_text("utf-8")
COMMANDS = re.findall("^simdesk .*?(?=  +#|$)", README, re.MULTILINE)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_files_that_are_there(name: str) -> None:
    links = re.findall(r"\]\(([^)#]+)", (ROOT / name).read_text("utf-8"))
    missing = [link for link in links if "://" not in link and not (ROOT / link).exists()]
    assert not missing


@pytest.mark.parametrize("line", COMMANDS)
def test_the_commands_of_the_readme_are_commands(line: str) -> None:
    parser().parse_args(shlex.split(line)[1:])


def test_the_readme_names_every_command() -> None:
    named = {line.split()[1] for line in COMMANDS}
    assert named == {
        "--safe",
        "audit",
        "backup",
        "bring-back",
        "compare",
        "demo",
        "export",
        "find",
        "restore",
        "review",
        "self-test",
        "support-bundle",
        "sync",
        "template",
        "tour",
    }


def test_the_keys_of_the_guide_are_keys() -> None:
    table = (GUIDE / "keys.md").read_text("utf-8")
    cells = re.findall(r"^\| ([A-Z][^|]*[0-9A-Z+a-z]) \|", table, re.MULTILINE)[1:]
    keys = {key for cell in cells for key in cell.split(", ")}
    actions = "\n".join(
        path.read_text("utf-8")
        for path in (ROOT / "simdesk/ui/actions").iterdir()
        if path.suffix == ".py"
    )
    assert len(keys) > 15
    by_itself = {"Space", "Shift and arrows", "Enter", "Alt+Down"}  # the table's own
    assert not [key for key in keys - by_itself if f'"{key}"' not in actions]


def test_contributing_names_files_that_are_there() -> None:
    words = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`((?:simdesk|tests)/[\w./]+|[\w]+\.(?:toml|lock|md))`", words)
    assert len(named) > 20
    assert not [name for name in named if not (ROOT / name).exists()]


def examples() -> list[str]:
    first_column = re.findall(r"^\| (`.*?) \|", FILTERS.partition("| Field |")[0], re.MULTILINE)
    return [*re.findall("`([^`]+)`", " ".join(first_column)), *re.findall("AND: `(.+?)`", FILTERS)]


@pytest.mark.parametrize("words", examples())
def test_the_filters_of_the_guide_are_filters(words: str) -> None:
    assert parse_filter(filter_text(parse_filter(words))) == parse_filter(words)


def test_the_guide_names_every_field() -> None:
    table = FILTERS.partition("| Field |")[2]
    assert set(re.findall("`([^`]+)`", table)) == set(FIELDS)


def test_the_example_table_is_found() -> None:
    assert len(examples()) > 10
    assert len(COMMANDS) == 19
