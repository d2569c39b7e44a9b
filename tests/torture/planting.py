"""Plants a bug into a module before it is imported, by replacing words of its source."""

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import CodeType, ModuleType

from tests.torture.mutants import MUTANTS, Edit

ROOT = Path(__file__).parents[2] / "simdesk"


def changed(edits: Sequence[Edit], file: str) -> str:
    """The source of a file with its edits. Raises ValueError for words that are not there once."""
    source = (ROOT / file).read_text("utf-8")
    for edit in edits:
        if edit.file != file:
            continue
        if source.count(edit.old) != 1:
            raise ValueError(f"{file} has {source.count(edit.old)} times: {edit.old}")
        source = source.replace(edit.old, edit.new)
    return source


class _Loader(importlib.machinery.SourceFileLoader):
    """Compiles the changed source instead of the file; nothing is cached."""

    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:
        return compile(self._source, self.path, "exec", dont_inherit=True)


class _Planter(importlib.abc.MetaPathFinder):
    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        source = self._sources.get(fullname)
        spec = importlib.machinery.PathFinder.find_spec(fullname, path)
        if source is None or spec is None or spec.origin is None:
            return None
        spec.loader = _Loader(fullname, spec.origin, source)
        return spec


def plant(name: str) -> None:
    """Change what will be imported from now on; what is imported already is an error.

    Raises KeyError for a bug nobody knows, ValueError where it no longer fits the source.
    """
    edits = MUTANTS[name].edits
    sources: dict[str, str] = {}
    for file in {edit.file for edit in edits}:
        module = "simdesk." + file.removesuffix(".py").replace("/", ".")
        if module in sys.modules:
            raise ValueError(f"{module} is imported already")
        sources[module] = changed(edits, file)
    sys.meta_path.insert(0, _Planter(sources))
