"""What is shipped: the lock it is built from, the texts of its licences, the list for machines."""

import json
from importlib.metadata import distribution
from pathlib import Path

import pytest

from building import distributions, licences, requirements, sbom, shipped
from building.bundle import wanted
from building.shipped import LicenceMissingError, Part

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def test_the_lean_lock_is_a_part_of_the_lock_with_its_hashes() -> None:
    names = distributions.needed(("simdesk", "pyinstaller")).keys() - {"simdesk"}
    lean = requirements.lean(LOCK, names)
    assert set(lean.splitlines()) <= set(LOCK.splitlines())
    assert {"numpy", "pyinstaller", "shiboken6", "tzdata"} <= requirements.entries(lean).keys()
    assert not {"pytest", "mypy", "hypothesis", "ruff"} & requirements.entries(lean).keys()
    for words in requirements.entries(lean).values():
        assert "--hash=sha256:" in words


def test_a_library_that_is_locked_twice_is_taken_twice() -> None:
    older, newer, other = "a==1 ; python_version < '3' \\", "a==2 \\", "b==1 \\"
    lock = "".join(f"{words}\n    --hash=x\n" for words in (older, newer, other))
    assert requirements.lean(lock, {"a"}) == lock.partition("b==")[0]
    with pytest.raises(KeyError):
        requirements.lean(lock, {"c"})


def test_every_library_that_is_shipped_has_the_text_of_its_licence() -> None:
    found = {part.name: part for part in shipped.parts(())}
    assert {"pyside6-essentials", "numpy", "python", "pyinstaller"} <= found.keys()
    assert "simdesk" not in found
    assert all(part.licence and part.texts for part in found.values())
    lesser, general = found["pyside6-essentials"].texts[::-1]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in lesser
    assert "GNU GENERAL PUBLIC LICENSE" in general


def test_nothing_is_shipped_under_the_gpl_alone() -> None:
    """PyInstaller's starter may be distributed with any program; its licence says so."""
    gpl = {
        part.name
        for part in shipped.parts(())
        if "GPL" in part.licence or "General Public" in part.licence
    }
    assert gpl == {"pyside6-essentials", "shiboken6", "pyinstaller"}
    (starter,) = (part for part in shipped.parts(()) if part.name == "pyinstaller")
    assert "Bootloader Exception" in starter.texts[0]


def test_a_library_without_a_text_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "bare-1.0.dist-info"
    folder.mkdir()
    (folder / "METADATA").write_text("Metadata-Version: 2.1\nName: bare\nVersion: 1.0\n")
    (folder / "RECORD").write_text("bare-1.0.dist-info/METADATA,,\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    with pytest.raises(LicenceMissingError, match=r"bare 1\.0"):
        shipped.of_library("bare", distribution("bare"))


def test_a_text_that_several_share_stands_once() -> None:
    listed = [Part(name, "1", f"pkg:pypi/{name}@1", "MIT", ("Permission.",)) for name in "ab"]
    words = licences.third_party(listed)
    assert words.count("Permission.") == 1
    assert "The same text as that of a." in words


PARTS = (
    Part("b", "2", "pkg:pypi/b@2", "MIT", ("text",), "https://b.example/"),
    Part("a", "1", "pkg:pypi/a@1", "", ("text",), needs=("b",)),
)


def test_the_list_of_parts_is_the_same_for_the_same_parts() -> None:
    document = sbom.sbom("simdesk", "1.0", ["a"], PARTS)
    assert document == sbom.sbom("simdesk", "1.0", ["a"], PARTS[::-1])
    told = json.loads(document)
    assert (told["bomFormat"], told["specVersion"]) == ("CycloneDX", "1.6")
    assert [one["purl"] for one in told["components"]] == ["pkg:pypi/a@1", "pkg:pypi/b@2"]
    references = {one["bom-ref"] for one in told["components"]} | {
        told["metadata"]["component"]["bom-ref"]
    }
    assert len(references) == 3
    assert {one["ref"]: one["dependsOn"] for one in told["dependencies"]} == {
        "pkg:generic/simdesk@1.0": ["pkg:pypi/a@1"],
        "pkg:pypi/a@1": ["pkg:pypi/b@2"],
        "pkg:pypi/b@2": [],
    }
    assert (
        told["serialNumber"]
        != json.loads(sbom.sbom("simdesk", "1.1", ["a"], PARTS))["serialNumber"]
    )


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", False),
        ("PySide6/Qt/plugins/iconengines/libqsvgicon.so", True),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/lib/QtQuick.framework/Versions/A/QtQuick", False),
        ("tzdata/zoneinfo/Asia/Shanghai", True),
        ("PySide6/Qt/translations/qtbase_zh_CN.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/assistant_zh_CN.qm", False),
        ("simdesk/resources/languages/simdesk_zh_CN.qm", True),
        ("simdesk/resources/languages/simdesk_zh_CN.ts", False),
        ("numpy-2.4.6.dist-info/METADATA", True),
        ("numpy-2.4.6.dist-info/RECORD", False),
    ],
)
def test_what_goes_along(name: str, goes: bool) -> None:
    assert wanted(name, {"zh_CN"}) is goes
