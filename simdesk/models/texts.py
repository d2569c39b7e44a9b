"""Sentences that travel untranslated: the window says them in a language."""

from dataclasses import dataclass
from typing import Any


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name lupdate looks for
    """Mark `source` for translation and return it unchanged."""
    del context
    return source


@dataclass(frozen=True, slots=True)
class Text:
    """A marked English sentence with `{named}` gaps, and what fills them."""

    source: str
    arguments: tuple[tuple[str, object], ...] = ()

    def filled(self, template: str | None = None) -> str:
        """The sentence with its gaps filled; `template` is the translation, English when absent.

        An argument that is itself a `Text` is filled in English; the window translates such
        arguments before it calls this.
        """
        words = {
            name: value.filled() if isinstance(value, Text) else value
            for name, value in self.arguments
        }
        return (template or self.source).format(**words)

    def __str__(self) -> str:
        return self.filled()


def shortened(words: str, longest: int = 40) -> str:
    """`words` cut to fit into a sentence: what people paste may be long."""
    return words if len(words) <= longest else words[: longest - 1] + "…"


def text(source: str, **arguments: object) -> Text:
    """Build a `Text`: `text(QT_TRANSLATE_NOOP("trade", "{count} cards"), count=3)`."""
    return Text(source, tuple(sorted(arguments.items())))


def plain_text(words: Text) -> list[Any]:
    """A text as plain lists and words, as JSON takes them: its source and what fills it."""
    arguments = [
        [name, plain_text(value) if isinstance(value, Text) else value]
        for name, value in words.arguments
    ]
    return [words.source, arguments]


def text_of(told: Any) -> Text:  # noqa: ANN401 - whatever JSON gives
    """The text that `plain_text` made plain. Raises ValueError or TypeError for anything else."""
    source, arguments = told
    return Text(
        str(source),
        tuple(
            (str(name), text_of(value) if isinstance(value, list) else value)
            for name, value in arguments
        ),
    )
