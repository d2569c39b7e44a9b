"""Everything that helps whoever helps, and nothing of a card: shown first, then written as a zip.

(reliability.md 4.12, F57)
"""

import asyncio
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from simdesk.models.capabilities import Capabilities
from simdesk.models.errors import KnownError
from simdesk.models.flaws import Flaw
from simdesk.models.redaction import Redactor
from simdesk.services import crash, logs
from simdesk.services.files import write_atomically
from simdesk.services.settings import Settings
from simdesk.services.storage.database import Database
from simdesk.services.storage.support_store import SQLITE_VERSION, FileState, file_state
from simdesk.services.storage.verification import verify_file
from simdesk.services.versions import versions


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the bundle: its name in the zip and its words, redacted."""

    name: str
    text: str

    @property
    def size(self) -> int:
        """Bytes, not packed."""
        return len(self.text.encode("utf-8", "backslashreplace"))


class SupportBundle:
    """What the bundle of one fleet would hold; a `database` of None is one that does not open.

    `desk` is its file, which is verified either way. `now` is business time. Nothing reaches the
    disk before `write_bundle`.
    """

    def __init__(
        self,
        folder: Path,
        redactor: Redactor,
        *,
        desk: Path,
        settings: Settings,
        database: Database | None = None,
        provider: str = "",
        capabilities: Capabilities | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self._folder = folder
        self._redactor = redactor
        self._file_of_desk = desk
        self._settings = settings
        self._database = database
        self._provider = provider
        self._capabilities = capabilities
        self._now = now

    async def entries(self, trouble: KnownError | None = None) -> tuple[Entry, ...]:
        """All files, in the order of the zip. `trouble` is why the fleet could not be opened.

        What cannot be read is an entry that says why: a bundle is asked for when things are wrong.
        """
        made = [Entry("versions.txt", self.versions()), Entry("fleet.txt", self._fleet(trouble))]
        if self._database is not None:
            made.append(Entry("desk.txt", await self._desk(self._database)))
        if self._file_of_desk.exists():
            flaws = await asyncio.to_thread(verify_file, self._file_of_desk)
            made.append(Entry("verification.txt", self._redactor.text(_verified(flaws))))
        made += await asyncio.to_thread(lambda: list(self._still()))
        return tuple(made)

    def versions(self) -> str:
        """What SimDesk runs on, a line each: its own version, Python, the system, libraries."""
        found = [*versions(), ("SQLite", SQLITE_VERSION)]
        return self._redactor.text("".join(f"{name} {version}\n" for name, version in found))

    def _fleet(self, trouble: KnownError | None) -> str:
        lines = [] if trouble is None else [f"not opened: {trouble}"]
        if self._now is not None:
            lines.append(f"business time: {self._now().isoformat()}")
        if self._provider:
            lines.append(f"provider: {self._provider}")
        if self._capabilities is not None:
            lines += [f"{name}: {value}" for name, value in self._capabilities.told().items()]
        return self._redactor.text("\n".join(lines) + "\n")

    async def _desk(self, database: Database) -> str:
        try:
            return self._redactor.text(_told(await database.read(file_state)))
        except KnownError as error:
            return self._redactor.text(f"not read: {error}\n")

    def _still(self) -> Iterator[Entry]:
        """What lies beside the desk: settings, logs, crash reports; on a thread of its own."""
        settings = self._redactor.tree(self._settings.everything())
        yield Entry("settings.json", json.dumps(settings, indent=1, ensure_ascii=False) + "\n")
        for path in sorted((self._folder / logs.FOLDER).glob(f"{logs.FILE}*")):
            yield self._file(f"{logs.FOLDER}/{path.name}", path)
        for path in crash.kept_reports(self._folder / crash.FOLDER):
            yield self._file(f"{crash.FOLDER}/{path.name}", path)

    def _file(self, name: str, path: Path) -> Entry:
        # Line by line: a secret may have been registered since they were written, and one long
        # search would hold up the window.
        try:
            with path.open(encoding="utf-8", errors="replace", newline="\n") as lines:
                words = "".join(self._redactor.line(one.rstrip("\n")) + "\n" for one in lines)
        except OSError as error:
            words = f"not read: {type(error).__name__}\n"
        return Entry(self._redactor.line(name), words)


def _told(state: FileState) -> str:
    lines = [f"{name}: {value}" for name, value in asdict(state).items() if name != "rows"]
    lines.append("rows:")
    lines += [f"  {name} {count:,}" for name, count in sorted(state.rows.items())]
    return "\n".join(lines) + "\n"


def _verified(flaws: Sequence[Flaw]) -> str:
    lines = [f"{flaw.kind.value}: {flaw.subject}" for flaw in flaws]
    return "\n".join(lines or ["nothing is wrong with it"]) + "\n"


def bundle_name(fleet: str, now: datetime) -> str:
    """The name of the file, unless the operator gives another."""
    return f"simdesk-support-{fleet}-{now:%Y%m%d-%H%M}.zip"


async def write_bundle(path: Path, entries: Sequence[Entry], now: datetime) -> None:
    """Write what was shown, and nothing else. Raises KnownError."""
    await asyncio.to_thread(_write, path, entries, now)


def _write(path: Path, entries: Sequence[Entry], now: datetime) -> None:
    moment = (now.year, now.month, now.day, now.hour, now.minute, now.second)
    with write_atomically(path) as file, zipfile.ZipFile(file, "w") as archive:
        for entry in entries:
            place = zipfile.ZipInfo(entry.name, moment)
            place.compress_type = zipfile.ZIP_DEFLATED
            place.external_attr = 0o600 << 16
            archive.writestr(place, entry.text.encode("utf-8", "backslashreplace"))
