"""The providers SimDesk knows: one line each."""

from types import MappingProxyType
from typing import Final

from simdesk.services.providers.simulator import open_simulator

REGISTRY: Final = MappingProxyType({"simulator": open_simulator})
"""How each provider is opened, by the name that a desk remembers."""
