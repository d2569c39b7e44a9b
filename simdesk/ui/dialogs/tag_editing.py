"""The dialogs of the Tags page: a tag's name and colour, what it is merged into, its end."""

from collections.abc import Awaitable, Callable, Sequence

from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from simdesk.models.tags import TagColor, TagRow
from simdesk.models.texts import QT_TRANSLATE_NOOP, Text, text
from simdesk.services.entry import LONGEST_TAG
from simdesk.ui.context import Context
from simdesk.ui.dialogs.frame import DialogFrame
from simdesk.ui.tag_pill import color_icon
from simdesk.ui.text import count_shown, counted, shown

Write = Callable[[], Awaitable[object]]


class _WritingDialog(DialogFrame):
    """Writes when it is confirmed, says what was refused, and goes when it is done."""

    def __init__(self, context: Context, heading: str, parent: QWidget | None) -> None:
        super().__init__(heading, parent)
        self._context = context
        self.setMinimumWidth(380)

    def write(self) -> Awaitable[object]:
        """What the confirming button writes; the subclass says."""
        return _nothing()

    def confirmed(self) -> None:
        self._context.tasks.start("write tag", self._write(), replace=False)

    async def _write(self) -> None:
        if await self.hold(self._written()):
            self.accept()

    async def _written(self) -> bool:
        await self.write()
        return True


async def _nothing() -> None:
    return None


class TagDialog(_WritingDialog):
    """A new tag, or another name and colour for one that exists."""

    def __init__(
        self, context: Context, row: TagRow | None = None, parent: QWidget | None = None
    ) -> None:
        heading = self.tr("New tag") if row is None else self.tr("Edit tag")
        super().__init__(context, heading, parent)
        self._row = row
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_TAG)
        self.name.setAccessibleName(self.tr("Name"))
        self.color = QComboBox(self)
        self.color.setAccessibleName(self.tr("Colour"))
        for color in TagColor:
            self.color.addItem(color_icon(color), shown(color.label), color)
        if row is not None:
            self.name.setText(row.name)
            self.color.setCurrentIndex(list(TagColor).index(row.color))
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Colour"), self.color)
        self.content.addLayout(form)
        if row is not None:
            hint = QLabel(self.tr("Rules and saved searches follow a new name."), self)
            hint.setObjectName("muted")
            self.content.addWidget(hint)
        self.set_confirm(self.tr("Create tag") if row is None else self.tr("Save tag"))
        self.name.selectAll()
        self.name.setFocus()

    async def write(self) -> None:
        tags, name = self._context.desk.tags, self.name.text()
        color = TagColor(self.color.currentData())
        if self._row is None:
            await tags.create(name, color)
            return
        await tags.rename(self._row.id, name)
        await tags.recolour(self._row.id, color)


class MergeTagDialog(_WritingDialog):
    """Choose the tag that the cards of another one carry from now on."""

    def __init__(
        self, context: Context, row: TagRow, rows: Sequence[TagRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(context, self.tr("Merge “{name}”").format(name=row.name), parent)
        self._row = row
        self.target = QComboBox(self)
        self.target.setAccessibleName(self.tr("Merge into"))
        for other in rows:
            if other.id != row.id:
                self.target.addItem(color_icon(other.color), other.name, other.id)
        form = QFormLayout()
        form.addRow(self.tr("Merge into"), self.target)
        hint = QLabel(
            self.tr("Its cards carry the other tag from then on. It can be undone."), self
        )
        hint.setObjectName("muted")
        hint.setWordWrap(True)
        self.content.addLayout(form)
        self.content.addWidget(hint)
        self.set_confirm(shown(merge_words(row.cards)))

    async def write(self) -> None:
        await self._context.desk.tags.merge(self._row.id, int(self.target.currentData()))


class DeleteTagDialog(_WritingDialog):
    """Says how many cards lose the tag."""

    def __init__(self, context: Context, row: TagRow, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Delete “{name}”").format(name=row.name), parent)
        self._row = row
        words, cards = self.tr("No card carries it."), row.cards + row.cancelled
        if cards:
            one = self.tr("It comes off 1 card. It can be undone in this session.")
            many = self.tr("It comes off {count} cards. It can be undone in this session.")
            words = counted(cards, one, many)
        label = QLabel(words, self)
        label.setWordWrap(True)
        self.content.addWidget(label)
        self.safe_button.setText(self.tr("Keep"))
        self.set_confirm(self.tr("Delete tag"), dangerous=True, by_enter=False)

    async def write(self) -> None:
        await self._context.desk.tags.delete(self._row.id)


def merge_words(cards: int) -> Text:
    """The button that merges: what happens and to how many cards."""
    if cards == 1:
        return text(QT_TRANSLATE_NOOP("trade", "Merge the tag of 1 card"))
    return text(
        QT_TRANSLATE_NOOP("trade", "Merge the tag of {count} cards"), count=count_shown(cards)
    )
