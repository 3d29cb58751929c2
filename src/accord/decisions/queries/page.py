"""The page of a question."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, Role, Subject
from accord.decisions import access
from accord.decisions.models import Statement, Way, Word
from accord.decisions.pages import (
    CountLine,
    MemberRow,
    QuestionPage,
    Result,
    SilencePage,
    StatementLine,
    WordLine,
    ZoneLine,
)
from accord.decisions.queries.lists import rule_line
from accord.decisions.queries.rows import question_row
from accord.decisions.queries.whole import Whole, whole
from accord.decisions.reading import agreed
from accord.decisions.rulings import POSITIONS
from accord.decisions.telling import KINDS, kind_label, open_questions, position_label, told, way_label
from accord.drafting.queries.names import text_names
from accord.engine.rules import silence as engine
from accord.engine.rules.periods import in_zones
from accord.meetings.queries import visible_meetings


def question_page(by: Subject, question_id: str) -> QuestionPage:
    """Return the page of a question. Raises NotVisible where ``by`` cannot see it."""
    question = question_row(by, question_id)
    all_ = whole(by, question)
    result = _result_of(all_)
    decisions = _decisions(by, all_)
    statements = Statement.objects.filter(question=question)
    procedure = all_.procedure
    meeting = visible_meetings(by).filter(pk=question.meeting_id).values_list("pk", "title").first()
    return QuestionPage(
        id=question.pk,
        title=question.title,
        way=question.way,
        way_label=way_label(question.way),
        rule=rule_line(all_.rule),
        day=question.day,
        subject=question.subject,
        meeting=meeting,
        text=_text_name(by, question.about),
        sample=question.sample,
        round=question.round,
        at=question.at,
        closed=all_.ruling.at if all_.ruling else None,
        me=by.delegation if by.role == Role.DELEGATE and by.organisation_id == question.organisation_id else "",
        rows=tuple(_rows(all_, result, by)),
        result=result,
        silence=_silence(all_, procedure) if procedure else None,
        counts=tuple(_counts(all_, by)),
        counts_agree=agreed(all_.counts) is not None,
        statements=tuple(_statement(each, all_.names) for each in statements),
        positions=tuple((each, position_label(each)) for each in POSITIONS[question.way]),
        kinds=tuple((value, str(label)) for value, label in KINDS),
        offers=frozenset(act for act, answer in decisions.items() if isinstance(answer, Allow)),
        reasons={act: answer.reason for act, answer in decisions.items() if isinstance(answer, Deny)},
        fingerprint=all_.fingerprint,
    )


def _result_of(all_: Whole) -> Result:
    """Return the outcome of a question in words: as closed, or as it stands."""
    if all_.question.way == Way.SECRET and agreed(all_.counts) is None:
        waiting = _("Not determined: two tellers have not yet entered the same count.")
        return Result("undetermined", waiting, (), (), (), (), (), (), ())
    outcome = all_.outcome()
    if isinstance(outcome, tuple):
        return open_questions(outcome)
    return told(outcome, all_.names)


def _decisions(by: Subject, all_: Whole) -> dict[str, Decision]:
    question, closed, members = all_.question, all_.closed, frozenset(all_.names)
    return {
        "record": access.may_record(by, question, closed=closed),
        "say": access.may_speak(by, question, members, closed=closed, apart=all_.apart),
        "object": access.may_object(by, question, members, closed=closed, apart=all_.apart),
        "count": access.may_count(by, question, closed=closed),
        "state": access.may_state(by, question, members),
        "close": access.may_close(by, question, closed=closed),
        "keep-time": access.may_keep_time(by, question, closed=closed),
    }


def _rows(all_: Whole, result: Result, by: Subject) -> list[MemberRow]:
    excluded = {all_.question.subject} if "subject" in all_.rule.exclude else set()
    said: dict[str, list[Word]] = {}
    for word in all_.words:
        said.setdefault(word.member, []).insert(0, word)
    return [
        _row(code, name, said.get(code, []), result, by, excluded=code in excluded, round_=all_.question.round)
        for code, name in all_.names.items()
    ]


def _row(
    code: str, name: str, words: list[Word], result: Result, by: Subject, *, excluded: bool, round_: int
) -> MemberRow:
    last = next((word for word in words if word.current and word.round == round_), None)
    mine = by.role == Role.DELEGATE and by.delegation == code
    earlier = tuple(_word(word) for word in words if word is not last)
    return MemberRow(code, name, mine, _word(last) if last else None, earlier, code in result.pivotal, excluded)


def _word(word: Word) -> WordLine:
    authority = {"chair": _("recorded by the chair"), "secretariat": _("recorded by the secretariat")}
    label = position_label(word.position)
    return WordLine(
        word.position, label, word.reason, word.at, authority.get(word.authority, ""), superseded=not word.current
    )


def _counts(all_: Whole, by: Subject) -> list[CountLine]:
    return [
        CountLine(each.teller, each.person == by.person_id, each.in_favour, each.against, each.abstaining, each.invalid)
        for each in all_.counts
    ]


def _statement(row: Statement, names: Mapping[str, str]) -> StatementLine:
    kind = kind_label(row.kind)
    return StatementLine(row.member, names.get(row.member, row.member), kind, row.wording, row.at)


def _silence(all_: Whole, procedure: engine.Procedure) -> SilencePage:
    zone = all_.terms[-1].zone
    length = (procedure.deadline - procedure.opens) / timedelta(seconds=1)
    left = max(0, int((procedure.deadline - all_.now) / timedelta(seconds=1)))
    local = in_zones(procedure.deadline, dict.fromkeys([zone, *all_.zones]))
    clocks = [(each.zone, each.code, each.at.replace(tzinfo=None), each.zone == zone) for each in local]
    return SilencePage(
        state="closed" if all_.closed else engine.state(procedure, all_.now),
        opens=procedure.opens,
        deadline=procedure.deadline,
        closes=procedure.deadline + procedure.drain,
        left=left,
        held=round(100 * (1 - min(left, length) / length)),
        zones=tuple(ZoneLine(*each) for each in clocks),
        unchanged=all_.fingerprint == procedure.text,
        watched=bool(all_.spans),
        doubts=engine.doubts(procedure, all_.watch),
        fingerprint=procedure.text,
        extended=tuple(turn.deadline for turn in procedure.turns if turn.what == "extended"),
        late=tuple(all_.names.get(each.member, each.member) for each in procedure.late),
    )


def _text_name(by: Subject, text_id: str) -> tuple[str, str] | None:
    found = next((each for each in text_names(by) if each.id == text_id), None) if text_id else None
    return (found.id, f"{found.symbol} {found.title}".strip()) if found else None
