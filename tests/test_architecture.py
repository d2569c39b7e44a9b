"""The house keeps its order: which room may know which, and habits that no linter knows.

Every rule is a function from one module to its complaints. The table at the end plants an offence
for each, so that no rule sleeps.
"""

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
LONGEST_FILE = 400
LONGEST_FUNCTION = 60

# A room may know the rooms above it in this list, and itself.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("simdesk", "simdesk.models"),
    ("simdesk.paths", "simdesk.services.files"),
    ("simdesk.services.storage", "simdesk.services.providers", "simdesk.services.spreadsheets"),
    ("simdesk.services",),
    ("simdesk.wiring",),
    ("simdesk.compose",),
    ("simdesk.ui",),
    ("simdesk.loop",),
    ("simdesk.app_reviews",),
    ("simdesk.app",),
    ("simdesk.welcoming",),
    ("simdesk.start", "simdesk.tour"),
    ("simdesk.cli", "simdesk.__main__"),
)
# These do not know each other, and the window does not know them; it is handed services.
BACK_ROOMS = FLOORS[2]

LIBRARY_HOMES: dict[str, tuple[str, ...]] = {
    "PySide6": ("simdesk.ui", "simdesk.loop", "simdesk.app", "simdesk.tour"),
    "shiboken6": ("simdesk.ui", "simdesk.app", "simdesk.tour"),
    "qasync": ("simdesk.loop",),
    "pyqtgraph": ("simdesk.ui.charts",),
    "qtawesome": ("simdesk.ui.glyphs",),
    "sqlalchemy": ("simdesk.services.storage",),
    "alembic": ("simdesk.services.storage",),
    "numpy": (
        "simdesk.services.storage",
        "simdesk.services.providers.simulator",
        "simdesk.services.card_ids",
    ),
    "sqlite3": ("simdesk.services.storage", "simdesk.services.providers.simulator"),
    "pandas": ("simdesk.services.spreadsheets",),
    "openpyxl": ("simdesk.services.spreadsheets",),
    "python_calamine": ("simdesk.services.spreadsheets",),
    "platformdirs": ("simdesk.paths",),
}
MARK = "QT_TRANSLATE_NOOP"
PROPER_NAMES = {"SimDesk"}
REFUSED_NAMES = {"utils", "helpers", "common", "manager", "managers", "widgets", "misc", "base_ui"}
CLOCKS = {
    "time": {"time", "time_ns", "monotonic", "monotonic_ns", "perf_counter", "localtime", "gmtime"},
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "QDateTime": {"currentDateTime", "currentDateTimeUtc", "currentSecsSinceEpoch"},
    "QDate": {"currentDate"},
    "QTime": {"currentTime"},
    "uuid": {"uuid1", "uuid4"},
    "os": {"urandom"},
    "secrets": {"token_hex", "token_bytes", "token_urlsafe", "choice", "randbelow"},
}
SPOKEN_METHODS = {
    "addAction",
    "addItem",
    "addMenu",
    "addRow",
    "addTab",
    "addToolBar",
    "setAccessibleDescription",
    "setAccessibleName",
    "setPlaceholderText",
    "setStatusTip",
    "setText",
    "setTitle",
    "setToolTip",
    "setWhatsThis",
    "setWindowTitle",
    "showMessage",
}
SPOKEN_CLASSES = {
    "QAction",
    "QCheckBox",
    "QDockWidget",
    "QGroupBox",
    "QLabel",
    "QMenu",
    "QPushButton",
    "QRadioButton",
    "QToolBar",
}


@dataclass(frozen=True)
class Module:
    name: str
    source: str

    @property
    def tree(self) -> ast.Module:
        return _parsed(self.source)

    def within(self, room: str) -> bool:
        return self.name == room or self.name.startswith(room + ".")


@cache
def _parsed(source: str) -> ast.Module:
    return ast.parse(source)


@cache
def the_house() -> dict[str, Module]:
    found = {}
    for path in sorted((ROOT / "simdesk").rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path.read_text("utf-8"))
    return found


def imported(module: Module) -> Iterator[tuple[int, str]]:
    """Every imported name, those for type checkers and those inside functions included."""
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module.name}:{node.lineno} imports relatively"
            for alias in node.names:
                yield node.lineno, f"{node.module}.{alias.name}"


def floor_of(name: str) -> tuple[int, str]:
    """The floor and the room a dotted name lies in; the longest room that fits."""
    fits = [
        (len(room), floor, room)
        for floor, rooms in enumerate(FLOORS)
        for room in rooms
        if name == room or (name.startswith(room + ".") and room != "simdesk")
    ]
    _, floor, room = max(fits, default=(0, 0, "simdesk"))
    return floor, room


def no_arrow_points_up(module: Module) -> Iterator[str]:
    floor, room = floor_of(module.name)
    for line, name in imported(module):
        if name.partition(".")[0] != "simdesk":
            continue
        other_floor, other_room = floor_of(name)
        stranger = other_room in BACK_ROOMS and room in BACK_ROOMS and other_room != room
        behind = other_room in BACK_ROOMS and room == "simdesk.ui"
        if other_floor > floor or stranger or behind:
            yield f"{line} {room} may not know {name}"


def libraries_stay_at_home(module: Module) -> Iterator[str]:
    for line, name in imported(module):
        homes = LIBRARY_HOMES.get(name.partition(".")[0])
        if homes is not None and not any(map(module.within, homes)):
            yield f"{line} {name} lives in {', '.join(homes)}"


_FRONT = (".start.", ".loop.", ".app.", ".tour.", ".ui.")


def the_front_comes_late(module: Module) -> Iterator[str]:
    """The command line imports app and tour only inside the commands that need them."""
    if not module.name.startswith("simdesk.cli"):
        return
    for node in module.tree.body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = [f"{getattr(node, 'module', '')}.{alias.name}" for alias in node.names]
            for name in names:
                if any(room in f"{name}." for room in _FRONT):
                    yield f"{node.lineno} {name} is imported at the top"


def files_and_functions_stay_short(module: Module) -> Iterator[str]:
    lines = module.source.count("\n")
    if lines > LONGEST_FILE:
        yield f"1 holds {lines} lines"
    for node in ast.walk(module.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > LONGEST_FUNCTION:
                yield f"{node.lineno} {node.name} has {length} lines"


def names_refuse_something(module: Module) -> Iterator[str]:
    refused = REFUSED_NAMES.intersection(module.name.split("."))
    if refused:
        yield f"1 is named {', '.join(refused)}: that holds anything"


def time_and_chance_are_handed_in(module: Module) -> Iterator[str]:
    if module.name == "simdesk.compose":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            owner = ast.unparse(node.value).rpartition(".")[2]
            if node.attr in CLOCKS.get(owner, ()):
                yield f"{node.lineno} {owner}.{node.attr}"
            elif ast.unparse(node.value) == "random" and node.attr not in ("Random", "Generator"):
                yield f"{node.lineno} random.{node.attr}"
        elif isinstance(node, ast.ImportFrom) and node.module in ("random", "time", "secrets"):
            for alias in node.names:
                if alias.name not in ("Random", "struct_time", "sleep"):
                    yield f"{node.lineno} {node.module}.{alias.name}"


def colours_are_roles(module: Module) -> Iterator[str]:
    if not module.within("simdesk.ui") or module.name == "simdesk.ui.theme":
        return
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            digits = node.value.removeprefix("#")
            written = node.value.startswith("#") and len(digits) in (3, 4, 6, 8)
            if written and all(digit in "0123456789abcdefABCDEF" for digit in digits):
                yield f"{node.lineno} the colour {node.value}"
        elif isinstance(node, ast.Attribute) and ast.unparse(node.value).endswith("GlobalColor"):
            if node.attr != "transparent":
                yield f"{node.lineno} the colour {node.attr}"
        elif isinstance(node, ast.Call) and names_a_colour(node):
            yield f"{node.lineno} the colour {ast.unparse(node)}"


def names_a_colour(node: ast.Call) -> bool:
    makes_one = called(node) in ("QColor", "fromRgb", "fromString") and bool(node.args)
    return makes_one and all(isinstance(given, ast.Constant) for given in node.args)


def spoken_words_are_marked(module: Module) -> Iterator[str]:
    if not module.within("simdesk.ui"):
        return
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        if called(node) in SPOKEN_METHODS | SPOKEN_CLASSES:
            for given in (*node.args, *(word.value for word in node.keywords)):
                if has_letters(given):
                    yield f"{node.lineno} {ast.unparse(given)} is not marked for translation"
        elif called(node) in ("tr", "translate", "text"):
            for given in node.args:
                if isinstance(given, ast.JoinedStr):
                    yield f"{node.lineno} {ast.unparse(given)} can never be translated"


def marks_are_called_by_name(module: Module) -> Iterator[str]:
    """lupdate finds `QT_TRANSLATE_NOOP("context", "words")` and nothing that only means it."""
    calls = [node for node in ast.walk(module.tree) if isinstance(node, ast.Call)]
    found = {id(node.func) for node in calls}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Name) and node.id == MARK and id(node) not in found:
            yield f"{node.lineno} {MARK} under another name"
    for call in calls:
        if called(call) == MARK and not all(isinstance(given, ast.Constant) for given in call.args):
            yield f"{call.lineno} {ast.unparse(call)} can never be translated"


def called(node: ast.Call) -> str:
    return ast.unparse(node.func).rpartition(".")[2]


def has_letters(node: ast.expr) -> bool:
    if isinstance(node, ast.JoinedStr):
        return any(has_letters(part) for part in node.values)
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return node.value not in PROPER_NAMES and any(map(str.isalpha, node.value))


def nothing_waits_inside_the_loop(module: Module) -> Iterator[str]:
    """Nested loops lose tasks for good: dialogs open, nothing is exec'd."""
    if module.name == "simdesk.ui.early_drawing":
        return  # before there is a loop, there are no tasks
    refused = {"exec", "exec_", "processEvents", "asyncSlot", "asyncClose", "waitSignal"}
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call) and called(node) in refused and "." in ast.unparse(node.func):
            yield f"{node.lineno} {ast.unparse(node.func)}"
        elif isinstance(node, ast.Name) and node.id in ("asyncSlot", "asyncClose"):
            yield f"{node.lineno} {node.id}"


def nothing_is_left_for_later(module: Module) -> Iterator[str]:
    for number, line in enumerate(module.source.splitlines(), 1):
        if any(word in line for word in ("TODO", "FIXME", "XXX", "NotImplementedError")):
            yield f"{number} {line.strip()}"


def every_line_counts(module: Module) -> Iterator[str]:
    """Nothing is hidden from `make cover`."""
    for number, line in enumerate(module.source.splitlines(), 1):
        if "no cover" in line.casefold():
            yield f"{number} {line.strip()}"


Rule = Callable[[Module], Iterator[str]]
RULES: tuple[Rule, ...] = (
    no_arrow_points_up,
    libraries_stay_at_home,
    the_front_comes_late,
    files_and_functions_stay_short,
    names_refuse_something,
    time_and_chance_are_handed_in,
    colours_are_roles,
    spoken_words_are_marked,
    marks_are_called_by_name,
    nothing_waits_inside_the_loop,
    nothing_is_left_for_later,
    every_line_counts,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps(rule: Rule) -> None:
    complaints = [
        f"{module.name}:{complaint}"
        for module in the_house().values()
        for complaint in rule(module)
    ]
    assert not complaints, "\n" + "\n".join(complaints)


def test_no_import_goes_round() -> None:
    house = the_house()
    knows = {
        module.name: {known for _, name in imported(module) if (known := home_of(name, house))}
        for module in house.values()
    }
    assert not circles({name: others - {name} for name, others in knows.items()})


def home_of(name: str, house: dict[str, Module]) -> str | None:
    """The module a name comes from: `a.b.c` is the module `a.b.c`, or something in `a.b`."""
    package = name.rpartition(".")[0]
    return name if name in house else package if package in house else None


def circles(known: dict[str, set[str]]) -> set[str]:
    """Peel off modules that know nothing more; what stays goes round."""
    left = {name: set(others) for name, others in known.items()}
    while free := {name for name, others in left.items() if not others & left.keys()}:
        left = {name: others for name, others in left.items() if name not in free}
    return set(left)


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": set()}) == {"a", "b", "c"}


@pytest.mark.parametrize(
    ("rule", "name", "source"),
    [
        (no_arrow_points_up, "models.card", "from simdesk.services.cards import CardService"),
        (no_arrow_points_up, "services.storage.where", "import simdesk.services.cards"),
        (no_arrow_points_up, "services.storage.where", "from simdesk.services import providers"),
        (no_arrow_points_up, "services.cards", "if True:\n  from simdesk.compose import Desk"),
        (no_arrow_points_up, "ui.tasks", "from simdesk.services.storage import where"),
        (no_arrow_points_up, "compose", "from simdesk import app"),
        (libraries_stay_at_home, "services.cards", "from PySide6.QtCore import QObject"),
        (libraries_stay_at_home, "services.cards", "import sqlalchemy.orm"),
        (libraries_stay_at_home, "ui.cards.view", "def f():\n  import pyqtgraph as pg"),
        (the_front_comes_late, "cli", "from simdesk.app import main"),
        (files_and_functions_stay_short, "models.card", "x = 1\n" * 401),
        (files_and_functions_stay_short, "models.card", "def f():\n" + "  x = 1\n" * 60),
        (names_refuse_something, "ui.widgets", ""),
        (time_and_chance_are_handed_in, "ui.tasks", "import time\ntime.time()"),
        (time_and_chance_are_handed_in, "ui.tasks", "datetime.datetime.now(tz)"),
        (time_and_chance_are_handed_in, "ui.tasks", "import random\nrandom.choice('ab')"),
        (time_and_chance_are_handed_in, "ui.tasks", "from random import shuffle"),
        (colours_are_roles, "ui.tasks", "grey = '#808080'"),
        (colours_are_roles, "ui.tasks", "QColor('red')"),
        (colours_are_roles, "ui.tasks", "Qt.GlobalColor.red"),
        (spoken_words_are_marked, "ui.tasks", "label.setText('Cards')"),
        (spoken_words_are_marked, "ui.tasks", "QLabel(f'{n} cards')"),
        (spoken_words_are_marked, "ui.tasks", "self.tr(f'{n} cards')"),
        (marks_are_called_by_name, "ui.tasks", "_N = QT_TRANSLATE_NOOP"),
        (marks_are_called_by_name, "ui.tasks", "QT_TRANSLATE_NOOP('trade', words)"),
        (nothing_waits_inside_the_loop, "ui.tasks", "dialog.exec()"),
        (nothing_waits_inside_the_loop, "ui.tasks", "@asyncSlot()\ndef f(): ..."),
        (nothing_is_left_for_later, "ui.tasks", "# TODO"),
        (every_line_counts, "ui.tasks", "if broken:  # pragma: no cover"),
    ],
)
def test_an_offence_is_found(rule: Rule, name: str, source: str) -> None:
    assert list(rule(Module(f"simdesk.{name}", source)))
