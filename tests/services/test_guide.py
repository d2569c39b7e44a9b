"""The operator's guide: whole in both languages, its links lead somewhere, its words true."""

import ast
import re
from collections import Counter
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from simdesk.models.texts import QT_TRANSLATE_NOOP
from simdesk.paths import resource
from simdesk.services import guide
from simdesk.services.guide import CHAPTERS, LANGUAGES, Chapter, chapter_of_page, chapters
from simdesk.ui.pages import before_cards, beside_cards

ROOT = Path(__file__).resolve().parents[2]
EVERY = [(name, language) for name in CHAPTERS for language in LANGUAGES]
_LINKS = re.compile(r"(?<!!)\[[^\]]*\]\(([^)]+)\)")
_PICTURES = re.compile(r"!\[[^\]]*\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`[^`]+`")
_HEADS = re.compile(r"^(#+) ", re.MULTILINE)


@cache
def chapter(name: str, language: str) -> Chapter:
    return next(one for one in chapters(language) if one.name == name)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_built_alike_in_both_languages(name: str) -> None:
    english, chinese = (chapter(name, language).words for language in LANGUAGES)
    for part in (_HEADS, _PICTURES, _LINKS):
        assert part.findall(english) == part.findall(chinese)
    assert len(_BOLD.findall(english)) == len(_BOLD.findall(chinese))
    assert english.count("\n|") == chinese.count("\n|")
    assert Counter(_CODE.findall(english)) == Counter(_CODE.findall(chinese))


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_links_and_pictures_are_there(name: str, language: str) -> None:
    one = chapter(name, language)
    found = [*_LINKS.findall(one.words), *_PICTURES.findall(one.words)]
    assert not [link for link in found if not (one.path.parent / link).is_file()]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_chapter_begins_with_its_only_title(name: str, language: str) -> None:
    one = chapter(name, language)
    assert one.words.startswith(f"# {one.title}\n")
    assert _HEADS.findall(one.words).count("#") == 1


def test_every_chapter_and_picture_is_reached() -> None:
    contents = chapter("index", "en").words
    assert [link.removesuffix(".md") for link in _LINKS.findall(contents)] == list(CHAPTERS[1:])
    files = {path.stem for path in chapter("index", "en").path.parent.glob("*.md")}
    assert files == set(CHAPTERS)
    shown = {
        Path(link).name
        for name in CHAPTERS
        for link in _PICTURES.findall(chapter(name, "en").words)
    }
    readme = {
        Path(link).name for link in _PICTURES.findall((ROOT / "README.md").read_text("utf-8"))
    }
    for language in ("en", "zh_CN"):
        there = {path.name for path in resource(f"guide/{language}/pictures").iterdir()}
        assert there == shown | readme


@cache
def said_by_the_program() -> frozenset[str]:
    """Every marked text of the program, as a person reads it."""
    found: set[str] = set()
    for path in (ROOT / "simdesk").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                place = {"tr": 0, "translate": 1, QT_TRANSLATE_NOOP.__name__: 1}.get(name)
                words = node.args[place : place + 1] if place is not None else []
                found.update(one.value for one in words if isinstance(one, ast.Constant))
    return frozenset(word.replace("&", "") for word in found if isinstance(word, str))


@pytest.mark.parametrize("name", CHAPTERS)
def test_what_stands_in_bold_can_be_read_in_the_window(name: str) -> None:
    quoted = set(_BOLD.findall(chapter(name, "en").words)) - {"bold"}
    assert not quoted - said_by_the_program()


@cache
def in_chinese() -> dict[str, set[str]]:
    """How the window says each English text in Chinese."""
    found: dict[str, set[str]] = {}
    for message in ElementTree.parse(translations()).iter("message"):
        source, said = message.findtext("source") or "", message.findtext("translation") or ""
        found.setdefault(source.replace("&", ""), set()).add(re.sub(r"\(?&\w?\)?", "", said))
    return found


def translations() -> Path:
    return ROOT / "resources" / "languages" / "simdesk_zh_CN.ts"


@pytest.mark.parametrize("name", CHAPTERS)
def test_what_stands_in_bold_is_what_the_chinese_window_says(name: str) -> None:
    english = [word for word in _BOLD.findall(chapter(name, "en").words) if word != "bold"]
    said = Counter(_BOLD.findall(chapter(name, "zh_CN").words)) - Counter(["粗体"])
    for word in english:
        fits = in_chinese().get(word, set()) & set(said)
        assert fits, f"{word}: {in_chinese().get(word)}"
        said[next(iter(fits))] -= 1
    assert not +said


def test_chinese_windows_read_chinese_and_all_others_english() -> None:
    assert chapters("zh_CN")[0].title == chapters("zh_HK")[0].title == "操作指南"
    assert chapters("de_DE")[0].title == chapters("C")[0].title == "Operator's guide"


def test_a_chapter_counts_what_is_sought_whatever_its_case() -> None:
    one = Chapter("x", "X", Path("x.md"), "Export this. An export, EXPORTED.")
    assert one.hits("export") == 3
    assert one.hits("") == 0


def test_a_chapter_without_a_heading_goes_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "words.md").write_text("no heading", "utf-8")
    monkeypatch.setattr(guide, "resource", lambda name: tmp_path / Path(name).name)
    assert guide._chapter("words", "en").title == "words"


def test_every_page_has_its_chapter() -> None:
    pages = {spec.name for spec in (*before_cards(), *beside_cards())} | {"cards"}
    assert set(guide.OF_PAGES) == pages
    assert set(guide.OF_PAGES.values()) <= set(CHAPTERS)
    assert chapter_of_page("a page of later") == "index"
