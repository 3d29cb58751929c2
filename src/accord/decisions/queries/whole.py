"""Questions with all their rows, and what the rule says of them now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from accord.access import Subject
from accord.decisions.models import Count, Question, Ruling, Silence, Watching, Way, Word
from accord.decisions.queries.rows import LONGEST_LIST, text_fingerprint, visible_questions
from accord.decisions.reading import binding, lines_of, procedure_of
from accord.decisions.rulings import outcome_of
from accord.drafting.queries.ruling import rule_on
from accord.engine.rules import Outcome
from accord.engine.rules import Question as Asked
from accord.engine.rules import silence as engine
from accord.engine.rules.model import Rule
from accord.engine.rules.watching import Span, watch
from accord.meetings.queries import visible_meetings, without_credentials
from accord.members.models import Organisation
from accord.members.queries import clocks_of, member_names
from accord.record import clock

Row = TypeVar("Row", Silence, Word, Count)
MOST_ZONES = 12


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


def rule_of(question: Question, codes: Sequence[str]) -> Rule:
    """Return the rule of a question over the members. Raises RulesError where it does not fit them any longer."""
    return rule_on(question.rule, codes, question.day)


def zones_of(by: Subject, organisation: Organisation) -> tuple[str, ...]:
    """Return the zones of the secretariat and the capitals, where none is entered those of the latest meetings."""
    known = [line.zone for line in clocks_of(organisation)]
    rows = visible_meetings(by).filter(organisation=organisation).values_list("zone", flat=True)
    return tuple(dict.fromkeys(known or rows[:LONGEST_LIST]))[:MOST_ZONES]


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


def _spans() -> tuple[Span, ...]:
    """Return the spans in which the clock was watched, the oldest first."""
    rows = Watching.objects.order_by("since").values_list("since", "seen", "drift")
    return tuple(Span(*row) for row in rows)
