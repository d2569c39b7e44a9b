"""Where a desk may lie: on a disk of this machine (reliability.md F32).

Network drives lie about locks and about what is on the disk, and folders that a cloud service
keeps alike copy a database while it is written: both damage it, sooner or later.
"""

import ctypes
import re
import sys
from collections.abc import Callable
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import Final

from simdesk.models.errors import KnownError
from simdesk.models.texts import QT_TRANSLATE_NOOP, text

NETWORK_KINDS: Final = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "ncpfs", "davfs", "ceph", "glusterfs", "afs"}
)
"""File systems of other machines, as Linux and macOS call them; those over FUSE see below."""
_OVER_FUSE: Final = re.compile(r"fuse\.(sshfs|rclone|gvfsd-fuse|davfs2?|s3fs|smbnetfs|curlftpfs)")
_CLOUD: Final = re.compile(
    r"onedrive( - .+)?|dropbox( \(.+\))?|google ?drive|icloud ?drive|mobile documents|nextcloud"
    r"|owncloud|box( sync)?|seafile|syncthing"
)
_OCTAL: Final = re.compile(r"\\([0-7]{3})")
_MOUNTS: Final = Path("/proc/mounts")
_REMOTE: Final = 4
"""DRIVE_REMOTE, as GetDriveTypeW answers."""
DriveKind = Callable[[str], int]


def shared_by(
    path: PurePath, platform: str, mounts: str = "", drive_kind: DriveKind = lambda root: 0
) -> str | None:
    """What shares this folder with other machines, by its name; None for a disk of this one.

    `path` is absolute, `platform` as sys.platform; `mounts` is the text of /proc/mounts, and
    `drive_kind` asks Windows for the type of a root such as `C:\\`.
    """
    cloud = next((part for part in path.parts if _CLOUD.fullmatch(part.casefold())), None)
    if cloud is not None:
        return cloud
    if platform == "win32":
        root = PureWindowsPath(path).anchor
        if root.startswith("\\\\"):
            return root
        return root if drive_kind(root) == _REMOTE else None
    kind = _kind_of(PurePosixPath(path), mounts)
    return kind if kind in NETWORK_KINDS or _OVER_FUSE.fullmatch(kind) else None


def _kind_of(path: PurePosixPath, mounts: str) -> str:
    """The file system that holds `path`: of the mounts above it the deepest, the last of equals."""
    deepest, found = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = PurePosixPath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[1]))
        if path.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, found = len(point.parts), fields[2]
    return found


def check_place(path: Path) -> None:
    """Refuse a desk that other machines share. Raises KnownError, which names what shares it."""
    mounts = _MOUNTS.read_text("utf-8", "replace") if _MOUNTS.exists() else ""
    shared = shared_by(path.resolve().parent, sys.platform, mounts, _drive_kind)
    if shared is not None:
        raise KnownError(
            text(
                QT_TRANSLATE_NOOP(
                    "trade", "“{path}” lies where other machines reach it ({shared})."
                ),
                path=str(path),
                shared=shared,
            ),
            text(
                QT_TRANSLATE_NOOP(
                    "trade",
                    "A desk needs a disk of this PC. Move the folder, or look at a copy of it.",
                )
            ),
        )


def _drive_kind(root: str) -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetDriveTypeW(root))
    return 0
