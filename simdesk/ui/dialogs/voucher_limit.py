"""The usage limit of a whole voucher: whom it concerns, what it is to be (domain.md 9, row 17)."""

from PySide6.QtWidgets import QWidget

from simdesk.models.account_commands import SetVoucherLimit
from simdesk.models.errors import KnownError
from simdesk.models.operations import ItemState, LimitRequest
from simdesk.models.purchases import AccountAct
from simdesk.models.usage import KB_PER_MB
from simdesk.services.voucher_limits import LimitCounts
from simdesk.services.vouchers import VoucherRow
from simdesk.ui.context import Context
from simdesk.ui.details.words import Words
from simdesk.ui.dialogs.account_act import AccountActDialog
from simdesk.ui.dialogs.forms import LimitForm
from simdesk.ui.joining import listed, sentence
from simdesk.ui.text import count_shown, counted, shown, size_shown

_COUNT = "limit counts"


class VoucherLimitForm(LimitForm):
    """The same question as for a card, in the words of a voucher."""

    def __init__(self, row: VoucherRow) -> None:
        super().__init__(row.limit_kb, restore=row.limit_auto_restore)
        self._clear.setText(self.tr("Remove the voucher's limit"))


class VoucherLimitDialog(AccountActDialog):
    """Cards with a limit of their own keep it; when it is set, the cards are read again."""

    def __init__(self, context: Context, row: VoucherRow, parent: QWidget | None = None) -> None:
        super().__init__(context, self.tr("Usage limit of a voucher"), parent)
        self._row = row
        self._counts: LimitCounts | None = None
        self._form = VoucherLimitForm(row)
        self._whom = Words(self, self.tr("Counting the cards…"))
        self.lines.addWidget(Words(self, row.voucher, strong=True))
        self.lines.addWidget(Words(self, shown(row.described), muted=True))
        self.lines.addWidget(self._form)
        self.lines.addWidget(self._whom)
        self._form.request_changed.connect(self._judge)
        self.finished.connect(lambda: context.tasks.cancel(_COUNT))
        self._judge()
        context.tasks.start(_COUNT, self._count(), replace=True)

    async def _count(self) -> None:
        self._counts = await self.context.desk.limits.counts(self._row.voucher)
        self._whom.say(self._whom_words(self._counts))
        self._judge()
        self.grow()

    def _whom_words(self, counts: LimitCounts) -> str:
        one, many = self.tr("1 card inherits it"), self.tr("{count} cards inherit it")
        parts = [
            counted(counts.inheriting, one, many),
            self.tr("{count} have a limit of their own and keep it").format(
                count=count_shown(counts.own)
            ),
        ]
        if counts.unread:
            unread = self.tr("{count} have not been read in full yet")
            parts.append(unread.format(count=count_shown(counts.unread)))
        return sentence(listed(parts))

    def command(self) -> SetVoucherLimit | None:
        request = self._form.request()
        if not isinstance(request, LimitRequest):
            return None
        return SetVoucherLimit(self._row.voucher, request.limit_mb, request.auto_restore)

    def _judge(self) -> None:
        self.show_error(None)
        try:
            command = self.command()
        except KnownError as error:
            self.show_error(error)
            command = None
        self.set_confirm(self._button_words(command), by_enter=False)
        self.confirm_button.setEnabled(command is not None)
        self.grow()

    def _button_words(self, command: SetVoucherLimit | None) -> str:
        if command is not None and command.limit_mb == 0:
            return self.tr("Remove the voucher's limit")
        if command is None or self._counts is None:
            return self.tr("Set the voucher's limit")
        one, many = self.tr("Set {size} for 1 card"), self.tr("Set {size} for {count} cards")
        size = size_shown(command.limit_mb * KB_PER_MB)
        return counted(self._counts.inheriting, one, many, size=size)

    def show_outcome(self, act: AccountAct) -> None:
        super().show_outcome(act)
        if act.state is ItemState.DONE:
            voucher = self._row.voucher
            reading = self.context.desk.limits.spread(voucher)
            self.context.tasks.start(f"limit of {voucher}", reading, replace=False)
