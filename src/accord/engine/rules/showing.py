"""
An outcome as plain values, as JSON has it: the same keys for the command line, the API and the record.

Source: docs/reference/rules.md, "The answer as JSON".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeAlias

from accord.engine.rules.deciding import Node, Outcome, Passage
from accord.engine.rules.gathering import Case, Question, tally
from accord.engine.rules.model import OPERATORS, Compare, NoneOf, Rule
from accord.engine.rules.saying import said, sentence

Json: TypeAlias = Mapping[str, object]


def shown(outcome: Outcome, names: Mapping[str, str] | None = None) -> Json:
    """Return an outcome with its sentence, trace, missing, pivotal and to_change."""
    case = outcome.case
    return {
        "outcome": outcome.outcome,
        "rule": outcome.rule.id,
        "stage": outcome.stage,
        "sentence": sentence(outcome, names),
        "trace": [*_tallies(case), *(_passage(each, secret=case.secret) for each in outcome.passages)],
        "missing": [] if case.secret else list(outcome.missing),
        "pivotal": [] if case.secret else list(outcome.changes.pivotal),
        "to_change": [] if case.secret else [list(each) for each in outcome.changes.to_change],
        "to_change_complete": outcome.changes.complete,
        "reservations": [{"member": each.member, "text": each.reservation} for each in case.lines if each.reservation],
        "remarks": [said(each) for each in case.remarks],
        "source": outcome.rule.source,
        "standing": outcome.rule.standing,
        "in_force": _period(outcome.rule),
    }


def asked(questions: Sequence[Question], rule: str) -> Json:
    """Return questions in the form of an outcome that is not determined: the same keys, nothing decided."""
    words = [said(each) for each in questions]
    joined = {language: " ".join(each[language] for each in words) for language in ("en", "ru")}
    empty: Json = {key: [] for key in ("trace", "missing", "pivotal", "to_change")}
    return {"outcome": "undetermined", "rule": rule, "stage": None, "sentence": joined, **empty, "questions": words}


def number(value: Fraction) -> int | str:
    """Return an exact number: an integer, or "27/5"."""
    return value.numerator if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _period(rule: Rule) -> Json:
    return {"from": rule.start.isoformat() if rule.start else None, "to": rule.end.isoformat() if rule.end else None}


def _tallies(case: Case) -> list[Json]:
    """Return the tally of the positions that count and, where a member spoke again, the one before."""
    out: list[Json] = [{"node": "tally", "which": "final", **tally(case.positions)}]
    if case.superseded:
        first = dict(case.positions) | {each.member: each.position for each in reversed(case.superseded)}
        lines = [
            {"member": each.member, "position": each.position, "at": each.at.isoformat() if each.at else None}
            for each in case.superseded
        ]
        out.append({"node": "tally", "which": "before", **tally(first), "superseded": lines})
    if case.set_aside:
        aside = [{"member": each.member, "position": each.position} for each in case.set_aside]
        out.append({"node": "set_aside", "lines": aside})
    return out


def _passage(passage: Passage, *, secret: bool) -> Json:
    return {
        "node": "quorum" if passage.name == "quorum" else "stage",
        "name": passage.name,
        "kind": passage.kind,
        "passed": passage.passed,
        "children": [_node(passage.test, secret=secret)],
    }


def _node(node: Node, *, secret: bool) -> Json:
    out: dict[str, object] = {"node": node.kind, "passed": node.passed}
    match node.test:
        case Compare():
            out |= _compared(node, node.test)
        case NoneOf(among, within):
            out |= {"set": among, "within": within or None, "lhs": len(node.who), "op": "=", "rhs": 0}
            out |= {"who": list(node.who)}
    if secret:
        out.pop("who", None)
    if node.children:
        out["children"] = [_node(each, secret=secret) for each in node.children]
    return out


def _compared(node: Node, test: Compare) -> Json:
    assert node.left is not None
    assert node.right is not None
    assert node.needed is not None
    assert node.margin is not None
    return {
        "measure": test.measure,
        "set": test.among,
        "within": test.within or None,
        "lhs": number(node.left),
        "op": OPERATORS[test.operator],
        "rhs": number(node.right),
        "share": None if test.share is None else number(test.share),
        "of": test.of if test.share is not None else None,
        "base": None if node.base is None else number(node.base),
        "needed": number(node.needed),
        "margin": number(node.margin),
        "who": list(node.who),
    }
