"""What of the questions a subject can see, and their pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accord.access import Allow, Decision, Deny, NotVisible, Role, Subject
from accord.access.queries import visible_audiences
from accord.decisions import access
from accord.decisions.models import Count, Position, Question, Ruling, Silence, Statement, Watching, Way, Word
from accord.decisions.pages import (
    CountLine,
    MemberRow,
    QuestionLine,
    QuestionPage,
    Result,
    RuleLine,
    SilencePage,
    StatementLine,
    WordLine,
    ZoneLine,
)
from accord.decisions.reading import agreed, binding, lines_of, procedure_of
from accord.decisions.rulings import ASKED_IN, POSITIONS, fitting, outcome_of, suits
from accord.decisions.telling import KINDS, kind_label, open_questions, position_label, told, way_label
from accord.drafting.models import Text
from accord.drafting.queries.names import text_names
from accord.drafting.queries.rows import current, visible_texts
from accord.drafting.queries.ruling import rule_on
from accord.engine.rules import Outcome
from accord.engine.rules import Question as Asked
from accord.engine.rules import silence as engine
from accord.engine.rules.model import Rule
from accord.engine.rules.periods import in_zones
from accord.engine.rules.watching import Span, watch
from accord.meetings.queries import empty_seats, visible_meetings, without_credentials
from accord.members.models import Organisation
from accord.members.queries import clocks_of, member_names, members_of
from accord.members.queries.naming import reader_language
from accord.record import clock
from accord.record.queries import visible_entries

Row = TypeVar("Row", Silence, Word, Count)

LONGEST_LIST = 200
MOST_ZONES = 12


def visible_questions(by: Subject) -> QuerySet[Question]:
    """Questions whose audience admits ``by``, the newest first."""
    return Question.objects.filter(audience__in=visible_audiences(by))


def question_row(by: Subject, question_id: str) -> Question:
    """Return the question. Raises NotVisible where ``by`` cannot see it or there is none."""
    row = visible_questions(by).select_related("organisation", "meeting").filter(pk=question_id).first()
    if row is None:
        raise NotVisible
    return row


@dataclass(frozen=True, slots=True)
class Whole:
    """
    A question with all its rows, and what the rule says of them now.

    Attributes:
        names: names of the members by code, in the council's order. rule: over these members.
        fingerprint: of what silence would bind to now. ruling: None while it is open.
        zones: in which the council meets.
        apart: codes of those that sit without accepted credentials; once it is closed, those of the closing.
    """

    question: Question
    names: Mapping[str, str]
    rule: Rule
    words: tuple[Word, ...]
    counts: tuple[Count, ...]
    terms: tuple[Silence, ...]
    ruling: Ruling | None
    fingerprint: str
    zones: tuple[str, ...]
    now: datetime
    spans: tuple[Span, ...] = ()
    apart: frozenset[str] = frozenset()

    @property
    def watch(self) -> engine.Watch:
        """What is known of clock and service over a silence procedure."""
        procedure = self.procedure
        return watch(self.spans, procedure, self.now) if procedure else engine.Watch()

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes of the members."""
        return tuple(self.names)

    @property
    def voting(self) -> tuple[str, ...]:
        """Codes of the members whose ballots can be in a box: all but those without accepted credentials."""
        return tuple(code for code in self.names if code not in self.apart)

    @property
    def procedure(self) -> engine.Procedure | None:
        """The silence procedure, where it is one."""
        return procedure_of(self.question, self.terms, self.words) if self.terms else None

    @property
    def closed(self) -> bool:
        """Whether the question is closed."""
        return self.ruling is not None

    def outcome(self) -> Outcome | tuple[Asked, ...]:
        """Return the outcome as it stands (of a silence: if it ends so), or what has to be asked first."""
        question, procedure = self.question, self.procedure
        if procedure is None:
            lines = lines_of(question, self.words, self.counts, self.voting)
            secret = question.way == Way.SECRET
            return outcome_of(self.rule, lines, question.day, subject=question.subject, secret=secret, apart=self.apart)
        lines, end = list(procedure.lines()), procedure.deadline
        return outcome_of(
            self.rule, lines, question.day, subject=question.subject, deadline=end, closed=end, apart=self.apart
        )


def whole(by: Subject, question: Question) -> Whole:
    """Return a question that ``by`` can see with all its rows."""
    names = member_names(question.organisation)
    ruling = Ruling.objects.filter(question=question).first()
    return Whole(
        question=question,
        names=names,
        rule=rule_of(question, tuple(names)),
        words=tuple(Word.objects.filter(question=question)),
        counts=tuple(Count.objects.filter(question=question)),
        terms=tuple(Silence.objects.filter(question=question)),
        ruling=ruling,
        fingerprint=binding(question.title, question.about, text_fingerprint(by, question.about)),
        zones=zones_of(by, question.organisation),
        now=clock.now(),
        spans=_spans() if question.way == Way.SILENCE else (),
        apart=frozenset(ruling.shown.get("apart", ())) if ruling else without_credentials(question.meeting_id),
    )


def apart_at(by: Subject, text_id: str) -> frozenset[str]:
    """Return codes of those that sit at a text without the credentials that its meeting needs."""
    text = visible_texts(by).filter(pk=text_id).first()
    return without_credentials(text.meeting) if text else frozenset()


def sat_apart(question_id: str) -> tuple[str, ...]:
    """Return codes of those that sat without accepted credentials when a question was decided; it did not ask them."""
    ruling = Ruling.objects.filter(question=question_id).first()
    return tuple(ruling.shown.get("apart", ())) if ruling else ()


def empty_at(by: Subject, text_id: str) -> frozenset[str]:
    """Return codes of those whose seats were empty at the sitting of a text; none once its roll was taken."""
    text = visible_texts(by).filter(pk=text_id).first()
    if text is None or not text.meeting:
        return frozenset()
    if visible_entries(by).filter(stream=text.stream, verb="took the roll").exists():
        return frozenset()
    return empty_seats(by, text.meeting, text.audience_id)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A question with its terms, words and counts, without what its rule makes of them."""

    question: Question
    terms: tuple[Silence, ...]
    words: tuple[Word, ...]
    counts: tuple[Count, ...]


def open_questions_of(by: Subject, organisation: Organisation) -> tuple[Gathered, ...]:
    """Return the questions that are open and that ``by`` can see, with their rows, in at most four queries."""
    rows = list(visible_questions(by).filter(organisation=organisation, ruling=None))
    if not rows:
        return ()
    terms = _by_question(Silence.objects.filter(question__in=rows))
    words = _by_question(Word.objects.filter(question__in=rows))
    counts = _by_question(Count.objects.filter(question__in=rows))
    return tuple(
        Gathered(row, *(tuple(each.get(row.pk, ())) for each in (terms, words, counts)))  # type: ignore[arg-type]
        for row in rows
    )


def _by_question(rows: Iterable[Row]) -> dict[str, list[Row]]:
    out: dict[str, list[Row]] = {}
    for row in rows:
        out.setdefault(row.question_id, []).append(row)
    return out


def silences_running() -> tuple[Question, ...]:
    """Return the silence procedures that are not closed, whoever put them: for the clock, which closes what is over."""
    return tuple(Question.objects.filter(way=Way.SILENCE, ruling=None).order_by("at"))


def _spans() -> tuple[Span, ...]:
    """Return the spans in which the clock was watched, the oldest first."""
    rows = Watching.objects.order_by("since").values_list("since", "seen", "drift")
    return tuple(Span(*row) for row in rows)


def rule_of(question: Question, codes: Sequence[str]) -> Rule:
    """Return the rule of a question over the members. Raises RulesError where it does not fit them any longer."""
    return rule_on(question.rule, codes, question.day)


def text_fingerprint(by: Subject, text_id: str) -> str:
    """Return the fingerprint of the current version of a text; "" for none."""
    text = visible_texts(by).filter(pk=text_id).first() if text_id else None
    return current(text).fingerprint if text else ""


def is_before_council(by: Subject, text_id: str) -> bool:
    """Whether a text that ``by`` can see is before the council."""
    return visible_texts(by).filter(pk=text_id, state=Text.State.COUNCIL).exists()


def adopting(by: Subject, question_id: str) -> str:
    """Return the text that closing this question adopts if the answer is yes; "" where it adopts none."""
    rows = visible_questions(by).filter(pk=question_id, adopts=True)
    return rows.values_list("about", flat=True).first() or ""


def questions_about(by: Subject, text_id: str) -> tuple[tuple[str, str, str], ...]:
    """Return id, title and way of the questions that are open about a text, the newest first."""
    rows = visible_questions(by).filter(about=text_id, ruling=None).values_list("pk", "title", "way")
    return tuple((pk, title, way_label(way)) for pk, title, way in rows[:LONGEST_LIST])


def zones_of(by: Subject, organisation: Organisation) -> tuple[str, ...]:
    """Return the zones of the secretariat and the capitals, where none is entered those of the latest meetings."""
    known = [line.zone for line in clocks_of(organisation)]
    rows = visible_meetings(by).filter(organisation=organisation).values_list("zone", flat=True)
    return tuple(dict.fromkeys(known or rows[:LONGEST_LIST]))[:MOST_ZONES]


def rules_for(organisation: Organisation, day: date) -> tuple[RuleLine, ...]:
    """Return the rules by which the council can decide on a day, its own first."""
    codes = [member.code for member in members_of(organisation)]
    lines = [rule_line(rule) for rule in fitting(codes, day)]
    return tuple(sorted(lines, key=lambda line: line.id != organisation.rule))


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


def question_page(by: Subject, question_id: str) -> QuestionPage:
    """Return the page of a question. Raises NotVisible where ``by`` cannot see it."""
    question = question_row(by, question_id)
    all_ = whole(by, question)
    result = result_of(all_)
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


def result_of(all_: Whole) -> Result:
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


def rule_line(rule: Rule) -> RuleLine:
    """Return a rule as it is shown."""
    ways = tuple(way for way in ASKED_IN if suits(rule, way))
    title = rule.title.get(reader_language()) or rule.title.get("en", rule.id)
    words = rule.sentences.get(reader_language(), rule.sentence)
    return RuleLine(rule.id, title, words, rule.source, rule.standing, rule.needs_subject, ways)


def _text_name(by: Subject, text_id: str) -> tuple[str, str] | None:
    found = next((each for each in text_names(by) if each.id == text_id), None) if text_id else None
    return (found.id, f"{found.symbol} {found.title}".strip()) if found else None


def breaks(position: str) -> bool:
    """Whether a word is an objection."""
    return position in (Position.OBJECTION, Position.AMENDMENT)
