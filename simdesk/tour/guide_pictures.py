"""The pictures of the guide and of the README, chosen from a tour and made small.

python -m simdesk.tour.guide_pictures TOUR_FOLDER PICTURES_FOLDER
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QImageWriter

CHOSEN: Mapping[str, str] = {
    "welcome": "welcome",
    "fleet": "whole-fleet",
    "overview": "overview",
    "filter": "finding",
    "card": "details",
    "groups": "grouped",
    "preview": "top-up",
    "operations": "waiting-cancellation",
    "palette": "palette",
    "rule": "try-on-history",
    "vouchers": "vouchers",
    "money": "money",
    "audit": "audit",
    "review": "sheet-review",
    "bring-back": "sheet-bring-back",
}
"""The name of each picture, and the step of the tour it was taken at."""

_COLOURS = 256


def choose(tour: Path, into: Path) -> Sequence[Path]:
    """Copy the chosen pictures of the tour in `tour`, with a palette of their own.

    A window has few colours: its 256 most frequent make a small file that looks the same. Raises
    FileNotFoundError for a step that the tour did not reach, OSError where it cannot be written.
    """
    into.mkdir(parents=True, exist_ok=True)
    return [_small(_taken(tour, step), into / f"{name}.png") for name, step in CHOSEN.items()]


def _taken(tour: Path, step: str) -> Path:
    found = [path for path in sorted(tour.glob("*.png")) if path.stem.partition("-")[2] == step]
    if not found:
        raise FileNotFoundError(tour / f"NN-{step}.png")
    return found[0]


def _small(picture: Path, path: Path) -> Path:
    image = QImage(str(picture)).convertToFormat(QImage.Format.Format_RGB32)
    told = Counter(memoryview(image.constBits()).cast("I"))
    often = [colour for colour, _ in told.most_common(_COLOURS)]
    few = image.convertToFormat(
        QImage.Format.Format_Indexed8, often, Qt.ImageConversionFlag.ThresholdDither
    )
    writer = QImageWriter(str(path), b"png")
    writer.setCompression(100)
    if not writer.write(few):
        raise OSError(f"{path}: {writer.errorString()}")
    return path


if __name__ == "__main__":
    choose(Path(sys.argv[1]), Path(sys.argv[2]))
