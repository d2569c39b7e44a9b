"""A world of its own: cards, carriers, money and time, behind the provider interface."""

from simdesk.services.providers.simulator.build import build_world
from simdesk.services.providers.simulator.faults import FAULTS, FaultProfile
from simdesk.services.providers.simulator.fleet_plan import FleetPlan, Profile
from simdesk.services.providers.simulator.simulation import Simulation
from simdesk.services.providers.simulator.simulator import Simulator, open_simulator

__all__ = [
    "FAULTS",
    "FaultProfile",
    "FleetPlan",
    "Profile",
    "Simulation",
    "Simulator",
    "build_world",
    "open_simulator",
]
