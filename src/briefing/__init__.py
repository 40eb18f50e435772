"""Briefing: one dossier, every document composed from it, figures that check themselves."""

__version__ = "0.1.0"
