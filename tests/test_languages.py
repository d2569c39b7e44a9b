"""What the sources say and what the translators gave back belong together.

`make translations` gathers every marked string; `resources/languages` keeps the translations and
what they compile to.
"""

import ast
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "languages"
CODES = sorted(path.stem.removeprefix("simdesk_") for path in FOLDER.glob("*.ts"))
MARK = "QT_TRANSLATE_NOOP"
AGAIN = "run `make translations`"
# What ends a sentence, and what stands for it in Chinese.
ENDINGS = {
    ".": ".。",
    "?": "?？",
    "!": "!！",
    ":": ":：",
    "…": "…",
    ",": ",，",
}


@dataclass(frozen=True)
class Message:
    context: str
    source: str
    translation: str
    kind: str
    """Empty when it is finished."""

    def __str__(self) -> str:
        return f"{self.context}: {self.source!r} -> {self.translation!r}"


@cache
def messages(code: str) -> tuple[Message, ...]:
    root = ElementTree.parse(FOLDER / f"simdesk_{code}.ts").getroot()
    found = []
    for context in root.iter("context"):
        for one in context.iter("message"):
            translation = one.find("translation")
            assert translation is not None
            found.append(
                Message(
                    context.findtext("name") or "",
                    one.findtext("source") or "",
                    translation.text or "",
                    translation.get("type", ""),
                )
            )
    return tuple(found)


def finished(code: str) -> Iterator[Message]:
    return (one for one in messages(code) if not one.kind)


# What is marked in the sources


@dataclass(frozen=True)
class Marked:
    context: str
    source: str


def marked_in(node: ast.AST, owner: str = "") -> Iterator[Marked | str]:
    """Every marked string below `node`, and a complaint for each whose context nobody can tell."""
    if isinstance(node, ast.ClassDef):
        owner = node.name
    if isinstance(node, ast.Call):
        yield from _marked_by(node, owner)
    for child in ast.iter_child_nodes(node):
        yield from marked_in(child, owner)


def _marked_by(call: ast.Call, owner: str) -> Iterator[Marked | str]:
    words = [one.value if isinstance(one, ast.Constant) else None for one in call.args]
    name = ast.unparse(call.func)
    last = name.rpartition(".")[2]
    if last == "tr" and words:
        if name != "self.tr" or len(words) > 1 or not owner:
            yield f"{call.lineno} {ast.unparse(call)}: say self.tr or QCoreApplication.translate"
        elif words[0] is not None:
            yield Marked(owner, words[0])
    elif name in ("QCoreApplication.translate", MARK):
        context, source = words[:2]
        if source is not None and context is None:
            yield f"{call.lineno} {ast.unparse(call)}: the context is not written out"
        elif source is not None:
            yield Marked(str(context), source)
    elif last == "translate" and len(words) > 1 and words[1] is not None:
        yield f"{call.lineno} {ast.unparse(call)}: say QCoreApplication.translate"


@cache
def marked() -> tuple[frozenset[Marked], tuple[str, ...]]:
    found, complaints = set(), []
    for path in sorted((ROOT / "simdesk").rglob("*.py")):
        for one in marked_in(ast.parse(path.read_text("utf-8"))):
            if isinstance(one, Marked):
                found.add(one)
            else:
                complaints.append(f"{path.relative_to(ROOT)}:{one}")
    return frozenset(found), tuple(complaints)


def test_of_every_marked_string_the_context_can_be_told() -> None:
    assert not marked()[1], "\n" + "\n".join(marked()[1])


@pytest.mark.parametrize(
    "source",
    [
        "class A:\n  def f(s):\n    s.tr('Cards')",
        "def f(owner):\n  owner.tr('Cards')",
        "class A:\n  def f(self):\n    self.tr('Cards', 'again')",
        "QCoreApplication.translate(CONTEXT, 'Cards')",
        "tr = QCoreApplication.translate\ntr('pages', 'Cards')",
        "translate = QCoreApplication.translate\ntranslate('pages', 'Cards')",
    ],
)
def test_a_string_that_would_be_missed_is_found(source: str) -> None:
    assert any(isinstance(one, str) for one in marked_in(ast.parse(source)))


@pytest.mark.parametrize("code", CODES)
def test_every_marked_string_has_reached_the_translators(code: str) -> None:
    gathered = {Marked(one.context, one.source) for one in messages(code)}
    missing, left = marked()[0] - gathered, gathered - marked()[0]
    assert not missing, f"{AGAIN}: {sorted(map(str, missing))[:20]}"
    assert not left, f"{AGAIN}: {sorted(map(str, left))[:20]}"


def test_plurals_are_two_sentences_and_need_no_file_for_english() -> None:
    assert [one for one in marked()[0] if "%n" in one.source] == []


# What the translators gave back


def test_chinese_is_there() -> None:
    assert CODES == ["zh_CN"]


@pytest.mark.parametrize("code", CODES)
def test_nothing_is_left_untranslated(code: str) -> None:
    left = [f"{one} ({one.kind})" for one in messages(code) if one.kind or not one.translation]
    assert not left, f"{len(left)} of them:\n" + "\n".join(left[:20])


@pytest.mark.parametrize("code", CODES)
def test_what_is_compiled_is_what_is_translated(code: str, tmp_path: Path) -> None:
    compiled = tmp_path / "again.qm"
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    source = FOLDER / f"simdesk_{code}.ts"
    line = [lrelease, "-silent", "-nounfinished", source, "-qm", compiled]
    subprocess.run(line, check=True, timeout=60)
    assert compiled.read_bytes() == (FOLDER / f"simdesk_{code}.qm").read_bytes(), AGAIN


_GAP = re.compile(r"\{[^{}]*\}|%\d|%n")


@pytest.mark.parametrize("code", CODES)
def test_gaps_are_those_of_the_source(code: str) -> None:
    wrong = [
        str(one)
        for one in finished(code)
        if Counter(_GAP.findall(one.source)) != Counter(_GAP.findall(one.translation))
    ]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("code", CODES)
def test_blanks_at_the_ends_are_those_of_the_source(code: str) -> None:
    def blanks(words: str) -> tuple[str, str]:
        return words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]

    wrong = [str(one) for one in finished(code) if blanks(one.source) != blanks(one.translation)]
    assert not wrong, "\n" + "\n".join(wrong)


@pytest.mark.parametrize("code", CODES)
def test_a_sentence_ends_as_in_the_source(code: str) -> None:
    wrong = [str(one) for one in finished(code) if not _ends_alike(one)]
    assert not wrong, "\n" + "\n".join(wrong)


def _ends_alike(one: Message) -> bool:
    ending = ENDINGS.get(one.source[-1:])
    if ending is not None:
        return one.translation[-1:] in ending
    return not one.translation.endswith(("。", "：", "…", "？", "！"))


_LETTER = re.compile(r"&(?!&)(\w)")


@pytest.mark.parametrize("code", CODES)
def test_letters_for_alt_are_those_of_the_source(code: str) -> None:
    """A Chinese menu names the letter in brackets: `文件(&F)`."""
    wrong = [
        str(one)
        for one in finished(code)
        if _LETTER.findall(one.source) != _LETTER.findall(one.translation)
    ]
    assert not wrong, "\n" + "\n".join(wrong)
