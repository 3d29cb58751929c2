"""
``accord power RULE|"[q; 4, 3x2, 1]" [--date D] [--index banzhaf|shapley] [--json]``.

Source: docs/reference/power.md, "accord power".
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from accord.cli import deciding, ends
from accord.cli.ends import Refusal
from accord.engine.rules import Rule, RulesError
from accord.engine.rules.power import INDICES, Index, MemberPower, Number, Power, power
from accord.engine.rules.power_games import Game, NoGame, parse_game
from accord.engine.rules.power_rules import game_of, with_stand_ins
from accord.formats import rules as shipped
from accord.formats.rulefiles import read_rules
from accord.formats.strict import FormError

HEADS = {"banzhaf": "Banzhaf", "absolute": "absolute", "shapley": "Shapley-Shubik"}
JSON_NAMES = {"banzhaf": "banzhaf", "absolute": "banzhaf_absolute", "shapley": "shapley"}
PRINTED = 10_000
PRESENT = "Every member is present and votes for or against; nobody abstains."
TRIVIAL = "Nothing passes without every one of the {} members: each can block, all have the same power, none has more."
IMPROPER = "Two groups without a common member can both win here: more than half of all coalitions do."


@dataclass(frozen=True, slots=True)
class Asked:
    """
    Whose power to compute.

    Attributes:
        rule, date: the rule's id, and the day whose version and members these are; "" for a game in brackets.
        notes: what the reader has to know of them.
    """

    game: Game
    rule: str = ""
    date: str = ""
    notes: tuple[str, ...] = ()


class Open(Exception):
    """A question to a person; the message asks it."""


def run(*, rule: str, date: str, index: str, as_json: bool) -> int:
    """Do the command; return its exit status."""
    indices = _indices(index)
    try:
        asked = _asked(rule.strip(), date)
    except Open as question:
        ends.put(
            ends.as_json_bytes({"rule": rule, "questions": [str(question)]}) if as_json else f"{question}\n".encode()
        )
        return ends.NEEDS_A_PERSON
    except (NoGame, FormError, RulesError) as error:
        raise Refusal(str(error)) from None
    found = power(asked.game, indices)
    notes = [*_notes(found), *asked.notes]
    if as_json:
        named = {"rule": asked.rule, "date": asked.date} if asked.rule else {}
        ends.put(ends.as_json_bytes(_document(found, notes) | named))
    else:
        head = [f"{asked.rule} on {asked.date}"] if asked.rule else []
        ends.put("".join(f"{line}\n" for line in [*head, *_lines(found, indices), *notes]).encode("utf-8"))
    return ends.DONE


def _indices(index: str) -> tuple[Index, ...]:
    if not index:
        return INDICES
    chosen = tuple(each for each in INDICES if each == index.strip().lower())
    if not chosen:
        raise Refusal(f"{index!r} is no index of power. Write --index banzhaf or --index shapley.")
    return chosen


def _asked(rule: str, date: str) -> Asked:
    if rule.startswith("["):
        if date:
            raise Refusal("--date is for a rule's id; a game in brackets has no date.")
        return Asked(parse_game(rule))
    on = deciding.day_of(date)
    found = _rule(rule, on)
    day = on or deciding.latest_day(found)
    game, notes = _game_of(found, day)
    return Asked(game, found.id, day.isoformat(), notes)


def _rule(name: str, on: datetime.date | None) -> Rule:
    if name in shipped.shipped():
        return deciding.in_force(name, shipped.versions(name), on)
    if name in shipped.organs():
        raise Open(f"{name} is an organ. Whose power under which rule: {', '.join(shipped.organs()[name])}?")
    if not Path(name).is_file():
        forms = "a game such as [6; 4, 3x2, 1], the id of a rule (accord rules lists them), or a file"
        raise Refusal(f"{name!r} is none of what has power: {forms}.")
    return deciding.in_force(name, read_rules(deciding.read_text(name), name, shipped.shipped_roster), on)


def _game_of(rule: Rule, day: datetime.date) -> tuple[Game, tuple[str, ...]]:
    """Return the game of a rule on a day, and what to say of its members; ask where they are not known."""
    named = rule.roster.at(day)
    complete = rule.roster.complete(day)
    known = rule.roster.known_from is None or rule.roster.known_from <= day
    if not complete and (rule.roster.seats is None or not known):
        raise Open(
            f"Who were the members under {rule.id} on {day}? They are not listed. Write [quota; weights] instead."
        )
    members = with_stand_ins(rule, named)
    notes = [rule.roster.note] if rule.roster.note else []
    if not complete:
        notes.append(f"{len(members) - len(named)} of {len(members)} seats are not named here, and stand as seats.")
    if rule.standing != "stated":
        notes.append(f"The wording of this rule is {rule.standing} ({rule.source}).")
    if not rule.needs_subject:
        return game_of(rule, members), tuple(notes)
    game = game_of(rule, members[1:])
    if len(game.members) > 1 and power(game, ["banzhaf"]).trivial:
        return game, (*notes, "The member that the decision is about is left out.")
    raise Open(
        f"{rule.id} is about one member, and power depends on which. Use the rule without it, or [quota; weights]."
    )


# JSON


def _document(found: Power, notes: list[str]) -> dict[str, object]:
    document: dict[str, object] = {
        "winning": found.winning,
        "total": found.total,
        "passes": float(found.passes),
        "exact": found.exact,
        "members": [_member(member) for member in found.members],
    }
    if found.interval:
        document["interval"] = list(found.interval)
    return document | ({"notes": notes} if notes else {})


def _member(member: MemberPower) -> dict[str, object]:
    values: dict[str, object] = {"member": member.member, "weight": _plain(member.weight)}
    for name, json_name in JSON_NAMES.items():
        value = getattr(member, name)
        values[json_name] = None if value is None else float(value)
    intervals = {JSON_NAMES[name]: list(interval) for name, interval in member.intervals}
    return values | ({"intervals": intervals} if intervals else {})


def _plain(weight: Number) -> int | float:
    return int(weight) if weight == int(weight) else float(weight)


# Words


def _notes(found: Power) -> Iterator[str]:
    if found.trivial and len(found.members) > 1:
        yield TRIVIAL.format(len(found.members))
    if found.improper:
        yield IMPROPER
    if not found.exact:
        yield "Estimated by drawing coalitions and orders at random; each interval holds the true figure with 99 %."
    yield PRESENT


def _lines(found: Power, indices: tuple[Index, ...]) -> Iterator[str]:
    yield _passing(found)
    if found.trivial and len(found.members) > 1:
        return
    names = [name for name in HEADS if getattr(found.members[0], name) is not None]
    if "banzhaf" not in indices:
        names = ["shapley"]
    rows = [["member", "weight", *(HEADS[name] for name in names)]]
    rows += [_row(member, names) for member in found.members]
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    for row in rows:
        cells = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        yield "  ".join([row[0].ljust(widths[0]), *cells[1:]])


def _passing(found: Power) -> str:
    share = f"{float(found.passes) * 100:.6g} %"
    if found.interval:
        low, high = (f"{each * 100:.4g}" for each in found.interval)
        return f"about {share} ({low} to {high}) of all coalitions win"
    of = f" of {found.total}" if found.total < 10**18 else f" of 2^{len(found.members)}"
    return f"{found.winning}{of} coalitions win: {share}"


def _row(member: MemberPower, names: list[str]) -> list[str]:
    return [member.member, str(_plain(member.weight)), *(_figure(member, name) for name in names)]


def _figure(member: MemberPower, name: str) -> str:
    value: Number = getattr(member, name)
    interval = dict(member.intervals).get(name)
    if interval:
        return f"{float(value):.4f} ({interval[0]:.4f} to {interval[1]:.4f})"
    if isinstance(value, Fraction) and 1 < value.denominator < PRINTED:
        return f"{float(value):.6f} = {value}"
    return f"{float(value):.6f}" if value > 1e-4 or not value else f"{float(value):.4g}"
