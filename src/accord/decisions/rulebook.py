"""The decision rules of a council as pages: which there are, what each says, and which questions were put under it."""

from __future__ import annotations

from datetime import date

from accord.access import NotVisible, Subject
from accord.decisions.pages import RuleLine, RulePage
from accord.decisions.queries import question_list, rule_line, rules_for
from accord.formats.rules import in_force, shipped
from accord.members.queries import shown_day, visible_organisations


def rule_lines(by: Subject, organisation_id: str, on: date | None = None) -> tuple[RuleLine, ...]:
    """Return the rules by which a council can decide on a day, its own first. Raises NotVisible."""
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    if organisation is None:
        raise NotVisible
    return rules_for(organisation, on or shown_day(organisation))


def rule_page(by: Subject, organisation_id: str, rule_id: str, on: date | None = None) -> RulePage:
    """Return a shipped rule, this council's or not, with the questions under it that ``by`` sees. Raises NotVisible."""
    organisation = visible_organisations(by).filter(pk=organisation_id).first()
    day = on or shown_day(organisation) if organisation else None
    rule = in_force(rule_id, day) if day and rule_id in shipped() else None
    if organisation is None or rule is None:
        raise NotVisible
    asked = question_list(by, organisation_id)
    return RulePage(
        line=rule_line(rule),
        why=rule.why,
        own=organisation.rule == rule_id,
        quorum=rule.quorum is not None,
        questions=tuple(each for each in asked if each.rule == rule_id),
    )
