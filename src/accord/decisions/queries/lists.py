"""Questions in a list as of an instant, and the rules by which one can be put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from accord.access import Subject
from accord.decisions.models import Question, Silence, Word
from accord.decisions.pages import QuestionLine, RuleLine
from accord.decisions.queries.rows import LONGEST_LIST, visible_questions
from accord.decisions.rulings import ASKED_IN, fitting, suits
from accord.decisions.telling import way_label
from accord.engine.rules.model import Rule
from accord.members.models import Organisation
from accord.members.queries import members_of
from accord.members.queries.naming import reader_language
from accord.record import clock


def rules_for(organisation: Organisation, day: date) -> tuple[RuleLine, ...]:
    """Return the rules by which the council can decide on a day, its own first."""
    codes = [member.code for member in members_of(organisation)]
    lines = [rule_line(rule) for rule in fitting(codes, day)]
    return tuple(sorted(lines, key=lambda line: line.id != organisation.rule))


def rule_line(rule: Rule) -> RuleLine:
    """Return a rule as it is shown."""
    ways = tuple(way for way in ASKED_IN if suits(rule, way))
    title = rule.title.get(reader_language()) or rule.title.get("en", rule.id)
    words = rule.sentences.get(reader_language(), rule.sentence)
    return RuleLine(rule.id, title, words, rule.source, rule.standing, rule.needs_subject, ways)


def question_list(
    by: Subject, organisation_id: str, meeting_id: str = "", until: datetime | None = None
) -> tuple[QuestionLine, ...]:
    """
    Return the questions of an organisation, or of one meeting, that ``by`` can see: the newest first.

    Args:
        until: as they stood at this instant, without those put later; None for now.
    """
    at = until or clock.now()
    rows = visible_questions(by).filter(organisation=organisation_id, at__lte=at).select_related("ruling")
    rows = rows.filter(meeting=meeting_id) if meeting_id else rows
    found = list(rows[:LONGEST_LIST])
    ends = _ends(found, at)
    said = _spoke(found, {pk: round_ for pk, (round_, _end) in ends.items()}, at)
    members = len(members_of(Organisation.objects.get(pk=organisation_id), until and until.date()))
    return tuple(_line(row, len(said.get(row.pk, ())), members, ends.get(row.pk, (1, None))[1], at) for row in found)


def _ends(questions: Sequence[Question], at: datetime) -> dict[str, tuple[int, datetime]]:
    """Return for each silence procedure its round at an instant, and the last deadline of that round."""
    rows = Silence.objects.filter(question__in=questions, announced__lte=at).order_by("round", "deadline")
    return {pk: (round_, deadline) for pk, round_, deadline in rows.values_list("question", "round", "deadline")}


def _spoke(questions: Sequence[Question], rounds: Mapping[str, int], at: datetime) -> dict[str, set[str]]:
    """Return which members had said something to each question by an instant, in its round then."""
    said: dict[str, set[str]] = {}
    rows = Word.objects.filter(question__in=questions, at__lte=at)
    for question, member, round_ in rows.values_list("question", "member", "round"):
        if round_ == rounds.get(question, 1):
            said.setdefault(question, set()).add(member)
    return said


def _line(row: Question, said: int, members: int, deadline: datetime | None, at: datetime) -> QuestionLine:
    ruling = getattr(row, "ruling", None)
    expired = deadline is not None and deadline <= at
    state = ruling.outcome if ruling and ruling.at <= at else "expired" if expired else "open"
    label = way_label(row.way)
    return QuestionLine(row.pk, row.title, label, row.rule, state, said, members, row.at, row.sample, deadline)
