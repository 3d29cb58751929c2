"""Instruments with all that is entered of them, in a fixed number of queries however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from accord.decisions.models import Question, Ruling, Statement, Way, Word
from accord.members.models import Member, Organ, Organisation
from accord.members.over_time import belongs
from accord.members.pages import Called
from accord.members.queries import shown_day
from accord.members.queries.naming import name_book, reader_names
from accord.members.queries.organisations import states_of
from accord.signing.choices import Taking
from accord.signing.models import CertifiedCopy, Instrument, Original, Signature, Signing, Stance
from accord.signing.queries.rows import title_of
from accord.signing.taking import Said, stands


@dataclass(frozen=True, slots=True)
class Whole:
    """
    An instrument with its rows, as of the day that is shown.

    Attributes:
        names: names of the members of its day by code, in the council's order. signatures: each member's last one.
        corrected: code → how many signatures were entered before.
    """

    row: Instrument
    title: Called
    organ: str
    names: Mapping[str, str]
    said: Said
    statements: tuple[Statement, ...]
    stances: tuple[Stance, ...]
    signing: Signing | None
    signatures: tuple[Signature, ...]
    corrected: Mapping[str, int]
    original: Original | None
    copies: tuple[CertifiedCopy, ...]

    @property
    def states(self) -> Mapping[str, Taking]:
        """How each member stands, by code."""
        return {code: stands(self.said, self.stances, code) for code in self.names}

    @property
    def unsigned(self) -> tuple[str, ...]:
        """Codes of the members without a signature."""
        signed = {each.member for each in self.signatures}
        return tuple(code for code in self.names if code not in signed)


def gathered(rows: Sequence[Instrument], on: date | None = None) -> tuple[Whole, ...]:
    """
    Return instruments of one organisation with all their rows.

    Args:
        on: what was entered of a later day is left out; None is the day that the organisation's pages show. Of what was
            adopted or decided here everything counts, as its entries keep their real time.
    """
    if not rows:
        return ()
    roster = _Roster(rows[0].organisation)
    said, statements = _decided(rows)
    of: Mapping[type[Any], Mapping[str, list[Any]]] = {
        model: _by_instrument(model.objects.filter(instrument__in=[row.pk for row in rows]))
        for model in (Stance, Signing, Original, CertifiedCopy)
    }
    signed = _by_instrument(
        Signature.objects.filter(instrument__in=[row.pk for row in rows]).select_related("confirmation")
    )
    return tuple(_whole(row, roster, said, statements, of, signed, on or shown_day(row.organisation)) for row in rows)


def _whole(  # noqa: PLR0917
    row: Instrument,
    roster: _Roster,
    said: Mapping[str, Said],
    statements: Mapping[str, list[Statement]],
    of: Mapping[type[Any], Mapping[str, list[Any]]],
    signed: Mapping[str, list[Signature]],
    shown: date,
) -> Whole:
    until = None if row.adoption_id or row.ruling_id else shown
    signing, stances, copies = (_up_to(of[model].get(row.pk, []), until) for model in (Signing, Stance, CertifiedCopy))
    signatures = _up_to(signed.get(row.pk, []), until)
    last = {each.member: each for each in sorted(signatures, key=lambda each: each.number)}
    return Whole(
        row=row,
        title=roster.title(row),
        organ=roster.organ(row.organ),
        names=roster.on(row.day if until else shown),
        said=said.get(row.pk, Said({})),
        statements=tuple(statements.get(row.pk, ())),
        stances=tuple(stances),
        signing=next(iter(signing), None),
        signatures=tuple(sorted(last.values(), key=lambda each: (each.day, each.at))),
        corrected={code: each.number - 1 for code, each in last.items()},
        original=next(iter(of[Original].get(row.pk, [])), None),
        copies=tuple(copies),
    )


class _Roster:
    """The members of an organisation over time, and how they and its organs are called in the reader's language."""

    def __init__(self, organisation: Organisation) -> None:
        rows = Member.objects.filter(organisation=organisation).prefetch_related("states")
        self.called, self.book = reader_names(organisation), name_book(organisation)
        self.members = [
            (row.code, self.called.get(f"member {row.code}", row.name), states_of(row)) for row in rows
        ]

    def on(self, day: date) -> dict[str, str]:
        """Return names by code of the members of a day."""
        return {code: name for code, name, states in self.members if belongs(states, day)}

    def title(self, row: Instrument) -> Called:
        """Return how an instrument is called: one known by its title in the reader's language where it has one."""
        if row.adoption_id or row.ruling_id:
            return Called(title_of(row))
        return self.book.called(f"instrument {row.pk}", row.title)

    def organ(self, row: Organ | None) -> str:
        """Return how an organ is called; "" for none."""
        return self.called.get(f"organ {row.key}", row.name) if row else ""


def _by_instrument(rows: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for row in rows:
        found.setdefault(row.instrument_id, []).append(row)
    return found


def _up_to(rows: Iterable[Any], day: date | None) -> list[Any]:
    return [row for row in rows if day is None or row.day <= day]


def _decided(rows: Sequence[Instrument]) -> tuple[dict[str, Said], dict[str, list[Statement]]]:
    """Return what each adoption or ruling says of its members, and the statements attached to it."""
    asked = {row.pk: _question_of(row) for row in rows}
    questions = {each.pk: each for each in Question.objects.filter(pk__in=filter(None, asked.values()))}
    positions: dict[str, dict[str, str]] = {}
    for word in Word.objects.filter(question__in=questions, current=True).select_related("question"):
        if word.round == word.question.round:
            positions.setdefault(word.question_id, {})[word.member] = word.position
    attached: dict[str, list[Statement]] = {}
    for each in Statement.objects.filter(question__in=questions):
        attached.setdefault(each.question_id, []).append(each)
    rulings = Ruling.objects.filter(question__in=questions)
    sat = {each.question_id: frozenset(each.shown.get("apart", ())) for each in rulings}
    nobody: frozenset[str] = frozenset()
    said = {
        row.pk: _said(row, questions.get(asked[row.pk]), positions, sat.get(asked[row.pk], nobody)) for row in rows
    }
    return said, {row.pk: attached.get(asked[row.pk], []) for row in rows}


def _question_of(row: Instrument) -> str:
    if row.ruling is not None:
        return row.ruling.question_id
    return str(row.adoption.outcome.get("question", "")) if row.adoption is not None else ""


def _said(
    row: Instrument, question: Question | None, positions: Mapping[str, Mapping[str, str]], apart: frozenset[str]
) -> Said:
    if question is not None:
        return Said(
            positions.get(question.pk, {}),
            silence=question.way == Way.SILENCE,
            secret=question.way == Way.SECRET,
            apart=apart,
        )
    if row.adoption is None:
        return Said({})
    present, absent = (row.adoption.outcome.get(name, ()) for name in ("present", "absent"))
    return Said({**dict.fromkeys(present, "no_objection"), **dict.fromkeys(absent, "absent")})
