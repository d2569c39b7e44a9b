"""A card made ready to be drawn: its words are made once, not once a frame."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from simdesk.ui.cards.columns import ORDERED, Column, Face
from simdesk.ui.cards.look import Shape, going_on, status_look
from simdesk.ui.text import shown

if TYPE_CHECKING:
    from simdesk.models.card import CardRow

GROUP = 4


class Pill(NamedTuple):
    """A tag as it is drawn: its left edge and width in pixels, its words, which may be cut.

    `tag` is the whole name; empty for the count of the rest.
    """

    x: int
    width: int
    words: str
    tag: str = ""


Places = list[Pill]


def grouped(digits: str) -> str:
    """An id in groups of four, as it is drawn, never as it is copied."""
    if not digits.isalnum():
        return digits
    return " ".join(digits[at : at + GROUP] for at in range(0, len(digits), GROUP))


@dataclass(slots=True)
class ShownRow:
    """`words` and `drawn` are by logical column, filled when a column is first looked at."""

    card: "CardRow"
    status_role: str
    status_shape: Shape
    going: str
    faded: bool
    """Cancelled, or no longer listed by the provider."""
    fresh: bool = True
    _words: dict[int, str] = field(default_factory=dict)
    _drawn: dict[int, tuple[int, str]] = field(default_factory=dict)
    _tags: tuple[int, Places] | None = None

    @classmethod
    def of(cls, card: "CardRow", *, fresh: bool = True) -> "ShownRow":
        role, shape = status_look(card.facts.status)
        going = going_on(card)
        gone = card.stamps.not_listed_since is not None or shape is Shape.CROSS
        return cls(card, role, shape, "" if going is None else shown(going), gone, fresh)

    def words(self, column: int) -> str:
        """The cell's words, ungrouped and whole."""
        found = self._words.get(column)
        if found is None:
            found = self._words[column] = ORDERED[column].show(self.card)
        return found

    def drawn(self, column: int, width: int) -> str | None:
        """The words elided for `width` pixels, if they were measured before."""
        found = self._drawn.get(column)
        return found[1] if found is not None and found[0] == width else None

    def remember(self, column: int, width: int, words: str) -> None:
        self._drawn[column] = (width, words)

    def tag_places(self, room: int, place: Callable[[Sequence[str], int], Places]) -> Places:
        """Where the tags' pills lie in `room` pixels, placed once for each room."""
        if self._tags is None or self._tags[0] != room:
            self._tags = (room, place(self.card.tags, room))
        return self._tags[1]

    def face(self, column: int) -> str:
        """The words as they are drawn before eliding: ids grouped."""
        words = self.words(column)
        return grouped(words) if ORDERED[column].face is Face.ID else words

    def hint(self, column: int) -> str:
        """The tool tip: what the column adds, else the whole words."""
        known: Column = ORDERED[column]
        if known.face is Face.STATUS and self.going:
            return f"{self.words(column)} → {self.going}"
        return (known.hint(self.card) if known.hint else "") or self.words(column)
