"""`simdesk review FILE --json`: what is understood of a spreadsheet, without a window."""

import asyncio
import json
from pathlib import Path

from simdesk.compose import make_reviews


def understood(path: Path) -> int:
    """Exit status 0 where it tells cards, 1 where none of its columns holds ICCIDs.

    What is no spreadsheet, or may not be read, raises SheetRejectedError.
    """
    found = asyncio.run(make_reviews().look(path.resolve()))
    problem = found.mapping.problem()
    told = {
        "file": str(path),
        "format": found.format,
        "own": found.own,
        "problem": None if problem is None else str(problem),
        "sheets": list(found.mapping.sheets),
        "header_row": found.mapping.header_row + 1,
        "date_order": found.mapping.date_order,
        "columns": [
            {
                "title": column.title,
                "field": column.key,
                "unit": column.unit if column.sized else None,
                "sure": column.sure,
                "examples": list(column.examples),
            }
            for column in found.sheets[0].columns
        ],
    }
    print(json.dumps(told, ensure_ascii=False, indent=1))
    return 0 if problem is None else 1
