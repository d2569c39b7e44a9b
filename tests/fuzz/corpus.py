"""The files that fuzzing begins with: honest ones, hostile ones, and known bombs as they are."""

from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from tests.interop.foreign import by_hand_xml
from tests.interop.foreign.fleet import BUILDERS

BOMBS = (
    "bad_bomb.xlsx",
    "bad_document_type.xlsx",
    "bad_far_cell.xlsx",
    "bad_half.xlsx",
    "bad_only_letters.xlsx",
    "bad_parts.xlsx",
    "bad_place.xlsx",
    "bad_too_many_cells.xlsx",
    "false_mark_bomb.xlsx",
    "line_without_end.csv",
    "open_quote.csv",
    "shared_texts_again_and_again.xlsx",
    "too_many_fields.csv",
    "deep.xlsx",
)
_LIGHT = 60_000
"""Bytes of the files that are mutated; what is larger says nothing that a small one does not."""


class Corpus(NamedTuple):
    bombs: tuple[Path, ...]
    seeds: tuple[Path, ...]


def _shared_again(path: Path) -> None:
    """One long text that many cells share: 80 GB if each had a copy."""
    shared = f'<sst xmlns="{by_hand_xml.MAIN}"><si><t>{"x" * 800_000}</t></si></sst>'.encode()
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 100_001))
    parts = by_hand_xml.BARE | {
        by_hand_xml.SHEET: by_hand_xml.sheet(rows),
        by_hand_xml.SHARED: shared,
    }
    path.write_bytes(by_hand_xml.packed(parts))


def _deep(path: Path) -> None:
    """Elements in elements, by the hundred thousand."""
    rows = "<a>" * 300_000 + "</a>" * 300_000
    path.write_bytes(
        by_hand_xml.packed(by_hand_xml.BARE | {by_hand_xml.SHEET: by_hand_xml.sheet(rows)})
    )


def build(folder: Path) -> None:
    """Make all of them; a few seconds."""
    # They fill the list of builders, and the memory of a process, which those that read spare.
    for room in ("by_hand_csv", "by_libraries", "ours"):
        import_module(f"tests.interop.foreign.{room}")
    more = {"shared_texts_again_and_again.xlsx": _shared_again, "deep.xlsx": _deep}
    for name, make in (BUILDERS | more).items():
        make(folder / name)


def corpus(folder: Path) -> Corpus:
    """What `build` made, in an order that is always the same."""
    seeds = sorted(path for path in folder.iterdir() if path.name not in BOMBS)
    return Corpus(
        tuple(folder / name for name in BOMBS),
        tuple(path for path in seeds if path.stat().st_size < _LIGHT),
    )
