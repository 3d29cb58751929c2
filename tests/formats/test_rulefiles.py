"""Rules from YAML: what is malformed is refused, and the message names the item at fault."""

from datetime import date
from fractions import Fraction

import pytest

from accord.engine.rules.model import AllOf, Compare, NoneOf
from accord.formats.rulefiles import read_rules
from accord.formats.rules import rules, shipped, versions
from accord.formats.strict import FormError

EXAMPLE = """\
id: three-fifths-with-permanent
question: substance
source: "Statutes, article 5"
in_force: {from: 2020-01-01}
default_abstain: not_for
roster:
  - {member: XAA, weights: {votes: 4}}
  - {member: XBB, weights: {votes: 3}}
  - {member: XCC, weights: {votes: 2}}
groups: {permanent: [XAA]}
quorum: {more_than: {measure: count, set: present, share: 1/2, of: members}}
stages:
  - {name: consensus, kind: consensus, test: {none_of: {set: objecting, within: present}}, if_fail: vote}
  - name: vote
    kind: vote
    test:
      all_of:
        - at_least: {measure: votes, set: for, share: 3/5, of: members}
        - at_least: {measure: count, set: for, within: permanent, number: 1}
        - none_of: {set: against, within: permanent}
    if_fail: not_adopted
"""


def test_example_is_read() -> None:
    (rule,) = read_rules(EXAMPLE, "rule.yaml")
    assert (rule.id, rule.question) == ("three-fifths-with-permanent", ("substance",))
    assert rule.source == "Statutes, article 5"
    assert [stage.if_fail for stage in rule.stages] == ["vote", "not_adopted"]
    assert rule.stages[1].test == AllOf((
        Compare("at_least", "for", "votes", Fraction(3, 5), "members"),
        Compare("at_least", "for", "count", number=Fraction(1), within="permanent"),
        NoneOf("against", "permanent"),
    ))  # fmt: skip


@pytest.mark.parametrize(
    ("written", "instead", "message"),
    [
        ("if_fail: not_adopted", "if_fail: consensus", "stages[1]: if_fail: a loop: consensus → vote → consensus."),
        ("if_fail: not_adopted", "if_fail: later", "there is no stage 'later'"),
        ("if_fail: vote}", "if_fail: not_adopted}", "stages[1]: no stage leads to 'vote'"),
        ("share: 3/5", "share: 101%", "stages[1].test.all_of[0].at_least.share: 101% is no share"),
        ("share: 3/5", "share: 0", "share: 0 is no share"),
        ("share: 3/5", "share: three", "'three' is no number"),
        ("share: 3/5", "share: 1/0", "'1/0' is no number"),
        (", share: 3/5, of: members", "", '"share" (of a base), "number" or "fewest_over" is needed'),
        (", weights: {votes: 3}", "", 'roster: XBB has no weight "votes"'),
        ("{votes: 3}", "{votes: -3}", "roster[1].weights.votes: a weight is not negative"),
        ("member: XCC", "member: XBB", "XBB is in the roster twice"),
        ("member: XCC", "member: Xcc", "'Xcc' is no member"),
        ("[XAA]", "[XZZ]", "groups.permanent: XZZ is not in the roster"),
        ("within: permanent, number", "within: parmanent, number", "within: 'parmanent' is not one of"),
        ("set: for, share", "set: fro, share", "set: 'fro' is not one of"),
        ("kind: vote", "kind: ballot", "kind: 'ballot' is not one of silence, consensus, vote"),
        ("from: 2020-01-01", "from: 2020-13-01", "in_force.from: '2020-13-01' is no date"),
        ("default_abstain", "default_abstane", "default_abstane: unknown"),
        ("question: substance", "id: again", "id: written twice"),
        ("id: three-fifths-with-permanent", "sentence: none", '"id" is missing'),
        ("id: three", "id: !!python/object/apply:os.abort three", "never run"),
        ("id: three", "id: &loop three", "anchors and aliases"),
        ("id: three", "id: [three", "is not YAML"),
    ],
)
def test_malformed_rule_is_refused_by_name(written: str, instead: str, message: str) -> None:
    assert written in EXAMPLE
    with pytest.raises(FormError) as refused:
        read_rules(EXAMPLE.replace(written, instead, 1), "rule.yaml")
    assert message in str(refused.value)
    assert str(refused.value).startswith("rule.yaml:")


@pytest.mark.parametrize("text", ["", "[]", "- id: x", "id: x\nstages: []", "a: " + "[" * 200 + "]" * 200, "\x00"])
def test_what_is_no_rule_is_refused(text: str) -> None:
    with pytest.raises(FormError):
        read_rules(text, "rule.yaml")


def test_shipped_rules_are_read_and_say_where_they_come_from() -> None:
    every = [rule for id_ in shipped() for rule in versions(id_)]
    assert len(every) > 35
    assert [rule.id for rule in every if not (rule.source and rule.sentence)] == []
    assert [rule.id for rule in every if rule.title.keys() != {"en", "ru"} or rule.sentences.keys() != {"ru"}] == []
    assert [rule.id for rule in every if rule.standing != "stated" and not rule.why] == []
    assert [rule.id for rule in every if rule.id not in shipped()] == []


def test_rules_of_the_product_are_the_plain_consensus_ones() -> None:
    assert {"consensus", "csto-consensus", "osce-consensus"} <= set(rules())
    assert {"un-sc-substance", "osce-minus-one", "csto-limited-format", "osce-silence"}.isdisjoint(rules())


def test_rosters_have_their_known_sizes() -> None:
    sizes = {
        ("un-ga-majority", "1995-06-01"): 185,
        ("un-ga-majority", "2024-06-21"): 193,
        ("eu-council-lisbon", "2016-06-21"): 28,
        ("eu-council-lisbon", "2024-06-21"): 27,
        ("csto-consensus", "2024-06-21"): 6,
        ("nato-consensus", "2024-06-21"): 32,
        ("osce-consensus", "2024-06-21"): 57,
        ("imf-85", "2024-06-21"): 190,
    }
    found = {key: len(versions(key[0])[-1].roster.at(date.fromisoformat(key[1]))) for key in sizes}
    assert found == sizes
