"""SimDesk: a desktop for people who run fleets of IoT SIM cards."""

__version__ = "0.1.0"
