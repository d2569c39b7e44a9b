"""Window settings: kept by section, never in the way."""

from pathlib import Path

import pytest

from simdesk.models.errors import KnownError
from simdesk.services.settings import Settings


def test_sections_come_back_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.put("cards", {"widths": {"iccid": 180}, "hidden": ["apn"], "备注": True})
    settings.put("window", {"maximised": False})
    again = Settings(path)
    assert again.get("cards") == {"widths": {"iccid": 180}, "hidden": ["apn"], "备注": True}
    assert again.get("window") == {"maximised": False}
    assert again.get("never put") == {}


def test_a_section_handed_out_is_a_copy(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.put("window", {"width": 1200})
    settings.get("window")["width"] = 1
    assert settings.get("window") == {"width": 1200}


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings = Settings(path)
    settings.put("window", {"width": 1200})
    path.unlink()
    settings.put("window", {"width": 1200})
    assert not path.exists()


@pytest.mark.parametrize("content", [b"{ broken", b"[1, 2]", b"\xff\xfe"])
def test_a_damaged_file_counts_as_empty_and_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    settings = Settings(path)
    assert settings.get("window") == {}
    assert path.read_bytes() == content
    settings.put("window", {"width": 1})
    assert Settings(path).get("window") == {"width": 1}
    assert path.with_suffix(".damaged").read_bytes() == content


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    settings = Settings(tmp_path / "file" / "settings.json")
    with pytest.raises(KnownError, match=r"settings\.json"):
        settings.put("window", {"width": 1})
    assert settings.get("window") == {"width": 1}
