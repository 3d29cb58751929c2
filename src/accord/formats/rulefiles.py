"""
Decision rules from YAML, strictly: what is not understood is refused, and the message names the item at fault.

Source: docs/reference/rules.md, "The form of a rule".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from accord.engine.rules.model import (
    ENDS,
    KINDS,
    OPERATORS,
    SETS,
    STATUSES,
    AllOf,
    AnyOf,
    Compare,
    Member,
    NoneOf,
    Not,
    Roster,
    RosterLine,
    Rule,
    Stage,
    Test,
    measures_of,
)
from accord.formats.facts import STANDINGS
from accord.formats.strict import Item, read_strict

KEYS = (
    "id", "organ", "question", "title", "sentence", "sentences", "source", "standing", "why", "in_force",
    "default_abstain", "exclude", "subject", "exceptions", "roster", "groups", "quorum", "stages",
)  # fmt: skip
TESTS = ("all_of", "any_of", "not", "none_of", *OPERATORS)
EXCEPTIONS = ("improper", "not_monotonic", "unreachable")

Rosters = Callable[[str], "Roster | None"]
"""Gives a roster by its name; None where there is none of that name."""


def read_rules(text: str, file: str, rosters: Rosters = lambda _: None) -> tuple[Rule, ...]:
    """
    Return the rules of a YAML text, one a document.

    Raises:
        FormError: the text is malformed; the message names file, line and item.
    """
    documents = read_strict(text, file)
    if not documents:
        Item("", file, 1).fail("is empty.")
    return tuple(_rule(each, rosters) for each in documents)


def read_roster(text: str, file: str) -> Roster:
    """Return the roster of a YAML text of its own: ``members``, and ``seats``, ``known_from``, ``source``, ``note``."""
    return _roster_table(read_strict(text, file)[0])


def _rule(item: Item, rosters: Rosters) -> Rule:
    table = item.table(KEYS, ("id", "stages"))
    groups = {name: tuple(_code(each) for each in codes.items()) for name, codes in _entries(table, "groups").items()}
    for name, codes in _entries(table, "groups").items():
        if name in SETS:
            codes.fail("is the name of a set; a group needs another one.")
    reader = _Tests(frozenset(groups))
    start, end = _period(table["in_force"]) if "in_force" in table else (None, None)
    rule = Rule(
        id=table["id"].text() or table["id"].fail("is empty."),
        stages=_stages(table["stages"], reader),
        question=_words(table.get("question")),
        organ=_text(table, "organ"),
        source=_text(table, "source"),
        standing=table["standing"].one_of(STANDINGS) if "standing" in table else "stated",
        why=_text(table, "why"),
        sentence=_text(table, "sentence"),
        sentences={name: each.text() for name, each in _entries(table, "sentences").items()},
        title={name: each.text() for name, each in _entries(table, "title").items()},
        start=start,
        end=end,
        default_abstain=_choice(table, "default_abstain", ("neutral", "not_for"), "neutral"),
        exclude=_exclude(table.get("exclude")),
        needs_subject=_choice(table, "subject", ("needed", "optional", "none"), "none") == "needed",
        exceptions=_exceptions(table.get("exceptions")),
        roster=_roster(table["roster"], rosters) if "roster" in table else Roster(),
        groups=groups,
        quorum=reader.test(table["quorum"]) if "quorum" in table else None,
    )
    _require_weights(rule, item, table.get("roster"))
    _require_members(rule, table)
    return rule


def _exceptions(item: Item | None) -> tuple[str, ...]:
    return () if item is None else tuple(each.one_of(EXCEPTIONS) for each in item.items())


def _text(table: Mapping[str, Item], key: str) -> str:
    return table[key].text() if key in table else ""


def _choice(table: Mapping[str, Item], key: str, known: tuple[str, ...], default: str) -> str:
    return table[key].one_of(known) if key in table else default


def _entries(table: Mapping[str, Item], key: str) -> Mapping[str, Item]:
    return table[key].entries() if key in table else {}


def _words(item: Item | None) -> tuple[str, ...]:
    if item is None:
        return ()
    return (item.text(),) if isinstance(item.value, str) else tuple(each.text() for each in item.items())


def _exclude(item: Item | None) -> tuple[str, ...]:
    if item is None:
        return ("suspended", "arrears")
    return tuple(each.one_of((*STATUSES[1:3], "subject")) for each in item.items())


def _period(item: Item) -> tuple[date | None, date | None]:
    table = item.table(("from", "to"))
    start = table["from"].day() if "from" in table else None
    end = table["to"].day() if "to" in table else None
    if start and end and end < start:
        item.fail("ends before it begins.")
    return start, end


def _code(item: Item) -> str:
    code = item.text()
    if not (len(code) == 3 and code.isascii() and code.isalnum() and code.isupper()):
        item.fail(f"{code!r} is no member; write three capital letters, such as XAA.")
    return code


# Rosters


def _roster(item: Item, rosters: Rosters) -> Roster:
    if isinstance(item.value, str):
        return rosters(item.text()) or item.fail(f"there is no roster {item.text()!r}.")
    return _roster_table(item)


def _roster_table(item: Item) -> Roster:
    if isinstance(item.value, list):
        return Roster(_roster_lines(item))
    table = item.table(("members", "seats", "known_from", "source", "note", "standing"), ("members",))
    seats = table["seats"].fraction() if "seats" in table else None
    if seats is not None and (seats.denominator != 1 or seats < 1):
        table["seats"].fail("is no number of seats.")
    return Roster(
        _roster_lines(table["members"]),
        None if seats is None else int(seats),
        table["known_from"].day() if "known_from" in table else None,
        _text(table, "note"),
    )


def _roster_lines(item: Item) -> tuple[RosterLine, ...]:
    lines: list[RosterLine] = []
    by_code: dict[str, list[RosterLine]] = {}
    for each in item.items():
        line = _roster_line(each)
        for other in by_code.get(line.member.code, []):
            if _overlap(line, other):
                each.fail(f"{line.member.code} is in the roster twice for the same days.")
        by_code.setdefault(line.member.code, []).append(line)
        lines.append(line)
    return tuple(lines)


def _overlap(one: RosterLine, other: RosterLine) -> bool:
    starts_late = one.start and other.end and one.start > other.end
    ends_early = one.end and other.start and one.end < other.start
    return not (starts_late or ends_early)


def _roster_line(item: Item) -> RosterLine:
    if isinstance(item.value, str):
        return RosterLine(Member(_code(item)))
    table = item.table(("member", "from", "to", "status", "weights"), ("member",))
    weights = {name: _weight(each) for name, each in _entries(table, "weights").items()}
    status = _choice(table, "status", STATUSES, "full")
    start = table["from"].day() if "from" in table else None
    end = table["to"].day() if "to" in table else None
    if start and end and end < start:
        item.fail("ends before it begins.")
    return RosterLine(Member(_code(table["member"]), weights, status), start, end)


def _weight(item: Item) -> Fraction:
    weight = item.fraction()
    if weight < 0:
        item.fail("a weight is not negative.")
    return weight


def _require_weights(rule: Rule, item: Item, roster: Item | None) -> None:
    for measure in measures_of(rule):
        for line in rule.roster.lines:
            if line.member.status != "observer" and measure not in line.member.weights:
                place = roster or item
                place.fail(f'{line.member.code} has no weight "{measure}", which the tests of {rule.id} use.')


def _require_members(rule: Rule, table: Mapping[str, Item]) -> None:
    if not rule.roster.lines:
        return
    known = {line.member.code for line in rule.roster.lines}
    for name, codes in rule.groups.items():
        for code in codes:
            if code not in known:
                table["groups"].entries()[name].fail(f"{code} is not in the roster.")


# Stages and tests


def _stages(item: Item, reader: _Tests) -> tuple[Stage, ...]:
    stages: list[Stage] = []
    keys = ("name", "kind", "test", "if_fail", "note")
    tables = [each.table(keys, ("kind", "test")) for each in item.items()]
    if not tables:
        item.fail("at least one stage is needed.")
    for table in tables:
        kind = table["kind"].one_of(KINDS)
        name = table["name"].text() if "name" in table else kind
        stages.append(Stage(name, kind, reader.test(table["test"]), _text(table, "if_fail") or "not_adopted"))
    _require_an_end(item, stages)
    return tuple(stages)


def _require_an_end(item: Item, stages: list[Stage]) -> None:
    """Refuse stages that lead nowhere, in a circle, or are never reached."""
    for name, count in Counter(stage.name for stage in stages).items():
        if count > 1 or name in {*ENDS, "quorum"}:
            item.fail(f"{name!r} cannot be the name of a stage here; each has its own.")
    by_name = {stage.name: stage for stage in stages}
    seen, name = [stages[0].name], stages[0].if_fail
    while name not in ENDS:
        place = item.items()[stages.index(by_name[seen[-1]])]
        if name not in by_name:
            place.fail(f"if_fail: there is no stage {name!r}; an end is one of {', '.join(ENDS)}.")
        if name in seen:
            place.fail(f"if_fail: a loop: {' → '.join([*seen, name])}.")
        seen.append(name)
        name = by_name[name].if_fail
    for stage, each in zip(stages, item.items(), strict=True):
        if stage.name not in seen:
            each.fail(f"no stage leads to {stage.name!r}.")


@dataclass(frozen=True, slots=True)
class _Tests:
    """Reads tests that may name these groups."""

    groups: frozenset[str]

    def test(self, item: Item) -> Test:
        table = item.table(TESTS)
        if len(table) != 1:
            item.fail(f"one of {', '.join(TESTS)} is needed here, and only one.")
        (name, inner), *_ = table.items()
        match name:
            case "all_of" | "any_of":
                tests = tuple(self.test(each) for each in inner.items())
                if not tests:
                    inner.fail("holds no test.")
                return AllOf(tests) if name == "all_of" else AnyOf(tests)
            case "not":
                return Not(self.test(inner))
            case "none_of":
                fields = inner.table(("set", "within"), ("set",))
                return NoneOf(fields["set"].one_of(SETS), self._place(fields.get("within")))
            case _:
                return self._compare(name, inner)

    def _place(self, item: Item | None) -> str:
        return item.one_of((*SETS, *sorted(self.groups))) if item else ""

    def _compare(self, operator: str, item: Item) -> Compare:
        table = item.table(("measure", "set", "share", "of", "number", "fewest_over", "within"), ("set",))
        sides = [key for key in ("share", "number", "fewest_over") if key in table]
        if len(sides) != 1:
            item.fail('"share" (of a base), "number" or "fewest_over" is needed, and only one of them.')
        share = self._share(table["share"]) if "share" in table else None
        if share is not None and "of" not in table:
            item.fail('a share needs "of": the set of which it is one.')
        both = ("measure", "share")
        fewest = table["fewest_over"].table(both, both) if "fewest_over" in table else None
        return Compare(
            operator=operator,
            among=table["set"].one_of(SETS),
            measure=_text(table, "measure") or "count",
            share=share,
            of=self._place(table.get("of")) or "entitled",
            number=self._number(table["number"]) if "number" in table else None,
            fewest=self._share(fewest["share"]) if fewest else None,
            fewest_measure=fewest["measure"].text() if fewest else "count",
            within=self._place(table.get("within")),
        )

    @staticmethod
    def _share(item: Item) -> Fraction:
        share = item.fraction()
        if not 0 < share <= 1:
            item.fail(f"{item.text()} is no share: it is more than 0 and at most 1 (100 %).")
        return share

    @staticmethod
    def _number(item: Item) -> Fraction:
        number = item.fraction()
        if number < 0:
            item.fail("is below 0.")
        return number
