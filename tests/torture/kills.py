"""Numbered places where the program may be killed."""

import asyncio


class Killed(BaseException):
    """The program ends here, as by SIGKILL."""


class Points:
    """Counts the points a life passes; at the one numbered `at` it dies (None: it lives on).

    A dead program stays dead: whatever still runs of it ends at its next point, before it has
    written or sent anything.
    """

    def __init__(self, at: int | None = None) -> None:
        self.at = at
        self.passed = 0
        self.name = ""
        self.dead = False
        self.died = asyncio.Event()

    def point(self, name: str) -> None:
        if not self.dead:
            self.passed += 1
            self.name = name
            self.dead = self.passed == self.at
        if self.dead:
            self.died.set()
            raise Killed(name)
