"""What goes into the built program, and what it says of itself on Windows and macOS.

The parts for Windows and macOS are tested as texts; built they were never here.
"""

from collections.abc import Callable, Collection, Iterator
from pathlib import Path, PurePath
from typing import Any

from building.distributions import PROGRAM, needed

# Plugins pull these in; excluding modules does not reach them.
_UNWANTED = ("Quick", "Qml", "Pdf", "VirtualKeyboard")
UNWANTED = tuple(f"{qt}{name}" for name in _UNWANTED for qt in ("Qt6", "Qt"))  # macOS: no number
PLUGINS = {
    "generic": (),
    "networkinformation": (),
    "tls": (),
    "egldeviceintegrations": (),
    "platforms": ("offscreen", "wayland", "xcb", "windows", "cocoa"),
    "platformthemes": ("xdgdesktopportal",),
    "imageformats": ("svg", "ico", "jpeg", "gif"),
    "wayland-shell-integration": ("xdg-shell",),
    "wayland-graphics-integration-client": ("wayland-egl",),
}
"""Folders of Qt's plugins of which only these are wanted; all of what is in other folders is.

The theme of GTK would need all of GTK; the portal tells the same of colours and file dialogs.
"""
_SOURCES = {".ts"}
"""Of translations: what is loaded is made of them."""
_MACHINE_FILES = {"RECORD", "REQUESTED", "INSTALLER", "direct_url.json"}
"""Of a library's metadata: they tell of this machine, or list files that lie elsewhere now."""


def wanted(name: str, languages: Collection[str]) -> bool:
    """Whether the file that would be called `name` in the program's folder goes into it.

    `languages` are those that SimDesk speaks beside English, such as `zh_CN`.
    """
    path = PurePath(name)
    if any(part in path.name for part in UNWANTED):
        return False
    if "plugins" in path.parts and path.parent.name in PLUGINS:
        return any(plugin in path.stem for plugin in PLUGINS[path.parent.name])
    if any(part.endswith(".dist-info") for part in path.parts):
        return path.name not in _MACHINE_FILES
    if path.suffix == ".qm" and "PySide6" in path.parts:
        return path.stem.removeprefix("qtbase_") in languages
    return path.suffix not in _SOURCES


def metadata(copy: Callable[[str], list[tuple[str, str]]]) -> Iterator[tuple[str, str]]:
    """Name, version and licence texts of every library, for `importlib.metadata`: file, folder.

    `copy` is PyInstaller's `copy_metadata`.
    """
    for name in needed((PROGRAM,)):
        yield from copy(name)


def version_block(version: str, folder: Path) -> str:
    """Write what Windows shows under a program's properties; its path."""
    path = folder / "version.txt"
    path.write_text(version_text(version), "utf-8")
    return str(path)


def version_text(version: str) -> str:
    """The same as PyInstaller reads it; Windows wants four numbers, so `1.2.3` is 1.2.3.0."""
    numbers = tuple(int(part) for part in version.split("."))
    four = (*numbers, 0, 0, 0, 0)[:4]
    told = {
        "CompanyName": "The SimDesk authors",
        "FileDescription": "SimDesk",
        "FileVersion": version,
        "InternalName": "simdesk",
        "LegalCopyright": "MIT licence",
        "OriginalFilename": "simdesk.exe",
        "ProductName": "SimDesk",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({key!r}, {value!r})" for key, value in told.items())
    return (
        "VSVersionInfo(\n"
        f"  ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F, flags=0, OS=0x40004,"
        " fileType=1, subtype=0, date=(0, 0)),\n"
        f"  kids=[StringFileInfo([StringTable('040904B0', [{strings}])]),\n"
        "        VarFileInfo([VarStruct('Translation', [0x0409, 1200])])],\n"
        ")\n"
    )


def information(version: str) -> dict[str, Any]:
    """Keys of the bundle's Info.plist on macOS beside those that PyInstaller writes."""
    return {
        "CFBundleDisplayName": "SimDesk",
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.business",
        "LSBackgroundOnly": False,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "MIT licence",
    }
