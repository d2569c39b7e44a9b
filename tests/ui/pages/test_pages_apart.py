"""Pages do not know each other: what they want of another one goes through the window."""

import ast
from pathlib import Path

from simdesk.ui import pages

HOUSES = {
    "audit": "audit",
    "exported_files": "exported_files",
    "money": "money",
    "notification": "notifications",
    "notifications": "notifications",
    "operations": "operations",
    "order": "orders",
    "orders": "orders",
    "overview": "overview",
    "rule": "rules",
    "rules": "rules",
    "tags": "tags",
    "voucher": "vouchers",
    "vouchers": "vouchers",
}
"""Which page a module belongs to, by the beginning of its name."""


def house(module: str) -> str:
    """The page that a module of the room belongs to. Raises LookupError for a stranger."""
    fitting = [name for name in HOUSES if module == name or module.startswith(f"{name}_")]
    if not fitting:
        raise LookupError(f"{module} belongs to no page: name it after one, or list its beginning")
    return HOUSES[max(fitting, key=len)]


def test_no_page_imports_another() -> None:
    found = []
    for path in sorted(Path(pages.__file__).parent.glob("*.py")):
        if path.stem == "__init__":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or node.module is None:
                continue
            room, _, module = node.module.rpartition(".")
            if room == "simdesk.ui.pages" and house(module) != house(path.stem):
                found.append(f"{path.stem} imports {module}")
    assert found == []
