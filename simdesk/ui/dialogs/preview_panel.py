"""The preview: what will happen to how many cards, what will not and why, what it costs."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from simdesk.models.actions import TOP_UP_OF_POOLS
from simdesk.models.filters import CardFilter
from simdesk.models.operations import BlockedGroup, Preview, PricedGroup
from simdesk.models.texts import Text
from simdesk.services.operation_ramp import ramp_of
from simdesk.ui.dialogs.group_table import GroupTable
from simdesk.ui.inline_link import PoolLink
from simdesk.ui.joining import named, sentences
from simdesk.ui.text import (
    carriers_moment_shown,
    count_shown,
    day_shown,
    duration_shown,
    moment_shown,
    money_shown,
    shown,
)


class PreviewPanel(QWidget):
    """Shows one frozen preview. Its groups add up to the cards asked for."""

    cards_wanted = Signal(object)
    """A CardFilter of one blocked group, to look at in the table."""
    pool_wanted = Signal(object)
    """Ids of cards that cannot be topped up, but something can be bought for their pool."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sums = _plain_label(self)
        self._sums.setObjectName("previewSums")
        self._obstacles = _plain_label(self)
        self._obstacles.setObjectName("errorLine")
        self._cautions = _plain_label(self)
        self._cautions.setObjectName("caution")
        self._waits = _plain_label(self)
        self._priced = GroupTable(self.tr("Cards that will be acted on"), self)
        self._blocked = GroupTable(self.tr("Cards left alone, by reason"), self)
        self._frozen = _plain_label(self)
        self._frozen.setObjectName("muted")
        self._pool = PoolLink(self)
        self._pool.clicked.connect(self._on_pool_clicked)
        self._parts: Sequence[QWidget] = (
            self._obstacles,
            self._cautions,
            self._priced,
            self._blocked,
            self._waits,
            self._pool,
            self._frozen,
        )
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        for part in (self._sums, *self._parts):
            box.addWidget(part)
        box.setAlignment(self._pool, Qt.AlignmentFlag.AlignLeft)
        self._groups: Sequence[BlockedGroup] = ()
        self._blocked.cellActivated.connect(self._on_blocked_activated)
        self.show_loading()

    def show_loading(self) -> None:
        """Say that the cards are being judged; nothing of an older preview stays."""
        self._show_only(self.tr("Judging the cards…"))

    def show_nothing(self) -> None:
        """Say that there is no preview, where it could not be made."""
        self._show_only(self.tr("No preview yet: nothing can be sent."))

    def _show_only(self, words: str) -> None:
        self._sums.setText(words)
        for part in self._parts:
            part.hide()

    def show_preview(self, preview: Preview) -> None:
        left_alone = preview.requested - preview.eligible_count
        parts = [
            self.tr("{count} selected").format(count=f"{preview.requested:,}"),
            self.tr("{count} will be acted on").format(count=f"{preview.eligible_count:,}"),
            self.tr("{count} left alone").format(count=f"{left_alone:,}"),
        ]
        if preview.total is not None:
            parts.append(self.tr("Total {money}").format(money=money_shown(preview.total)))
        self._sums.setText("  ·  ".join(parts))
        _say_lines(self._obstacles, preview.obstacles)
        _say_lines(self._cautions, preview.cautions)
        self._show_waits(preview.not_before)
        self._show_priced(preview.eligible)
        self._show_blocked(preview.blocked)
        self._frozen.setText(self._fixed_words(preview))
        self._frozen.show()

    def _fixed_words(self, preview: Preview) -> str:
        fixed = self.tr(
            "These cards were fixed at {moment}. One that changes before its turn is skipped."
        ).format(moment=moment_shown(preview.frozen_at))
        steps = ramp_of(preview.request.action, preview.eligible_count)
        if steps:
            words = self.tr(
                "It begins with {steps} cards, each step looked at before the next, and pauses by "
                "itself when something is not as shown here."
            )
            fixed = sentences((fixed, words.format(steps=named(map(count_shown, steps)))))
        if preview.seconds < 1:
            return fixed
        takes = self.tr("With reading the cards back it takes about {time}.")
        return sentences((fixed, takes.format(time=duration_shown(preview.seconds))))

    def _show_waits(self, not_before: datetime | None) -> None:
        self._waits.setVisible(not_before is not None)
        if not_before is not None:
            words = self.tr(
                "Nothing is sent before {moment}. Until then it can be revoked, whole, on the "
                "Operations page; the cards stay as they are. SimDesk has to be open then; else "
                "it asks at its next start."
            )
            self._waits.setText(words.format(moment=carriers_moment_shown(not_before)))

    def _show_priced(self, groups: Sequence[PricedGroup]) -> None:
        priced = sorted((group for group in groups if group.price is not None), key=_by_plan)
        self._priced.setVisible(bool(priced))
        headers = [
            self.tr("Plan voucher"),
            self.tr("Cards"),
            self.tr("Each"),
            self.tr("Together"),
            self.tr("Expires now"),
            self.tr("Expires then"),
        ]
        rows = [self._priced_row(group) for group in priced]
        self._priced.show_groups(headers, rows, numeric=(1, 2, 3))

    def _priced_row(self, group: PricedGroup) -> list[str]:
        count = len(group.card_ids)
        price = group.price
        return [
            group.voucher,
            f"{count:,}",
            "" if price is None else money_shown(price),
            "" if price is None else money_shown(price.times(count)),
            "–" if group.expires_before is None else day_shown(group.expires_before),
            "–" if group.expires_after is None else day_shown(group.expires_after),
        ]

    def _show_blocked(self, groups: Sequence[BlockedGroup]) -> None:
        self._groups = groups
        self._blocked.setVisible(bool(groups))
        self._pool.setVisible(any(one.reason.source == TOP_UP_OF_POOLS for one in groups))
        headers = [self.tr("Left alone because"), self.tr("Cards")]
        rows = [[shown(group.reason), f"{len(group.card_ids):,}"] for group in groups]
        self._blocked.show_groups(headers, rows, numeric=(1,))

    def _on_pool_clicked(self) -> None:
        pooled = (one for one in self._groups if one.reason.source == TOP_UP_OF_POOLS)
        self.pool_wanted.emit(next(pooled).card_ids)

    def _on_blocked_activated(self, row: int, column: int) -> None:
        del column
        self.cards_wanted.emit(CardFilter(card_ids=self._groups[row].card_ids))


def _say_lines(label: QLabel, lines: Iterable[Text]) -> None:
    words = "\n".join(shown(line) for line in lines)
    label.setText(words)
    label.setAccessibleName(words)
    label.setVisible(bool(words))


def _by_plan(group: PricedGroup) -> tuple[str, float]:
    expires = group.expires_before
    return group.voucher, 0.0 if expires is None else expires.timestamp()


def _plain_label(parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
