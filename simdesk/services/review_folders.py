"""Where a spreadsheet under review lies as a desk: a folder of its own, gone when it is closed."""

import shutil
from pathlib import Path

from simdesk.models.errors import KnownError
from simdesk.services.files import InstanceLock, file_trouble

_LOCK = "review.lock"
REVIEWS = "reviews"
"""The folder of all reviews, in a fleet's folder or the user's."""


class ReviewFolder:
    """One review's folder, held by this process."""

    def __init__(self, path: Path, lock: InstanceLock) -> None:
        self.path = path
        self._lock = lock

    def remove(self) -> None:
        """Let go of it and remove all that is in it; what the system will not give stays."""
        self._lock.release()
        shutil.rmtree(self.path, ignore_errors=True)


def begin_review(root: Path) -> ReviewFolder:
    """A new, empty folder below `root`, for this user alone. Raises KnownError.

    What reviews of a SimDesk that died have left there is removed first.
    """
    sweep(root)
    number = 1
    while True:
        path = root / str(number)
        try:
            root.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.mkdir(mode=0o700)
        except FileExistsError:
            number += 1
            continue
        except OSError as error:
            raise file_trouble(error, path) from error
        lock = InstanceLock(path / _LOCK)
        lock.acquire()
        return ReviewFolder(path, lock)


def sweep(root: Path) -> None:
    """Remove every review below `root` that no running SimDesk holds."""
    for path in root.iterdir() if root.is_dir() else ():
        lock = InstanceLock(path / _LOCK)
        if not (path / _LOCK).exists():
            continue  # another SimDesk is making it at this moment
        try:
            lock.acquire()
        except KnownError:
            continue
        ReviewFolder(path, lock).remove()
