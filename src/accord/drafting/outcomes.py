"""A decision in words: the sentence of the record and its reasons. Pure: no database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.drafting.pages import Outcome
from accord.engine.rules import ConsensusOutcome, Seat, decide_by_consensus
from accord.formats.rules import Rule


def outcome_of(rule: Rule, seats: Sequence[Seat], names: Mapping[str, str]) -> Outcome:
    """Return the outcome of a consensus rule over these seats, as the record will say it."""
    decided = decide_by_consensus(seats)
    return Outcome(
        adopted=decided.adopted,
        sentence=_sentence(rule, decided, names),
        reasons=tuple(_reasons(rule, decided, names)),
        change=_change(decided),
    )


def _change(decided: ConsensusOutcome) -> str:
    if decided.adopted:
        return _("one objection before it is closed")
    return _("every objection withdrawn") if decided.objecting else _("at least one seat taken")


def _sentence(rule: Rule, decided: ConsensusOutcome, names: Mapping[str, str]) -> str:
    under = rule.id if rule.standing == "stated" else _("%s (wording unverified)") % rule.id
    head = _("Adopted under %s") % under if decided.adopted else _("Not adopted under %s") % under
    count = ngettext("%d present", "%d present", len(decided.present)) % len(decided.present)
    objected = _("none objected") if not decided.objecting else _("objected: %s") % _listed(decided.objecting, names)
    sentence = f"{head}: {count}, {objected}."
    silent = _silent(decided)
    if not silent:
        return sentence
    absent = _("Absent: %s (neither consent nor objection recorded).") % _listed(silent, names)
    return f"{sentence} {absent}"


def _reasons(rule: Rule, decided: ConsensusOutcome, names: Mapping[str, str]) -> list[tuple[str, str]]:
    reasons = [("yes", _("Nothing in the text is open: no choice, no reservation."))]
    if decided.objecting:
        reasons.append(("no", _("%s objected.") % _listed(decided.objecting, names)))
    elif not decided.present:
        reasons.append(("no", _("No seat is taken.")))
    else:
        count = len(decided.present)
        silent = ngettext("%d present, and no objection.", "%d present, and no objection.", count)
        reasons.append(("yes", silent % count))
    silent = _silent(decided)
    if silent:
        quorum = ngettext(
            "%s was absent. Whether a quorum is asked for is not known here.",
            "%s were absent. Whether a quorum is asked for is not known here.",
            len(silent),
        )
        reasons.append(("care", quorum % _listed(silent, names)))
    if rule.standing != "stated":
        reasons.append(("care", _("The wording of the rule is not verified: %s") % rule.source))
    return reasons


def _silent(decided: ConsensusOutcome) -> tuple[str, ...]:
    """Return who was absent and said nothing; a member that objects from afar has spoken."""
    return tuple(code for code in decided.absent if code not in decided.objecting)


def _listed(codes: Sequence[str], names: Mapping[str, str]) -> str:
    return ", ".join(names.get(code, code) for code in codes)
