"""Who wants to know is told: services announce facts, the window listens."""

from collections.abc import Callable

from simdesk.models.changes import Change

Listener = Callable[[Change], None]


class Announcer:
    """Hands each fact to every listener, in the order they came. Use on the loop's thread only."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tell `listener` every change from now on; call what is returned to end that."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def announce(self, change: Change) -> None:
        for listener in tuple(self._listeners):
            listener(change)
