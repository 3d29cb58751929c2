"""Alternatives that nobody is named for stay, with the shape of their brackets, whoever moves in their paragraph."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text.foreign.importing import import_negotiation
from accord.engine.text.unnamed import unnamed_in

CODES = ("XAA", "XBB", "XCC")
ROSTER = engine.Roster.of(CODES)
SOURCES = (
    "1. The Parties [shall][should][may] meet [once][twice] a year [in Vienna], on [date].",
    "[[Each Party [shall][should] name a contact point] and [inform [all][the others]]].",
    "[XAA: They [report][tell] [annually].] [XBB: They [never] report.]",
    "[They report [to [the Council][the chair]]][They inform each other], and [publish] what they [find][found].",
    "threshold[s] of [a[n]] [existing][new] [co-]development [g][G]uidelines",
    "[XAA oppose: They act on [common][shared] duties.] [promptly]",
    "各方[应][可]每年[交换][分享]数据。",
    "Стороны [обязуются][намерены] обмениваться [открытыми] данными [раз в год].",
)

Act = Callable[[engine.Text, str, int], engine.Text]


def propose(text: engine.Text, code: str, number: int) -> engine.Text:
    block = text.blocks[number % len(text.blocks)]
    words = engine.project_block(block, code).split(" ")
    words[number % len(words)] = "NEW" if number % 3 else ""
    return engine.propose(text, block.id, code, " ".join(words))


def hand_in(text: engine.Text, code: str, number: int) -> engine.Text:
    old, new = (("They", "Members"), ("meet", "convene"), ("a ", "one "))[number % 3]
    made = engine.round_of(text, {code: engine.project(text, code).replace(old, new)})
    assert made.recovered == {code: True}
    return made.text


def choice(text: engine.Text, number: int) -> engine.Choice:
    found = [standing.choice for standing in engine.choices(text)]
    if not found:
        raise engine.NothingToDo
    return found[number % len(found)]


def support(text: engine.Text, code: str, number: int) -> engine.Text:
    chosen = choice(text, number)
    return engine.support(text, chosen.id, number % len(chosen.alternatives), code)


def withdraw(text: engine.Text, code: str, number: int) -> engine.Text:
    return engine.withdraw(text, choice(text, number).id, code)


def reject(text: engine.Text, code: str, number: int) -> engine.Text:
    chosen = choice(text, number)
    return engine.reject(text, chosen.id, number % len(chosen.alternatives), code)


ACTS = st.tuples(
    st.sampled_from((propose, hand_in, support, withdraw, reject)), st.sampled_from(CODES), st.integers(0, 60)
)


def said(block: engine.Block) -> set[str]:
    """Return what a block says in the base and by each of its alternatives."""
    wordings = {engine.project_block(block, None)}
    for standing in engine.choices_in(block):
        picks = [{**dict(standing.path), standing.choice.id: at} for at in range(len(standing.choice.alternatives))]
        wordings |= {engine.project_block(block, None, each) for each in picks}
    return wordings


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True), st.lists(ACTS, max_size=7))
def test_whoever_moves_alternatives_of_nobody_stay(sources: list[str], acts: list[tuple[Act, str, int]]) -> None:
    text = import_negotiation("\n\n".join(sources), ROSTER).text
    for act, code, number in acts:
        before = text
        try:
            text = act(text, code, number)
        except engine.NothingToDo:
            continue
        for other in (None, *CODES):
            assert other == code or engine.project(text, other) == engine.project(before, other)
        for block in before.blocks:
            assert set(unnamed_in(block).values()) <= (said(text.block(block.id)) if unnamed_in(block) else set())
        assert engine.render(engine.parse(engine.render(text))) == engine.render(text)


SOURCE = "The Parties [shall][may] always [meet][gather] once a year [in Vienna] or elsewhere."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("shall", "may", "[shall] [XAA: may] always [meet] [gather] once"),
        ("shall", "will", "[shall] [XAA: will] [may] always [meet] [gather] once"),
        ("shall ", "", "Parties [shall] [XAA: no text] [may] always [meet]"),
        ("Vienna", "Almaty", "once a year [in [Vienna] [XAA: Almaty]] or elsewhere."),
        ("in Vienna ", "", "once a year [in Vienna] [XAA: no text] or elsewhere."),
        ("always meet", "seldom gather", "[may] \\|[always] [XAA: seldom] \\|[meet] [XAA: gather] once"),
        ("once a", "twice a", "[gather] \\|[once] [XAA: twice] a year [in Vienna]"),
    ],
)
def test_brackets_of_nobody_keep_their_shape(old: str, new: str, expected: str) -> None:
    text = import_negotiation(SOURCE, ROSTER).text
    wanted = engine.project(text, None).rstrip("\n").replace(old, new)
    after = engine.propose(text, "b1", "XAA", wanted)
    assert expected in engine.render(after)
    assert engine.project_block(after.blocks[0], "XAA") == wanted


def test_what_goes_across_brackets_of_nobody_stands_around_them() -> None:
    text = import_negotiation(SOURCE, ROSTER).text
    after = engine.propose(text, "b1", "XAA", "")
    expected = f"[{engine.render_block(text.blocks[0])}] [XAA: no text]\n"
    assert engine.render(after).partition("\n\n")[2] == expected


def test_closing_takes_only_the_alternatives_of_its_choice() -> None:
    text = import_negotiation(SOURCE, ROSTER).text
    closed = engine.close_choice(text, "2", 1)
    assert engine.render_block(closed.blocks[0]) == (
        "The Parties [shall] [may] always gather once a year [in Vienna] or elsewhere."
    )
