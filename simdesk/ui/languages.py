"""Which languages the window speaks, and the one that it speaks now.

The sources are English; every other language is a file in `resources/languages`, so that a further
one needs no code. In English no file is opened at all.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from simdesk.paths import resource

SYSTEM, ENGLISH = "system", "en"
_FOLDER, _STEM, _ENDING = "languages", "simdesk_", ".qm"
_QTS_OWN = "qtbase_"
_KEPT = "simdesk_translator"
"""The name of the translators on the application, whose children they are."""
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True)
class Language:
    """`code` is `en` or `zh_CN`; `name` what those who speak it call it."""

    code: str
    name: str


def languages() -> tuple[Language, ...]:
    """English first, then those whose files came with the program, by code."""
    return tuple(Language(code, _own_name(code)) for code in (ENGLISH, *_translated()))


def speak(code: str = SYSTEM) -> str:
    """Speak the language of `code` from now on; what stands on the screen keeps its words.

    `system` is the first language of the system that there is. An unknown code counts as `system`;
    a file that is missing or broken leaves English. Returns the code that is spoken.
    """
    app = QCoreApplication.instance()
    if app is None:
        raise RuntimeError("there is no application to translate")
    for old in app.findChildren(QTranslator, _KEPT):
        app.removeTranslator(old)
        old.deleteLater()
    spoken = _known(code) or _first_known(QLocale.system().uiLanguages())
    if spoken != ENGLISH:
        ours = _translator(app, _file(spoken))
        if ours is None:
            spoken = ENGLISH
        else:
            _use_qts_own(app, spoken)
            app.installTranslator(ours)
    QLocale.setDefault(_locale(spoken))
    return spoken


def _own_name(code: str) -> str:
    own = QLocale(code)
    return "English" if code == ENGLISH else own.nativeLanguageName()


def _translated() -> tuple[str, ...]:
    try:
        folder = resource(_FOLDER)
    except FileNotFoundError:
        return ()
    found = (path.name for path in folder.glob(f"{_STEM}*{_ENDING}"))
    return tuple(sorted(name[len(_STEM) : -len(_ENDING)] for name in found))


def _known(code: str) -> str | None:
    if code == SYSTEM:
        return None
    return code if code == ENGLISH or code in _translated() else None


def _first_known(wanted: Iterable[str]) -> str:
    """The first of these names of languages that is spoken; `zh-Hans-SG` is `zh_CN` as well."""
    there: dict[QLocale.Language, str] | None = None
    for name in wanted:
        language = QLocale(name).language()
        if language in (QLocale.Language.English, QLocale.Language.C):
            return ENGLISH
        if there is None:
            there = {QLocale(code).language(): code for code in _translated()}
        if language in there:
            return there[language]
    return ENGLISH


def _file(code: str) -> Path:
    return resource(_FOLDER) / f"{_STEM}{code}{_ENDING}"


def _translator(app: QCoreApplication, file: Path) -> QTranslator | None:
    translator = QTranslator(app)
    translator.setObjectName(_KEPT)
    if translator.load(str(file)):
        return translator
    _LOG.warning("the language file %s cannot be used", file.name)
    translator.deleteLater()
    return None


def _use_qts_own(app: QCoreApplication, code: str) -> None:
    """What Qt itself says: the buttons of its dialogs, the menus of its fields."""
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    translator = _translator(app, folder / f"{_QTS_OWN}{code}{_ENDING}")
    if translator is not None:
        app.installTranslator(translator)


def _locale(code: str) -> QLocale:
    """The system's formats where it speaks the window's language, else those of the language."""
    system, own = QLocale.system(), QLocale(code)
    return system if system.language() is own.language() else own
