"""In which zones the capitals and the secretariat of the demonstration work."""

from __future__ import annotations

from importlib.resources import files
from uuid import uuid4

import yaml

from accord.access import Subject
from accord.members import actions as members
from accord.members.models import Organisation
from accord.members.values import ClockEntry


def enter_clocks(organisation: Organisation, *, by: Subject) -> None:
    """Enter them."""
    words = files("accord").joinpath("data/demo/clocks.yaml").read_text(encoding="utf-8")
    entries = [ClockEntry(**each) for each in yaml.safe_load(words)]
    members.enter_clocks(organisation.pk, entries, by=by, key=uuid4())
