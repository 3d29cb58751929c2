"""Codes of a reading as a sentence says them: what was done with a document, who was there, at which level."""

from __future__ import annotations

from collections.abc import Mapping

from accord.engine.said import say

_WORDS: Mapping[str, str] = {
    "adopted": say("adopted"),
    "discussed": say("discussed"),
    "forwarded": say("forwarded"),
    "agreed": say("agreed"),
    "planned": say("planned"),
    "held": say("held"),
    "under way": say("under way"),
    "cancelled": say("cancelled"),
    "postponed": say("postponed"),
    "present": say("present"),
    "absent": say("absent"),
    "mentioned": say("mentioned"),
    "narrow": say("narrow"),
    "extended": say("extended"),
    "plenary": say("plenary"),
    "closed": say("closed"),
    "heads": say("heads of state or government"),
    "ministers": say("ministers"),
    "head of state": say("head of state"),
    "prime minister": say("prime minister"),
    "foreign minister": say("foreign minister"),
    "defence minister": say("defence minister"),
    "secretary general": say("secretary general"),
}


def coded(code: str) -> str:
    """Return a code in words; one that has none stands as it is."""
    return _WORDS.get(code, code)
