"""The one place where real parts are chosen and wired; no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simdesk.services.announcer import Announcer
    from simdesk.services.cards import CardService
    from simdesk.services.edits import LocalEdits
    from simdesk.services.exports import ExportService
    from simdesk.services.operations import OperationService
    from simdesk.services.providers.base import Provider
    from simdesk.services.providers.simulator.simulation import Simulation
    from simdesk.services.searches import SavedSearches
    from simdesk.services.settings import Settings
    from simdesk.services.sync import SyncService


@dataclass
class Desk:
    """One open fleet: its provider and everything that can be done with it."""

    name: str
    folder: Path
    provider: Provider
    simulation: Simulation | None
    cards: CardService
    edits: LocalEdits
    searches: SavedSearches
    sync: SyncService
    operations: OperationService
    exports: ExportService
    settings: Settings
    announcer: Announcer
