"""The decision rules of a council as pages: which there are, what each says, and which questions were put under it."""

from __future__ import annotations

from datetime import date

from accord.access import NotVisible, Subject
from accord.decisions.pages import RuleLine, RulePage
from accord.decisions.queries import question_list, rules_for
from accord.formats.rules import in_force
from accord.members.queries import shown_day, visible_organisations


def rule_lines(by: Subject, organisation_id: str, on: date | None = None) -> tuple[RuleLine, ...]:
    """Return the rules by which a council can decide on a day, its own first. Raises NotVisible."""
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        raise NotVisible
    return rules_for(organisation, on or shown_day(organisation))


def rule_page(by: Subject, organisation_id: str, rule_id: str, on: date | None = None) -> RulePage:
    """Return one of these rules with the questions under it that ``by`` can see. Raises NotVisible."""
    lines = rule_lines(by, organisation_id, on)
    line = next((each for each in lines if each.id == rule_id), None)
    organisation = visible_organisations(by).get(pk=organisation_id)
    rule = in_force(rule_id, on or shown_day(organisation)) if line else None
    if line is None or rule is None:
        raise NotVisible
    asked = question_list(by, organisation_id)
    return RulePage(
        line=line,
        why=rule.why,
        own=organisation.rule == rule_id,
        quorum=rule.quorum is not None,
        questions=tuple(each for each in asked if each.rule == rule_id),
    )
