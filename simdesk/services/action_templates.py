"""A spreadsheet to fill in for each action: cards, and what is wished for each."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from simdesk.models.action import Action
from simdesk.models.operations import PLAIN, ActRequest, RebindRequest, RenewRequest, Request
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.models.wishes import wish_words
from simdesk.services.entry import LONGEST_REMARK, LONGEST_TAG
from simdesk.services.export_columns import Say
from simdesk.services.files import write_atomically
from simdesk.services.spreadsheets.templates import (
    Entry,
    Template,
    TemplateColumn,
    write_template,
)

EXAMPLE = "89860321000000015668"
_YEAR = 12
_MOST_TAGS = 10
_SHEET = QT_TRANSLATE_NOOP("trade", "Cards")
_HOW_TO = QT_TRANSLATE_NOOP("trade", "How to")
_ICCID_NOTE = QT_TRANSLATE_NOOP(
    "trade",
    "One ICCID in each row, 20 characters, such as {example}. The column is formatted as text:"
    " spreadsheet programs keep 15 digits of a number. Paste values only.",
)
_ICCID_REFUSAL = QT_TRANSLATE_NOOP(
    "trade", "An ICCID is text of 20 characters and starts with 8986. Format the cell as text."
)
_WISH_NOTE = QT_TRANSLATE_NOOP("trade", "Choose from the list. A blank cell wishes for nothing.")
_WISH_REFUSAL = QT_TRANSLATE_NOOP("trade", "Choose one of the list.")
_LIMIT_NOTE = QT_TRANSLATE_NOOP(
    "trade",
    "Whole MB in a month, at which the card is suspended. 0 takes the card's own limit off; a blank"
    " cell changes nothing.",
)
_LIMIT_REFUSAL = QT_TRANSLATE_NOOP("trade", "A usage limit is a whole number of MB, 0 for none.")
_TAGS_NOTE = QT_TRANSLATE_NOOP(
    "trade",
    "All tags that the card shall carry, by commas; a blank cell takes all off. A tag has at most"
    " {most} characters; one with a comma stands in double quotes.",
)
_REMARK_NOTE = QT_TRANSLATE_NOOP(
    "trade",
    "The remark that the card shall have, at most {most} characters; a blank cell takes it off.",
)
_TOO_LONG = QT_TRANSLATE_NOOP("trade", "This is too long.")
_STEPS = (
    QT_TRANSLATE_NOOP("trade", "Fill in a row for each card on the sheet “{sheet}”, and save it."),
    QT_TRANSLATE_NOOP("trade", "Open it in SimDesk: File, Open spreadsheet."),
)
_RETURNS = QT_TRANSLATE_NOOP(
    "trade",
    "Choose “Bring changes back”. SimDesk shows what each row would do, and does nothing before"
    " you say so.",
)
_LISTS = QT_TRANSLATE_NOOP(
    "trade",
    "Choose the cards of the list, and the action for them. SimDesk shows what it would do, and"
    " does nothing before you say so.",
)
_IDS = QT_TRANSLATE_NOOP(
    "trade",
    "ICCIDs are text. A cell that a spreadsheet program made a number has lost digits: SimDesk"
    " refuses it and says where it is.",
)


def write_action_template(action: Action, path: Path, say: Say = str) -> None:
    """Write the template of an action as xlsx; `say` is its language.

    Raises KnownError for what the disk does; then there is no file.
    """
    with write_atomically(path) as stream:
        write_template(stream, template_of(action, say))


def template_of(action: Action, say: Say = str) -> Template:
    """What the template of an action has: a column of ICCIDs, and one for what is wished."""
    wished = list(_wished(action, say))
    steps = [text(one, sheet=say(text(_SHEET))) for one in _STEPS]
    steps += [text(_RETURNS if wished else _LISTS), text(_IDS)]
    return Template(
        say(text(_SHEET)),
        [_iccids(say), *wished],
        say(text(_HOW_TO)),
        [say(action.label), *map(say, steps), *(f"{one.title}: {one.note}" for one in wished)],
    )


def _iccids(say: Say) -> TemplateColumn:
    return TemplateColumn(
        "ICCID",
        Entry.ICCID,
        say(text(_ICCID_NOTE, example=EXAMPLE)),
        say(text(_ICCID_REFUSAL)),
    )


def _wished(action: Action, say: Say) -> Iterator[TemplateColumn]:
    match action:
        case Action.REMARK:
            note = text(_REMARK_NOTE, most=LONGEST_REMARK)
            yield _words(QT_TRANSLATE_NOOP("trade", "Remarks"), note, LONGEST_REMARK, say)
        case Action.TAG:
            note = text(_TAGS_NOTE, most=LONGEST_TAG)
            longest = _MOST_TAGS * (LONGEST_TAG + 2)
            yield _words(QT_TRANSLATE_NOOP("trade", "Tags"), note, longest, say)
        case Action.USAGE_LIMIT:
            title = say(text(QT_TRANSLATE_NOOP("trade", "Usage limit (MB)")))
            told = say(text(_LIMIT_NOTE))
            yield TemplateColumn(title, Entry.WHOLE, told, say(text(_LIMIT_REFUSAL)), 18)
        case _ if requests := wishes_of(action):
            yield TemplateColumn(
                say(text(QT_TRANSLATE_NOOP("trade", "Wished action"))),
                Entry.CHOICE,
                say(text(_WISH_NOTE)),
                say(text(_WISH_REFUSAL)),
                32,
                choices=list(map(wish_words, requests)),
            )


def _words(title: str, note: Text, longest: int, say: Say) -> TemplateColumn:
    words = say(text(title))
    refusal = say(text(_TOO_LONG))
    return TemplateColumn(words, Entry.WORDS, say(note), refusal, 40, longest)


def wishes_of(action: Action) -> Sequence[ActRequest]:
    """What a cell may wish for with this action; nothing for one that needs more than a cell."""
    if action in PLAIN:
        return [Request(action)]
    if action is Action.AUTO_REBIND:
        return [RebindRequest(True), RebindRequest(False)]
    if action is Action.RENEW:
        return [RenewRequest(periods) for periods in range(1, _YEAR + 1)]
    return []
