"""
``accord rules``, ``accord rules show ID``, ``accord rules check FILE``.

Source: docs/reference/command-line.md, "accord rules".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import asdict

from accord.cli import ends
from accord.cli.deciding import read_text
from accord.cli.ends import Refusal
from accord.engine.rules import Flaw, Member, Rule, flaws
from accord.formats import rules as shipped
from accord.formats.rulefiles import read_rules
from accord.formats.strict import FormError

FORMS = "Write accord rules, accord rules show ID, or accord rules check FILE."
STAND_INS = 7
"""How many members stand in where a rule names none."""


def run(*, action: str, which: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    match action, bool(which):
        case "", False:
            return _list(as_json=as_json)
        case "show", True:
            return _show(which)
        case "check", True:
            return _check(which, as_json=as_json)
    raise Refusal(FORMS)


def _list(*, as_json: bool) -> int:
    rules = [shipped.versions(id_)[0] for id_ in sorted(shipped.shipped())]
    if as_json:
        ends.put(ends.as_json_bytes({"rules": [_row(rule) for rule in rules]}))
    else:
        ends.put("".join(f"{_line(rule)}\n" for rule in rules).encode("utf-8"))
    return ends.DONE


def _row(rule: Rule) -> dict[str, object]:
    row: dict[str, object] = {"id": rule.id, "organ": rule.organ, "question": list(rule.question)}
    return row | {"title": dict(rule.title), "source": rule.source, "standing": rule.standing}


def _line(rule: Rule) -> str:
    standing = "" if rule.standing == "stated" else f" [{rule.standing}]"
    return f"{rule.id:<26}{rule.title['en']}{standing}"


def _show(name: str) -> int:
    if name not in shipped.shipped():
        ids = shipped.organs().get(name)
        more = f"it is an organ, with the rules {', '.join(ids)}" if ids else "accord rules lists them"
        raise Refusal(f"{name}: there is no rule of this id; {more}.")
    ends.put("---\n".join(each.text for each in shipped.shipped()[name]).encode("utf-8"))
    return ends.DONE


def _check(name: str, *, as_json: bool) -> int:
    try:
        rules = read_rules(read_text(name), ends.shown(name), shipped.shipped_roster)
    except FormError as error:
        raise Refusal(str(error)) from None
    found = [(rule, flaw) for rule in rules for flaw in flaws(rule, members_of(rule))]
    if as_json:
        rows = [{"rule": rule.id, **asdict(flaw)} for rule, flaw in found]
        ends.put(ends.as_json_bytes({"sound": not found, "rules": [rule.id for rule in rules], "flaws": rows}))
    else:
        ends.put("".join(f"{line}\n" for line in _lines(rules, found, ends.shown(name))).encode("utf-8"))
    return ends.NEEDS_A_PERSON if found else ends.DONE


def _lines(rules: tuple[Rule, ...], found: list[tuple[Rule, Flaw]], file: str) -> Iterator[str]:
    for rule, flaw in found:
        yield f"{file}: {rule.id}: {flaw.place}: {flaw.code.replace('_', ' ')}: {flaw.message}."
    at_fault = {rule.id for rule, _ in found}
    for rule in rules:
        if rule.id not in at_fault:
            yield f"{file}: {rule.id}: sound."


def members_of(rule: Rule) -> tuple[Member, ...]:
    """
    Return the members over which a rule is checked: those of its last day in force, or of today.

    Seats that the roster does not name are filled with stand-ins.
    """
    today = datetime.date.today()
    named = rule.roster.at(rule.end if rule.end and rule.end < today else today)
    seats = rule.roster.seats or len(named) or STAND_INS
    return (*named, *(Member(f"seat {number}") for number in range(len(named) + 1, seats + 1)))
