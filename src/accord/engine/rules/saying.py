"""
An outcome in words, built from its trace: one sentence in each language, with the deciding numbers and who blocked.

Source: docs/reference/rules.md, "Sentences".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from accord.engine.rules.deciding import Node, Outcome, Passage
from accord.engine.rules.gathering import Question, Remark
from accord.engine.rules.model import Compare, NoneOf, Rule
from accord.engine.rules.words import GROUPS, LANGUAGES, MEASURES, STANDINGS, WORDS

MOST_NAMES = 12
LIMITS = {"at_most", "fewer_than"}


def sentence(outcome: Outcome, names: Mapping[str, str] | None = None, *, titled: bool = False) -> dict[str, str]:
    """
    Return the outcome as one sentence, by language ("en", "ru").

    Args:
        names: code → name, for whoever is named; a code without a name stands for itself.
        titled: the rule is named by its title in that language, where it has one; else by its id.
    """
    return {language: _Speaker(language, names or {}, titled=titled).outcome(outcome) for language in LANGUAGES}


def said(remark: Remark | Question) -> dict[str, str]:
    """Return a remark or a question in words, by language."""
    return {language: WORDS[language][remark.key].format(**_worded(remark, language)) for language in LANGUAGES}


def _worded(remark: Remark | Question, language: str) -> dict[str, str]:
    """Return the values of a remark, with how well a rule is known in words."""
    values = dict(remark.values)
    if "standing" in values:
        standing = values["standing"]
        values["standing"] = STANDINGS[language].get(standing, standing)
    return values


def figure(number: Fraction) -> str:
    """Return a number as it is printed: "98", or "297/20" where it is no whole one."""
    return str(number.numerator) if number.denominator == 1 else f"{number.numerator}/{number.denominator}"


def decisive(node: Node) -> Iterator[Node]:
    """Yield the comparisons that made this test come out as it did."""
    if not node.children:
        yield node
        return
    if node.kind == "any_of" and node.passed:
        yield from decisive(next(child for child in node.children if child.passed))
        return
    for child in node.children:
        if node.kind == "not" or child.passed is node.passed:
            yield from decisive(child)


class _Speaker:
    """Speaks one language."""

    def __init__(self, language: str, names: Mapping[str, str], *, titled: bool = False) -> None:
        self.language, self.words, self.names, self.titled = language, WORDS[language], names, titled

    def outcome(self, outcome: Outcome) -> str:
        rule = outcome.rule
        named = self.words["titled"].format(title=rule.title[self.language]) if self._has_title(rule) else rule.id
        name = named if rule.standing == "stated" else self.words["unverified"].format(rule=named)
        head = self.words["under"].format(outcome=self.words[outcome.outcome], rule=name)
        clauses = list(dict.fromkeys(clause for clause in self._clauses(outcome) if clause))
        return f"{head}: {'; '.join(clauses)}."

    def _has_title(self, rule: Rule) -> bool:
        return self.titled and self.language in rule.title

    def _clauses(self, outcome: Outcome) -> Iterator[str]:
        for passage in _told(outcome):
            if passage.name == "quorum" and passage.passed is False:
                yield self.words["quorum"]
            nodes = list(decisive(passage.test))
            for node in nodes:
                if len(nodes) == 1 or not _goes_without_saying(node):
                    yield self._node(node, outcome)
        if outcome.missing and not outcome.case.secret:
            yield self.words["missing"].format(who=self._listed(outcome.missing))
        if outcome.outcome in {"not_adopted", "lapsed"} and not outcome.case.secret:
            yield from self._blockers(outcome)

    def _node(self, node: Node, outcome: Outcome) -> str:
        match node.test:
            case NoneOf(among, within):
                return self._none_of(node, among, within, outcome)
            case Compare():
                return self._compared(node, node.test)
        return ""

    def _none_of(self, node: Node, among: str, within: str, outcome: Outcome) -> str:
        if node.who:
            return self.words["some"].format(
                among=self.words[among], within=self._within(within), who=self._listed(node.who)
            )
        if among == "objecting" and node.passed:
            spoke = [each for each in outcome.case.entitled if outcome.case.positions.get(each) != "absent"]
            return self.words["no_objection_from"].format(left=len(spoke), base=len(outcome.case.entitled))
        return self.words["none"].format(among=self.words[among], within=self._within(within)) if node.passed else ""

    def _compared(self, node: Node, test: Compare) -> str:
        assert node.left is not None
        assert node.needed is not None
        kind = ("share" if node.base is not None else "number") + ("_limit" if node.kind in LIMITS else "")
        return self.words[kind].format(
            weight=self._weight(test.measure),
            left=figure(node.left),
            base="" if node.base is None else figure(node.base),
            of=self._of(test),
            among=self.words[test.among],
            within=self._within(test.within),
            needed=figure(node.needed),
        )

    def _blockers(self, outcome: Outcome) -> Iterator[str]:
        kind = outcome.passages[-1].kind
        objecting = kind != "vote"
        positions = {"against", "objection"} if objecting else {"against"}
        who = [code for code in outcome.case.entitled if outcome.case.positions.get(code) in positions]
        nodes = [node for passage in _told(outcome) for node in decisive(passage.test)]
        named = any(isinstance(node.test, NoneOf) and node.who for node in nodes)
        if who and not named and outcome.stage != "quorum":
            yield self.words["objecting_were" if objecting else "against_were"].format(who=self._listed(who))

    def _of(self, test: Compare) -> str:
        """Return what the base is, in words; a weight of all members needs none."""
        if test.measure != "count" and test.of == "members":
            return ""
        name = self.words.get(f"of_{test.of}") or self.words["of_other"].format(name=test.of)
        return f" ({name})" if test.measure != "count" else f" {name}"

    def _weight(self, measure: str) -> str:
        if measure == "count":
            return ""
        return self.words["weight"].format(measure=MEASURES[self.language].get(measure, measure))

    def _within(self, within: str) -> str:
        name = GROUPS[self.language].get(within, within)
        return self.words["within"].format(name=name) if within and within not in self.words else ""

    def _listed(self, codes: Sequence[str]) -> str:
        named = ", ".join(self.names.get(code, code) for code in codes[:MOST_NAMES])
        more = len(codes) - MOST_NAMES
        return self.words["and_more"].format(who=named, number=more) if more > 0 else named


def _goes_without_saying(node: Node) -> bool:
    """Whether a comparison asks for one member only, and has it."""
    return bool(node.passed) and isinstance(node.test, Compare) and node.test.number == 1 and not node.test.within


def _told(outcome: Outcome) -> tuple[Passage, ...]:
    """Return the stage that settled it; where nothing did, every passage that is open."""
    if outcome.outcome == "undetermined":
        return tuple(each for each in outcome.passages if each.passed is None)
    return tuple(each for each in outcome.passages if each.name == outcome.stage)
