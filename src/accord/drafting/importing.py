"""A bracketed text from outside as the negotiation that it would be: pure, so that preview and act say the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from accord.engine import text as engine
from accord.engine.text.findings import edited

NOT_OFFERED = frozenset({"B005", "B011"})
"""Corrections that an import needs not, or reads otherwise: furniture is left out, a stroke in a long bracket stays."""


def table_of(members: Iterable[tuple[str, str]], aliases: Mapping[str, str]) -> engine.Roster:
    """
    Return the table by which names in a bracketed text are read.

    Args:
        members: pairs of a code and the member's name, in the council's own order.
        aliases: other names → the code that each stands for; one that stands for no member is passed over.
    """
    names = {code: [name] for code, name in members}
    for alias, code in aliases.items():
        if code in names:
            names[code].append(alias)
    return engine.Roster.of(names)


def of_nobody(text: engine.Text) -> int:
    """Return how many alternatives beside the base's nobody holds."""
    others = (each for standing in engine.choices(text) for each in standing.choice.alternatives[1:])
    return sum(not each.holders for each in others)


def key_of(finding: engine.Finding) -> str:
    """Return by what a finding of one document is named."""
    return f"{finding.code}-{finding.offset}"


def may_correct(finding: engine.Finding) -> bool:
    """Whether a finding comes with a correction that can be accepted."""
    return bool(finding.edits) and finding.code not in NOT_OFFERED


def corrected(source: str, made: engine.Imported, key: str) -> str:
    """Return ``source`` with the correction of one finding made; unchanged where no finding has this key."""
    found = (each for each in made.findings if may_correct(each) and key_of(each) == key)
    finding = next(found, None)
    return edited(source, finding.edits) if finding else source
