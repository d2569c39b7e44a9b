"""The rows of a spreadsheet that were refused, as a text file for whoever made the spreadsheet."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.sheet_text import guarded


def write_refused(path: Path, titles: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a csv that spreadsheet programs open as it is meant. Raises KnownError.

    What a cell says was copied from somebody's file: none of it may become a formula.
    """
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    writer.writerow(titles)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    with write_atomically(path, durable=False) as file:
        file.write(lines.getvalue().encode("utf-8-sig", "replace"))
