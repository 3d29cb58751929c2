"""The decision rules that ship with Accord (data/rules), read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml


@dataclass(frozen=True, slots=True)
class Rule:
    """
    A decision rule as data.

    Attributes:
        standing: "stated" | "inference" | "unverified": how well its wording is known.
    """

    id: str
    title: str
    sentence: str
    standing: str
    source: str
    why: str = ""


@cache
def rules() -> dict[str, Rule]:
    """Return the shipped rules by id."""
    stored = files("accord").joinpath("data/rules/consensus.yaml").read_text(encoding="utf-8")
    return {each["id"]: Rule(**each) for each in yaml.safe_load(stored)}
