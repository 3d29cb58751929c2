"""The way of documents as a template of an organisation has it."""

from __future__ import annotations

from accord.documents.values import StepEntry
from accord.engine.passage import Pattern
from accord.formats.organisations import Template


def way_of(template: Template) -> tuple[tuple[StepEntry, ...], Pattern]:
    """Return the steps and the pattern of symbols with which a council of this template begins."""
    steps = tuple(
        StepEntry(
            each.key,
            each.label,
            each.kind,
            each.organ,
            {template.language: each.local} if each.local else {},
            each.optional,
            each.parallel,
        )
        for each in template.way
    )
    return steps, Pattern(template.symbols)
