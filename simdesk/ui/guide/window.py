"""The window of the operator's guide: contents and finding at the left, a chapter beside them."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from simdesk.services.guide import CHAPTERS, Chapter, chapters
from simdesk.ui import icons
from simdesk.ui.guide.view import GuideView
from simdesk.ui.text import count_shown, locale
from simdesk.ui.theme import MEDIUM, SMALL

_SIZE = (1080, 760)
_LEFT = 260
_ENDING = ".md"


def show_guide(parent: QWidget, chapter: str | None = None) -> "GuideWindow":
    """Bring the guide to the front, at a chapter where one is named; it goes with `parent`."""
    there = (one for one in QApplication.topLevelWidgets() if isinstance(one, GuideWindow))
    window = next((one for one in there if one.isVisible()), None) or GuideWindow(parent)
    if chapter is not None:
        window.show_chapter(chapter)
    window.show()
    window.raise_()
    window.activateWindow()
    return window


class GuideWindow(QDialog):
    """Stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Operator's guide"))
        self._chapters: dict[str, Chapter] = {
            chapter.name: chapter for chapter in chapters(locale().name())
        }
        self.search = QLineEdit(self)
        self.contents = QListWidget(self)
        self.nothing = QLabel(self)
        self.back = self._button(self.tr("Back"), "back")
        self.forward = self._button(self.tr("Forward"), "forward")
        self.view = GuideView(self)
        self._lay_out()
        self._connect()
        self._show_contents("")
        self.resize(*_SIZE)
        self.show_chapter(CHAPTERS[0])

    def _button(self, words: str, icon: str) -> QPushButton:
        button = QPushButton(icons.icon(icon), words, self)
        button.setAccessibleName(words)
        button.setEnabled(False)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("Find in the guide"))
        self.search.setAccessibleName(self.tr("Find in the guide"))
        self.search.setClearButtonEnabled(True)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.nothing.setProperty("muted", True)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        left, right = QWidget(self), QWidget(self)
        side = QVBoxLayout(left)
        side.setContentsMargins(MEDIUM, MEDIUM, SMALL, MEDIUM)
        side.setSpacing(SMALL)
        side.addWidget(self.search)
        side.addWidget(self.nothing)
        side.addWidget(self.contents, 1)
        ways = QHBoxLayout()
        ways.setSpacing(SMALL)
        ways.addWidget(self.back)
        ways.addWidget(self.forward)
        ways.addStretch(1)
        body = QVBoxLayout(right)
        body.setContentsMargins(SMALL, MEDIUM, MEDIUM, MEDIUM)
        body.setSpacing(SMALL)
        body.addLayout(ways)
        body.addWidget(self.view, 1)
        parts = QSplitter(self)
        parts.addWidget(left)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([_LEFT, _SIZE[0] - _LEFT])
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(parts)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(lambda item, _: self._on_chosen(item))
        self.search.textChanged.connect(self._on_sought)
        self.search.returnPressed.connect(lambda: self.view.next(1))
        self.view.sourceChanged.connect(self._on_source_changed)
        self.view.backwardAvailable.connect(self.back.setEnabled)
        self.view.forwardAvailable.connect(self.forward.setEnabled)
        self.back.clicked.connect(self.view.backward)
        self.forward.clicked.connect(self.view.forward)
        for keys, run in (
            ("Ctrl+F", self._go_to_search),
            ("F3", lambda: self.view.next(1)),
            ("Shift+F3", lambda: self.view.next(-1)),
            ("Alt+Left", self.view.backward),
            ("Alt+Right", self.view.forward),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _go_to_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # Chapters

    @property
    def chapter(self) -> str:
        """The name of the chapter that is read."""
        return self.view.source().fileName().removesuffix(_ENDING)

    def show_chapter(self, name: str) -> None:
        """Open this chapter. Raises KeyError for one that is not there."""
        self.view.setSource(QUrl.fromLocalFile(str(self._chapters[name].path)))

    def _show_contents(self, sought: str) -> None:
        """List the chapters, those that say `sought` alone."""
        blocked = self.contents.blockSignals(True)
        self.contents.clear()
        for chapter in self._chapters.values():
            hits = chapter.hits(sought)
            if sought and not hits:
                continue
            words = f"{chapter.title} · {count_shown(hits)}" if sought else chapter.title
            item = QListWidgetItem(words, self.contents)
            item.setData(Qt.ItemDataRole.UserRole, chapter.name)
        self.contents.blockSignals(blocked)
        nothing = bool(sought) and not self.contents.count()
        self.nothing.setText(self.tr("Nothing in the guide says this.") if nothing else "")
        self.nothing.setVisible(nothing)
        self._point_at(self.chapter)

    def _point_at(self, name: str) -> None:
        blocked = self.contents.blockSignals(True)
        for row in range(self.contents.count()):
            item = self.contents.item(row)
            if item.data(Qt.ItemDataRole.UserRole) == name:
                self.contents.setCurrentItem(item)
        self.contents.blockSignals(blocked)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.show_chapter(item.data(Qt.ItemDataRole.UserRole))
            if self.search.text():
                self.view.seek(self.search.text().strip())

    def _on_source_changed(self, source: QUrl) -> None:
        # The view itself says which source it has only after this.
        self._point_at(source.fileName().removesuffix(_ENDING))

    def _on_sought(self, words: str) -> None:
        sought = words.strip()
        self._show_contents(sought)
        first = self.contents.item(0)
        if self.contents.count() and not self._chapters[self.chapter].hits(sought or " "):
            self.show_chapter(first.data(Qt.ItemDataRole.UserRole))
        self.view.seek(sought)
