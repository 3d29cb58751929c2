"""Accord runs a council of states that decides together."""

__version__ = "0.1.0"
