"""What somebody may want on the welcome page."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class DemoWish:
    """A new demo fleet of so many cards."""

    cards: int


@dataclass(frozen=True, slots=True)
class FleetWish:
    """The fleet of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class SheetWish:
    """The spreadsheet at this place."""

    path: Path


Wish = DemoWish | FleetWish | SheetWish
