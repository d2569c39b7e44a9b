"""A page's list as a file: where it shall go, and told when it is there."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from simdesk.models.texts import QT_TRANSLATE_NOOP, text
from simdesk.ui.context import Context
from simdesk.ui.dialogs.exporting import open_path
from simdesk.ui.messages import Offer
from simdesk.ui.text import count_shown, shown

_FORMATS = (
    text(QT_TRANSLATE_NOOP("trade", "Workbook (*.xlsx)")),
    text(QT_TRANSLATE_NOOP("trade", "Text (*.csv)")),
)


def choose_target(
    parent: QWidget,
    title: str,
    name: str,
    chosen: Callable[[Path], None],
    *,
    text_alone: bool = False,
) -> None:
    """Ask where a list shall go, as workbook or text, or as `text_alone`; `name` is proposed."""
    chooser = QFileDialog(parent, title, name)
    chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    chooser.setNameFilters([shown(one) for one in _FORMATS[text_alone:]])
    chooser.setDefaultSuffix("csv" if text_alone else "xlsx")
    chooser.fileSelected.connect(lambda target: chosen(Path(target)))
    chooser.finished.connect(chooser.deleteLater)
    chooser.open()


def export_list(
    context: Context, path: Path, write: Callable[[Path], Awaitable[int]], one: str, many: str
) -> None:
    """Let `write` make the file beside the work, and tell how many lines it has.

    The words are `one` of a single line, else `many`, with {count} and {name}.
    """
    context.tasks.start(f"export {path}", _export(context, path, write, one, many), replace=False)


async def _export(
    context: Context, path: Path, write: Callable[[Path], Awaitable[int]], one: str, many: str
) -> None:
    count = await write(path)
    words = one if count == 1 else many
    offer = Offer(
        shown(text(QT_TRANSLATE_NOOP("trade", "Open"))), lambda: open_path(context, path, path)
    )
    context.messages.done(words.format(count=count_shown(count), name=path.name), offer)
