"""
``accord decide RULE POSITIONS [--date D] [--subject CODE] [--json]``.

Source: docs/reference/command-line.md, "accord decide".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from accord.cli import ends
from accord.cli.ends import Refusal
from accord.engine.rules import Outcome, Question, Rule, RulesError, decide, gather
from accord.engine.rules.saying import said, sentence
from accord.engine.rules.showing import asked, shown
from accord.formats import rules as shipped
from accord.formats.positions import Positions, read_positions
from accord.formats.rulefiles import read_rules
from accord.formats.strict import FormError
from accord.formats.textfile import decode

LARGEST = 4_000_000
MARKS = {True: "yes", False: "no", None: "open"}
PRINTED_SETS = 5
PRINTED_NAMES = 12


def run(*, rule: str, positions: str, date: str, subject: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    try:
        given = read_positions(read_text(positions), ends.shown(positions))
        on = day_of(date) or given.date
        found = _rule(rule, given, on)
        if isinstance(found, Question):
            return _ask((found,), rule, as_json=as_json)
        case = gather(
            found,
            given.lines,
            on or latest_day(found),
            subject=subject.upper() or given.subject,
            deadline=given.deadline,
            closed=given.closed,
        )
        if isinstance(case, tuple):
            return _ask(case, found.id, as_json=as_json)
        outcome = decide(found, case)
    except (FormError, RulesError) as error:
        raise Refusal(str(error)) from None
    document = dict(shown(outcome)) | {"date": (on or latest_day(found)).isoformat()}
    ends.put(ends.as_json_bytes(document) if as_json else _written(_lines(outcome, document)))
    return ends.NEEDS_A_PERSON if outcome.outcome == "undetermined" else ends.DONE


def read_text(name: str) -> str:
    """Return what a small text file says; "-" is standard input."""
    if name != ends.STANDARD_INPUT and Path(name).stat().st_size > LARGEST:
        raise Refusal(f"{name}: is larger than {LARGEST // 1_000_000} MB.")
    return ends.read_input(name).text if name == ends.STANDARD_INPUT else decode(Path(name).read_bytes(), name)


def day_of(written: str) -> datetime.date | None:
    """Return the day that --date names; None without one."""
    try:
        return datetime.date.fromisoformat(written) if written else None
    except ValueError:
        raise Refusal(f"--date {written}: is no date; write 2024-06-21.") from None


def latest_day(rule: Rule) -> datetime.date:
    """Return today, or the last day on which the rule was in force."""
    today = datetime.date.today()
    return rule.end if rule.end and rule.end < today else today


def _rule(name: str, given: Positions, on: datetime.date | None) -> Rule | Question:
    if name in shipped.shipped():
        found = in_force(name, shipped.versions(name), on)
        return _differing(found, given.question, shipped.organs().get(found.organ, ())) or found
    if name in shipped.organs():
        return _of_organ(name, given.question, on)
    if not Path(name).is_file():
        raise Refusal(f"{name}: is neither the id of a rule (accord rules lists them) nor a file.")
    found = in_force(name, read_rules(read_text(name), name, shipped.shipped_roster), on)
    return _differing(found, given.question, (found.id,)) or found


def in_force(name: str, versions: tuple[Rule, ...], on: datetime.date | None) -> Rule:
    """Return the version in force on a day; without one today's, or the last that was."""
    fitting = [each for each in versions if each.in_force(on or datetime.date.today())]
    if not fitting and on is None:
        fitting = sorted(versions, key=lambda each: each.end or datetime.date.max)
    if not fitting:
        periods = "; ".join(f"{each.start or 'the beginning'} to {each.end or 'now'}" for each in versions)
        raise Refusal(f"{name}: is not in force on {on}; it is from {periods}.")
    return fitting[-1]


def _differing(rule: Rule, question: str, siblings: tuple[str, ...]) -> Question | None:
    """Return a question where the positions are on what this rule does not decide, but a rule beside it does."""
    if not question or question in rule.question or not rule.question:
        return None
    own = rule.id not in shipped.shipped()
    beside = {word for id_ in siblings if id_ in shipped.shipped() for word in shipped.shipped()[id_][0].question}
    if not own and question not in beside:
        return None
    values = {"asked": question, "rule": rule.id, "decides": ", ".join(rule.question)}
    return Question("question_differs", values)


def _of_organ(organ: str, question: str, on: datetime.date | None) -> Rule | Question:
    """Return the rule of an organ for the question of the positions; a question where that is not one rule."""
    ids = shipped.organs()[organ]
    fitting = [each for each in ids if question and question in shipped.shipped()[each][0].question]
    if len(fitting) == 1:
        return in_force(fitting[0], shipped.versions(fitting[0]), on)
    named = ", ".join(f"{each} ({', '.join(shipped.shipped()[each][0].question)})" for each in ids)
    return Question("question_type", {"organ": organ, "rules": named})


def _ask(questions: tuple[Question, ...], rule: str, *, as_json: bool) -> int:
    words = [said(each) for each in questions]
    lines = [each[language] for language in ("en", "ru") for each in words]
    ends.put(ends.as_json_bytes(asked(questions, rule)) if as_json else _written(lines))
    return ends.NEEDS_A_PERSON


# Words


def _written(lines: Iterator[str] | list[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _lines(outcome: Outcome, document: Mapping[str, Any]) -> Iterator[str]:
    yield from sentence(outcome).values()
    for node in document["trace"]:
        yield from _node(node, 1)
    if outcome.missing:
        yield f"missing: {', '.join(outcome.missing)}"
    if outcome.changes.pivotal:
        yield f"pivotal: {', '.join(outcome.changes.pivotal)}"
    sets = outcome.changes.to_change
    yield from (f"to change: {_few(each)}" for each in sets[:PRINTED_SETS])
    if len(sets) > PRINTED_SETS:
        yield f"to change: {len(sets) - PRINTED_SETS} more sets; --json lists them"
    yield from (f"{each['member']}: {each['text']}" for each in document["reservations"])
    yield from (each["en"] for each in document["remarks"])


def _few(codes: tuple[str, ...]) -> str:
    if len(codes) <= PRINTED_NAMES:
        return ", ".join(codes)
    return f"{len(codes)} members, such as {', '.join(codes[:PRINTED_NAMES])}, …"


def _node(node: Mapping[str, Any], depth: int) -> Iterator[str]:
    indent = "  " * depth
    if node["node"] in {"tally", "set_aside"}:
        yield indent + _tally(node)
        return
    words = [node["node"], node.get("name") or ""]
    if "lhs" in node:
        words = [node["node"], node.get("measure", "count"), node["set"], node["within"] and f"within {node['within']}"]
        words += [f": {node['lhs']} {node['op']} {node['rhs']}"]
    said_words = " ".join(word for word in words if word).replace(" :", ":")
    yield f"{indent}[{MARKS[node['passed']]}] {said_words}"
    for child in node.get("children", ()):
        yield from _node(child, depth + 1)


def _tally(node: Mapping[str, Any]) -> str:
    if node["node"] == "set_aside":
        return "set aside: " + ", ".join(f"{each['member']} {each['position']}" for each in node["lines"])
    counts = (f"{key} {value}" for key, value in node.items() if key not in {"node", "which", "superseded"})
    return f"tally ({node['which']}): " + ", ".join(counts)
