"""What the user arranged: a small file of named sections, such as columns and window places."""

import json
from pathlib import Path

from simdesk.services.files import file_trouble, write_atomically


class Settings:
    """Sections of plain JSON values. A file that cannot be read counts as empty and is kept aside.

    Nothing of the trade lives here: losing the file costs a few clicks, never data.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._damaged = False
        self._sections = self._load()

    def get(self, section: str) -> dict[str, object]:
        """A copy of one section; empty when it was never put."""
        return dict(self._sections.get(section, {}))

    def everything(self) -> dict[str, dict[str, object]]:
        """A copy of all sections."""
        return {name: dict(values) for name, values in self._sections.items()}

    def put(self, section: str, values: dict[str, object]) -> None:
        """Replace one section and write the file. Raises KnownError; the values count anyway."""
        if self._sections.get(section) == values:
            return
        self._sections[section] = json.loads(json.dumps(values))
        self._save()

    def _load(self) -> dict[str, dict[str, object]]:
        try:
            found = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            self._damaged = True
            return {}
        if not isinstance(found, dict):
            self._damaged = True
            return {}
        return {name: values for name, values in found.items() if isinstance(values, dict)}

    def _save(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            if self._damaged:
                self._path.replace(self._path.with_suffix(".damaged"))
                self._damaged = False
        except OSError as error:
            raise file_trouble(error, self._path) from error
        words = json.dumps(self._sections, indent=1, ensure_ascii=False, sort_keys=True)
        # Called from the window's thread: waiting for the disk would be felt.
        with write_atomically(self._path, durable=False) as file:
            file.write(words.encode())
