"""
A second round, and a third, on a text that has brackets: law 11 for everybody, in any order, beside a naive model.

The model knows only what each delegation wants, as a plain document; who hands in nothing keeps what it had.
"""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text import StillOpen, TextError
from accord.engine.text.rounds import Round, next_round, round_of
from tests.engine.text.strategies import CODES, Negotiation, edited, negotiations

BASE = "The Parties shall meet.\n\nThey report once a year.\n\nThe chair convenes them.\n"
ROUNDS = 2


def compiled(negotiation: Negotiation) -> engine.Text:
    return engine.compile_text(negotiation.base, negotiation.versions)


@st.composite
def rounds(draw: st.DrawFn) -> tuple[Negotiation, list[dict[str, str]]]:
    """Return a first round and what is handed in, as plain documents, in those after it."""
    negotiation = draw(negotiations())
    wanted = dict(negotiation.versions)
    later = []
    for _ in range(ROUNDS):
        codes = draw(st.lists(st.sampled_from(CODES[:5]), max_size=4, unique=True))
        said = {}
        for code in codes:
            own = wanted.get(code, negotiation.base)
            other = st.sampled_from([negotiation.base, *wanted.values()])
            said[code] = draw(st.one_of(edited(own), edited(own), edited(own), other, st.just("")))
        wanted |= said
        later.append(said)
    return negotiation, later


def hold_for_everybody(negotiation: Negotiation, later: list[dict[str, str]]) -> None:
    text, wanted = compiled(negotiation), dict(negotiation.versions)
    for said in later:
        before = text
        text = next_round(before, said)
        wanted |= said
        shuffled = list(said.items())
        random.Random(len(wanted)).shuffle(shuffled)  # noqa: S311 -- an order, no secret
        assert {code: engine.project(text, code) for code in wanted} == wanted
        assert engine.project(text, None) == negotiation.base
        assert next_round(before, dict(shuffled)) == text
        written = engine.render(text)
        assert engine.render(engine.parse(written)) == written
        assert {code: engine.project(engine.parse(written), code) for code in wanted} == wanted
        assert len({block.id for block in text.blocks}) == len(text.blocks)
        numbers = [standing.choice.id for standing in engine.choices(text)]
        assert len(set(numbers)) == len(numbers)


@settings(max_examples=300, deadline=None)
@given(rounds())
def test_each_reads_what_it_handed_in_last_and_the_base_stays(given_: tuple[Negotiation, list[dict[str, str]]]) -> None:
    hold_for_everybody(*given_)


@pytest.mark.long
@settings(max_examples=20_000, deadline=None)
@given(rounds())
def test_each_reads_what_it_handed_in_last_20_000_times(given_: tuple[Negotiation, list[dict[str, str]]]) -> None:
    hold_for_everybody(*given_)


@settings(max_examples=200, deadline=None)
@given(negotiations(), st.sampled_from(CODES[:4]))
def test_the_rolling_text_handed_in_as_it_is_changes_nothing(negotiation: Negotiation, code: str) -> None:
    text = compiled(negotiation)
    for handed in (text, engine.render(text)):
        made = round_of(text, {code: handed})
        roster = text.delegations if code in text.delegations else (*text.delegations, code)
        assert (made.text.blocks, made.text.delegations) == (text.blocks, roster)
        assert [each for each in made.findings[code] if each.severity == "warning"] == []


@st.composite
def acted(draw: st.DrawFn) -> tuple[engine.Text, str, engine.Text]:
    """Return a text, a delegation, and the text after some acts of this delegation."""
    negotiation = draw(negotiations())
    code = draw(st.sampled_from(sorted(negotiation.versions)))
    text = after = compiled(negotiation)
    for _ in range(draw(st.integers(1, 3))):
        standing = list(engine.choices(after))
        if not standing:
            break
        choice = draw(st.sampled_from(standing)).choice
        index = draw(st.integers(0, len(choice.alternatives) - 1))
        act = draw(st.sampled_from(["support", "withdraw", "retain"]))
        try:
            if act == "support":
                after = engine.support(after, choice.id, index, code)
            else:
                after = getattr(engine, act)(after, choice.id, code)
        except (TextError, StillOpen):
            continue
    return text, code, after


@settings(max_examples=200, deadline=None)
@given(acted())
def test_brackets_edited_in_the_file_are_what_it_wants(given_: tuple[engine.Text, str, engine.Text]) -> None:
    text, code, after = given_
    made = round_of(text, {code: engine.render(after)})
    assert engine.project(made.text, code) == engine.project(after, code)
    for other in (None, *text.delegations):
        if other != code:
            assert engine.project(made.text, other) == engine.project(text, other)


# Examples


def first() -> engine.Text:
    versions = {"XAA": BASE.replace("shall", "should"), "XBB": BASE.replace("once", "twice")}
    return engine.compile_text(BASE, versions, delegations=("XAA", "XBB", "XCC"))


def line(text: engine.Text, at: int) -> str:
    return engine.render(text).split("\n\n")[at].rstrip("\n")


def test_plain_text_supports_replaces_and_withdraws() -> None:
    second = next_round(first(), {"XCC": BASE.replace("shall", "should"), "XAA": BASE.replace("shall", "will")})
    assert line(second, 1) == "The Parties [shall] [XAA: will] [XCC: should] meet."
    third = next_round(second, {"XCC": BASE})
    assert line(third, 1) == "The Parties [shall] [XAA: will] meet."
    assert [standing.choice.id for standing in engine.choices(third)] == ["1", "2"]


def test_who_hands_in_nothing_keeps_what_it_holds() -> None:
    second = next_round(first(), {"XCC": BASE.replace("chair", "secretariat")})
    assert second.blocks[:2] == first().blocks[:2]
    assert line(second, 3) == "The [chair] [XCC: secretariat] convenes them."


def test_retaining_and_reserving_in_the_file() -> None:
    wording = "[XCC: shall] [XAA: should] meet. [XCC reserve: the budget]"
    file = engine.render(first()).replace("[shall] [XAA: should] meet.", wording)
    made = round_of(first(), {"XCC": file})
    assert line(made.text, 1) == "The Parties [XCC: shall] [XAA: should] meet. [XCC reserve: the budget]"
    assert made.findings["XCC"] == ()


def test_what_others_hold_is_not_changed_and_is_told() -> None:
    file = engine.render(first()).replace("[XAA: should]", "[XAA: might]")
    made = round_of(first(), {"XCC": file})
    assert made.text.blocks == first().blocks
    assert [(each.code, each.line) for each in made.findings["XCC"]] == [("C011", 5)]
    assert "XAA" in made.findings["XCC"][0].message


def test_a_bracket_that_is_none_is_wording_and_is_told() -> None:
    file = engine.render(first()).replace("convenes them.", "convenes [XQQ: them].")
    made = round_of(first(), {"XCC": file})
    assert engine.project(made.text, "XCC") == BASE.replace("convenes them", "convenes [XQQ: them]")
    assert "C012" in [each.code for each in made.findings["XCC"]]


@pytest.mark.parametrize(
    ("old", "new", "line", "column"),
    [
        ("them.", "[them.", 9, 20),
        ("them.", "them].", 9, 24),
        ("[XAA: should]", "[XAA: should", 5, 21),
        ("[shall]", "[shall", 5, 13),
        ("[shall]", "shall]", 5, 18),
        ("should] meet", "should]\n\n] meet", 7, 1),
    ],
)
def test_a_bracket_without_another_end_is_refused_with_its_place(old: str, new: str, line: int, column: int) -> None:
    file = engine.render(first()).replace(old, new, 1)
    with pytest.raises(engine.DamagedVersion, match="bracket") as refused:
        round_of(first(), {"XBB": BASE, "XCC": file})
    assert (refused.value.code, refused.value.line, refused.value.column) == ("XCC", line, column)


@pytest.mark.parametrize(
    "twice",
    [
        "[shall] [XAA, XCC: should] [XCC: may] meet.",
        "[shall] [XCC: may] [XAA, XCC: should] meet.",
        "[XCC: shall] [XAA: should] [XCC: may] meet.",
        "[shall] [XAA: should] [XCC: may] [XCC: will] meet.",
        "[shall] [XAA: should] meet. [XCC number: 2.] [XCC number: 3.]",
    ],
)
def test_one_code_at_two_alternatives_is_refused_and_both_are_named(twice: str) -> None:
    file = engine.render(first()).replace("[shall] [XAA: should] meet.", twice)
    with pytest.raises(engine.DamagedVersion, match=r"XCC stands at “.+” and at “.+” in one place") as refused:
        round_of(first(), {"XCC": file})
    assert (refused.value.code, refused.value.line) == ("XCC", 5)
    with pytest.raises(engine.NotationError, match="XCC stands at"):
        engine.parse(file)


def test_a_code_written_twice_at_one_alternative_is_one_holder() -> None:
    file = engine.render(first()).replace("[XAA: should]", "[XAA, XCC, XCC: should]")
    assert line(round_of(first(), {"XCC": file}).text, 1) == "The Parties [shall] [XAA, XCC: should] meet."


def test_another_code_at_two_alternatives_is_told_as_what_others_hold() -> None:
    file = engine.render(first()).replace("[XAA: should]", "[XAA: should] [XAA: may]")
    made = round_of(first(), {"XCC": file})
    assert made.text.blocks == first().blocks
    assert [each.code for each in made.findings["XCC"]] == ["C011"]


def test_a_file_that_other_programs_saved_is_read_with_the_right_lines() -> None:
    file = "\ufeff" + engine.render(first()).replace("a year.", "a year.  ").replace("\n", "\r\n") + "\r\n\r\n"
    made = round_of(first(), {"XCC": file})
    assert made.text == first()
    broken = file.replace("convenes them", "convenes [XQQ: them]")
    found = round_of(first(), {"XCC": broken}).findings["XCC"]
    assert (found[0].code, found[0].line) == ("C012", 9)


def test_agreed_paragraphs_stay_and_the_rest_goes_through() -> None:
    agreed = engine.agree(engine.compile_text(BASE, {}, delegations=("XAA",)), "b1", "the plenary")
    made = round_of(agreed, {"XAA": BASE.replace("shall meet", "may meet").replace("once", "twice")})
    assert line(made.text, 1) == line(agreed, 1)
    assert line(made.text, 2) == "They report [once] [XAA: twice] a year."
    (finding,) = made.findings["XAA"]
    assert (finding.code, finding.line) == ("C010", 1)
    assert "may meet" in finding.message
    assert made.recovered == {"XAA": False}


def test_round_says_whether_each_is_recovered() -> None:
    made = round_of(first(), {"XCC": BASE.replace("chair", "secretariat")})
    assert isinstance(made, Round)
    assert made.recovered == {"XCC": True}


# Groups


@st.composite
def grouped(draw: st.DrawFn) -> tuple[Negotiation, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Return a negotiation and two groups, each of which may have handed in something itself."""
    negotiation = draw(negotiations())
    members = st.lists(st.sampled_from(CODES[:4]), unique=True, max_size=3).map(tuple)
    names = [code for code in ("XII", "XJJ") if draw(st.booleans())]
    versions = {**negotiation.versions} | {name: draw(edited(negotiation.base)) for name in names}
    return Negotiation(negotiation.base, versions), tuple((name, draw(members)) for name in ("XII", "XJJ"))


@settings(max_examples=200, deadline=None)
@given(grouped())
def test_a_member_is_covered_by_its_group_unless_it_speaks(given_: tuple[Negotiation, engine.Groups]) -> None:
    negotiation, groups = given_
    plain = engine.compile_text(negotiation.base, negotiation.versions, delegations=CODES)
    text = engine.with_groups(plain, groups, tuple(negotiation.versions))
    written = engine.parse(engine.render(text))
    for code in CODES:
        covering = [name for name, members in groups if code in members and name != code]
        spoken = [name for name in covering if name in negotiation.versions]
        if code in negotiation.versions:
            assert engine.project(text, code) == engine.project(written, code) == negotiation.versions[code]
        elif len(spoken) == len(covering) == 1:
            assert engine.project(text, code) == negotiation.versions[spoken[0]]
        elif not spoken:
            assert engine.project(text, code) == negotiation.base


@settings(max_examples=100, deadline=None)
@given(grouped())
def test_a_member_that_hands_in_the_base_is_told_from_a_silent_one(given_: tuple[Negotiation, engine.Groups]) -> None:
    negotiation, groups = given_
    plain = engine.compile_text(negotiation.base, negotiation.versions, delegations=CODES)
    text = engine.with_groups(plain, groups, tuple(negotiation.versions))
    made = round_of(text, dict.fromkeys(CODES[:4], negotiation.base)).text
    for code in CODES[:4]:
        assert engine.project(made, code) == negotiation.base
        assert [each for each in engine.divided(made) if each.code == code] == []
        if any(engine.project(made, group) != negotiation.base for group in engine.covered_by(made, code)):
            assert not engine.is_silent(made, code)
        assert round_of(made, {code: engine.render(made)}).text == made
