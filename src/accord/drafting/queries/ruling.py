"""The rule by which a council decides on a day, over its members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from accord.drafting.models import Text
from accord.engine import text as engine
from accord.engine.rules import Rule, RulesError
from accord.engine.rules.seating import seated
from accord.formats.rules import in_force, shipped
from accord.members.queries import members_of


def rule_on(rule_id: str, codes: Sequence[str], day: date) -> Rule:
    """Return the version in force over these members. Raises RulesError where the rule does not decide for them."""
    rule = in_force(rule_id, day) if rule_id in shipped() else None
    over = seated(rule, codes, day) if rule else None
    if over is None:
        raise RulesError(_("The rule %s does not decide for these members on that day.") % rule_id)
    return over


def rule_of_text(text: Text, body: engine.Text, day: date) -> Rule:
    """
    Return the rule of the organisation over the members and whoever else has a seat at the text.

    Raises:
        RulesError: it does not decide for them on that day.
    """
    members = [member.code for member in members_of(text.organisation)]
    return rule_on(text.organisation.rule, tuple(dict.fromkeys([*members, *body.delegations])), day)
