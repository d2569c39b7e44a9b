"""What is wanted often is done now and then: soon, once, and not again for a while."""

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer


class Spaced(QObject):
    """Does one job `soon_ms` after it is first wanted, and at most every `spacing_ms`.

    However often it is wanted until then, it is done once. A stream of changes costs so much a
    second and no more, whatever its speed; a single change is not kept waiting.
    """

    def __init__(
        self, job: Callable[[], object], soon_ms: int, spacing_ms: int, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._job = job
        self._soon = soon_ms
        self._spacing = spacing_ms
        self._since_done = QElapsedTimer()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_due)

    @property
    def waiting(self) -> bool:
        """The job is wanted and not done yet."""
        return self._timer.isActive()

    def want(self) -> None:
        """Let the job be done in a while."""
        if self.waiting:
            return
        rest = self._spacing - self._since_done.elapsed() if self._since_done.isValid() else 0
        self._timer.start(max(self._soon, rest))

    def drop(self) -> None:
        """It is no longer wanted."""
        self._timer.stop()

    def _on_due(self) -> None:
        self._since_done.start()
        self._job()
