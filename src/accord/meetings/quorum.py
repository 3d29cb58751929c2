"""Whether enough members sit: the quorum of the organisation's rules, as one sentence."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.engine.rules import Case, Rule, decide
from accord.engine.rules.deciding import ADOPTED
from accord.engine.rules.model import Member, Stage, measures_of
from accord.formats.rules import in_force, organs, shipped


def quorum_rule(rule_id: str, on: date) -> Rule | None:
    """
    Return the rule that asks for a quorum in the organs that decide by ``rule_id``; None where none is known.

    The council's own rule comes first, then the others of the same organs. A quorum of weights is not computed here.
    """
    own = shipped().get(rule_id)
    if not own:
        return None
    others = organs().get(own[0].organ, ())
    found = (in_force(each, on) for each in dict.fromkeys((rule_id, *others)))
    return next((rule for rule in found if rule and rule.quorum and not _weighed(rule)), None)


def quorum_sentence(
    rule_id: str, *, members: Sequence[str], present: Collection[str], on: date, in_words: str = ""
) -> str:
    """
    Return for instance "5 of 6 members are present: a quorum under …", or why it is not computed.

    Args:
        in_words: title of the organisation's own rule on a quorum, which is entered in words alone; "" for none.
    """
    counts = {"present": len({*members} & {*present}), "members": len(members)}
    rule = quorum_rule(rule_id, on)
    if rule is None:
        why, title = _uncomputed(rule_id, on, in_words)
        return why % {**counts, "rule": title}
    values = {**counts, "rule": _title(rule)}
    if has_quorum(rule, members, present):
        return _("%(present)d of %(members)d members are present: a quorum under the rule “%(rule)s”.") % values
    return _("%(present)d of %(members)d members are present: no quorum under the rule “%(rule)s”.") % values


def _uncomputed(rule_id: str, on: date, in_words: str) -> tuple[str, str]:
    """Return why no quorum is computed, as a sentence that wants counts and the title of a rule, and that title."""
    weighed = in_force(rule_id, on) if rule_id in shipped() else None
    if weighed and weighed.quorum:
        why = _(
            "%(present)d of %(members)d members are present. The rule “%(rule)s” asks for a quorum by weight: "
            "it is not computed here, since attendance counts members alone."
        )
        return why, _title(weighed)
    if in_words:
        why = _(
            "%(present)d of %(members)d members are present. The rule on a quorum, “%(rule)s”, is known in words "
            "alone: whether this is a quorum is not computed here; read the rule."
        )
        return why, in_words
    return _("%(present)d of %(members)d members are present. No rule on a quorum is known."), ""


def _title(rule: Rule) -> str:
    return rule.title.get((get_language() or "en").partition("-")[0]) or rule.title["en"]


def has_quorum(rule: Rule, members: Sequence[str], present: Collection[str]) -> bool:
    """Return whether these members are a quorum under a rule that asks for one."""
    positions = {code: "abstain" if code in present else "absent" for code in members}
    case = Case(members=tuple(map(Member, members)), entitled=tuple(members), positions=positions)
    return decide(_alone(rule), case).outcome == ADOPTED


def _weighed(rule: Rule) -> bool:
    """Whether the quorum counts anything but members."""
    return bool(measures_of(_alone(rule)))


def _alone(rule: Rule) -> Rule:
    """Return a rule that decides by the quorum alone."""
    test = (rule.quorum,) if rule.quorum else ()
    return replace(rule, quorum=None, stages=tuple(Stage(name="quorum", kind="vote", test=each) for each in test))
