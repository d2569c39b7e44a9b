"""The mark our exports carry: properties of the file, which other programs keep."""

from collections.abc import Mapping
from datetime import datetime
from xml.etree import ElementTree

from simdesk.models.periods import Month
from simdesk.models.sheets import OwnMark, SheetRejectedError
from simdesk.services.spreadsheets.reading.archive import Archive
from simdesk.services.spreadsheets.reading.limits import MARK_BYTES

PART = "docProps/custom.xml"
_AUDIT = "SimDesk audit"


def mark_of(archive: Archive) -> OwnMark | None:
    """What the file says of itself; None for a file of others, or a mark that makes no sense."""
    if PART not in archive.names:
        return None
    try:
        content = archive.whole(PART, MARK_BYTES)
    except SheetRejectedError:
        return None
    if b"<!DOCTYPE" in content:
        return None
    try:
        return _mark(_properties(content))
    except (ElementTree.ParseError, LookupError, ValueError):
        return None


def _properties(content: bytes) -> Mapping[str, str]:
    root = ElementTree.fromstring(content)
    return {one.attrib["name"]: "".join(one.itertext()).strip() for one in root}


def _mark(said: Mapping[str, str]) -> OwnMark:
    """Raises KeyError and ValueError for what is not ours."""
    first, _, last = said["SimDesk months"].partition("-")
    exported_at = datetime.fromisoformat(said["SimDesk exported at"])
    if exported_at.tzinfo is None:
        raise ValueError(exported_at)
    return OwnMark(
        account=said["SimDesk account"],
        export_id=int(said["SimDesk export"]),
        exported_at=exported_at,
        months=(Month.parse(first), Month.parse(last)),
        daily=said["SimDesk daily"] == "yes",
        format_version=int(said["SimDesk format"]),
        audit_head=said[_AUDIT],
    )
