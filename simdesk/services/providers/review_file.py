"""What a review is of, in a small file beside its desk; it is there once the review is complete."""

from pathlib import Path
from typing import Final

from simdesk.models.errors import KnownError
from simdesk.models.reviews import ReviewOf
from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.services.files import write_atomically

FILE: Final = "review.json"


def write_review(folder: Path, review: ReviewOf) -> None:
    """Raises KnownError for what the disk does."""
    with write_atomically(folder / FILE, durable=False) as file:
        file.write(review.to_json().encode())


def read_review(folder: Path) -> ReviewOf:
    """The review in this folder. Raises KnownError where there is none."""
    try:
        return ReviewOf.from_json((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise KnownError(
            text(QT_TRANSLATE_NOOP("trade", "“{path}” holds no review."), path=str(folder)),
            text(QT_TRANSLATE_NOOP("trade", "Open the spreadsheet again.")),
        ) from error
