"""An outcome as lines of a page: each test with what was found and what was needed. Pure: an outcome in, words out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from django.utils.translation import gettext as _

from accord.decisions.models import Position, Statement, Way
from accord.decisions.pages import Result, TestLine
from accord.drafting.outcomes import language
from accord.engine.rules import Compare, Node, NoneOf, Outcome, Question
from accord.engine.rules.gathering import tally
from accord.engine.rules.saying import LIMITS, figure, said, sentence
from accord.engine.rules.words import GROUPS, MEASURES, WORDS

WAYS = tuple(Way.choices)
"""Ways of asking, as (value, words)."""
KINDS = tuple(Statement.Kind.choices)
"""Kinds of statements, as (value, words)."""
SILENCE = Way.SILENCE.value


def way_label(way: str) -> str:
    """Return a way of asking in words."""
    return str(dict(WAYS).get(way, way))


def kind_label(kind: str) -> str:
    """Return a kind of statement in words."""
    return str(dict(KINDS).get(kind, kind))


def told(outcome: Outcome, names: Mapping[str, str]) -> Result:
    """Return an outcome in words. Of a secret ballot nobody is named."""
    case = outcome.case
    named = not case.secret
    return Result(
        outcome=outcome.outcome,
        sentence=sentence(outcome, names, titled=True)[language()],
        tests=tuple(line for each in outcome.passages for line in _tests(each.test, 0)),
        tally=_tally(case.positions),
        before=_tally(_first(outcome)) if case.superseded else (),
        missing=tuple(names.get(code, code) for code in outcome.missing) if named else (),
        pivotal=outcome.changes.pivotal if named else (),
        to_change=outcome.changes.to_change if named else (),
        remarks=tuple(said(each)[language()] for each in case.remarks),
    )


def open_questions(questions: Sequence[Question]) -> Result:
    """Return a result that decides nothing yet, with what has to be answered first."""
    words = " ".join(said(each)[language()] for each in questions)
    return Result("undetermined", words, (), (), (), (), (), (), ())


def position_label(position: str) -> str:
    """Return what a member said in words."""
    return str(dict(Position.choices).get(position, position))


def _first(outcome: Outcome) -> Mapping[str, str]:
    """Return the positions as they were before members spoke again."""
    case = outcome.case
    return dict(case.positions) | {line.member: line.position for line in reversed(case.superseded)}


def _tally(positions: Mapping[str, str]) -> tuple[tuple[str, int], ...]:
    return tuple((position_label(position), count) for position, count in tally(positions).items())


def _tests(node: Node, depth: int) -> Iterator[TestLine]:
    joined = {"all_of": _("all of these"), "any_of": _("at least one of these"), "not": _("not this")}
    if node.kind in joined:
        yield TestLine(depth, joined[node.kind], "", "", node.passed)
        for child in node.children:
            yield from _tests(child, depth + 1)
        return
    match node.test:
        case NoneOf(among, within):
            yield TestLine(depth, _set(among, within), str(len(node.who)), _("none allowed"), node.passed)
        case Compare():
            yield _compared(node, node.test, depth)


def _compared(node: Node, test: Compare, depth: int) -> TestLine:
    words = _set(test.among, test.within)
    if test.measure != "count":
        words = f"{MEASURES[language()].get(test.measure, test.measure)}: {words}"
    left, base, needed = (figure(each or Fraction(0)) for each in (node.left, node.base, node.needed))
    found = left if node.base is None else _("%(found)s of %(base)s") % {"found": left, "base": base}
    limit = _("at most %s") if node.kind in LIMITS else _("at least %s")
    return TestLine(depth, words, found, limit % needed, node.passed)


def _set(among: str, within: str) -> str:
    words = WORDS[language()]
    group = GROUPS[language()].get(within, words.get(within, within))
    return f"{words[among]} ({group})" if within else words[among]
