"""What a person does with the installed program, beside its self-test and its tour."""

import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trying.bare import Answer, Bare, TryError
from trying.starts import until_shown

CARDS = 30_000
"""So many that an export of all is written by a process of its own."""
LOCALES = ("zh_CN.UTF-8", "C", "")
_FLEET = ("--fleet", "large")
_SHEET = "所有卡 30000.xlsx"
_ALL = "cancelled:any"
_CHILD = "write-export"
_LOOK_EVERY = 0.02
_INHERITED = "LD_LIBRARY_PATH_ORIG="
"""The starter makes this of a path to libraries that it was handed; ours must not be handed on."""


class Jobs:
    """`program` is how the user calls it, in `home`; windows come on `display`."""

    def __init__(self, bare: Bare, display: str, home: str, program: str = "simdesk") -> None:
        self._bare = bare
        self._screen = {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": home}
        self._home = home
        self._program = program

    def without_a_screen(self) -> None:
        """It says so in words, and leaves the status of what was refused. Raises TryError."""
        told = self._ask(status=2).stderr
        self._expect(
            "the sentence", told.splitlines()[:1], ["simdesk: No window can be shown here."]
        )
        print(told, end="")

    def in_every_locale(self) -> None:
        """The whole self-test, Chinese and none among them. Raises TryError."""
        for locale in LOCALES:
            told = self._ask("self-test", LANG=locale).stdout
            languages = [line for line in told.splitlines() if line.startswith("ok      languages")]
            if not languages:
                raise TryError(f"no languages under LANG={locale}:\n{told}")
            print(languages[0])

    def on_the_command_line(self) -> None:
        """Help, settings, records, copies, what helpers get. Raises TryError."""
        told = self._ask("--help").stdout
        if "self-test" not in told or _CHILD in told:
            raise TryError(f"the help is not that of the program:\n{told}")
        self._ask("settings", "set", "language", "zh_CN")
        self._expect("a setting", self._ask("settings", "get", "language").stdout, "zh_CN\n")
        self._ask("settings", "reset", "language")
        self._ask("audit", "verify", *_FLEET)
        self._ask("backup", *_FLEET)
        self._ask("template", "suspend", "to-suspend.xlsx")
        self._ask("support-bundle", "--yes", "--out", "bundle.zip", *_FLEET)
        with zipfile.ZipFile(self._file("bundle.zip")) as bundle:
            print(f"{len(bundle.namelist())} files for whoever helps")

    def export_of_many(self) -> None:
        """Built, read, exported by the writing process, which is seen. Raises TryError.

        In the C locale, with a Chinese name: what people have on servers.
        """
        self._ask("demo", "--cards", str(CARDS), "--history", "1", *_FLEET)
        self._ask("sync", *_FLEET)
        with seen(self._bare.root, _CHILD) as children:
            self._ask("export", "--filter", _ALL, "--to", _SHEET, *_FLEET, LANG="C")
        if not children:
            raise TryError("no process of its own wrote the export")
        if any(_INHERITED in words for words in children.values()):
            raise TryError("the path to our libraries is handed on to other programs")
        with zipfile.ZipFile(self._file(_SHEET)) as sheet:
            rows = sheet.read("xl/worksheets/sheet1.xml").count(b"</row>")
        self._expect("rows with the titles", rows, CARDS + 1)
        print(f"{rows:,} rows written by a process of their own")

    def review(self) -> None:
        """What the file manager does: that spreadsheet in a window. Raises TryError."""
        self._ask("compare", _SHEET, *_FLEET)  # 0: read back, nothing differs from the fleet
        command = self._bare.command(self._program, "review", _SHEET, **self._screen)
        taken = until_shown(command, self._screen["DISPLAY"], Path(_SHEET).stem)
        print(f"its window stood after {taken:.1f} s")

    def _ask(self, *words: str, status: int = 0, **environment: str) -> Answer:
        around = {"HOME": self._home} | environment
        if words[:1] == ("self-test",):
            around["QT_QPA_PLATFORM"] = "offscreen"
        return self._bare.ask(self._program, *words, status=status, **around)

    def _file(self, name: str) -> Path:
        return self._bare.inside(f"{self._home}/{name}")

    @staticmethod
    def _expect(what: str, found: object, wanted: object) -> None:
        if found != wanted:
            raise TryError(f"{what}: {found!r} instead of {wanted!r}")


@contextmanager
def seen(root: Path, word: str) -> Iterator[dict[int, str]]:
    """Processes below `root` with `word` on their command line: number, their environment.

    They are looked for all the time inside of this; one that is very short may be missed.
    """
    found: dict[int, str] = {}
    over = threading.Event()

    def look() -> None:
        while not over.is_set():
            found.update(dict(_now(root, word)))
            time.sleep(_LOOK_EVERY)

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield found
    finally:
        over.set()
        thread.join()


def _now(root: Path, word: str) -> Iterator[tuple[int, str]]:
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().decode(errors="replace").split("\0")
            if word in words and (folder / "root").readlink() == root:
                environment = (folder / "environ").read_bytes().decode(errors="replace")
                yield int(folder.name), environment
        except OSError:
            continue  # it has ended
