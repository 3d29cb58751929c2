"""Acts on a text, one by one: what each does, whom it leaves alone, what it refuses."""

import pytest

from accord.engine import text as engine
from accord.engine.text import CHAIR, Text

BASE = "Cooperation\n\n1. The Parties shall meet once a year.\n\n2. They publish the report.\n"
VERSIONS = {
    "XAA": BASE.replace("shall", "should"),
    "XBB": BASE.replace("shall", "should").replace("the report", "their report"),
    "XCC": BASE.replace("once", "twice"),
}


@pytest.fixture
def text() -> Text:
    return engine.compile_text(BASE, VERSIONS, delegations=["XAA", "XBB", "XCC", "XDD"])


def line(text: Text, block: str = "b2") -> str:
    return engine.render_block(text.block(block))


def test_propose_changes_the_proposers_text_alone(text: Text) -> None:
    after = engine.propose(text, "b2", "XDD", "1. The Parties may meet once a year.")
    assert line(after) == "1. The Parties [shall] [XAA, XBB: should] [XDD: may] meet [once] [XCC: twice] a year."
    for code in ("XAA", "XBB", "XCC", None):
        assert engine.project(after, code) == engine.project(text, code)
    assert after.blocks[0] is text.blocks[0]
    assert after.blocks[2] is text.blocks[2]


def test_propose_again_replaces_what_was_proposed(text: Text) -> None:
    after = engine.propose(text, "b2", "XAA", "1. The Parties will meet once a year.")
    assert line(after) == "1. The Parties [shall] [XAA: will] [XBB: should] meet [once] [XCC: twice] a year."


def test_propose_the_bases_wording_is_no_position(text: Text) -> None:
    after = engine.propose(text, "b2", "XCC", "1. The Parties shall meet once a year.")
    assert line(after) == "1. The Parties [shall] [XAA, XBB: should] meet once a year."


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda text: engine.propose(text, "b9", "XAA", "x"), engine.UnknownBlock),
        (lambda text: engine.propose(text, "b2", "XZZ", "x"), engine.UnknownCode),
        (
            lambda text: engine.propose(text, "b2", "XAA", engine.project_block(text.block("b2"), "XAA")),
            engine.NothingToDo,
        ),
        (lambda text: engine.insert_block(text, "b2", "XAA", "", "n1"), engine.NothingToDo),
        (lambda text: engine.insert_block(text, "b9", "XAA", "x", "n1"), engine.UnknownBlock),
        (lambda text: engine.bracket(text, "b2", "XAA", "nowhere"), engine.WordsNotFound),
        (lambda text: engine.bracket(text, "b2", "XAA", "e"), engine.WordsNotFound),
        (lambda text: engine.support(text, "9", 0, "XDD"), engine.UnknownChoice),
        (lambda text: engine.support(text, "1", 7, "XDD"), engine.UnknownChoice),
        (lambda text: engine.support(text, "1", 1, "XAA"), engine.NothingToDo),
        (lambda text: engine.withdraw(text, "1", "XDD"), engine.NothingToDo),
        (lambda text: engine.close_choice(text, "1", 0), engine.StillHeld),
        (lambda text: engine.agree(text, "b2", "the plenary"), engine.StillOpen),
        (lambda text: engine.reopen(text, "b1"), engine.NothingToDo),
        (lambda text: engine.lift(text, "b1", "XAA"), engine.NothingToDo),
        (lambda text: engine.compromise(text, "1", "shall"), engine.NothingToDo),
    ],
)
def test_act_refuses_with_its_own_error(text: Text, act, error: type[engine.TextError]) -> None:
    with pytest.raises(error):
        act(text)


def test_insert_block_stands_behind_the_named_one(text: Text) -> None:
    after = engine.insert_block(text, "b2", "XDD", "1 bis. Experts may attend.", "n1")
    assert [block.id for block in after.blocks] == ["b1", "b2", "n1", "b3"]
    assert line(after, "n1") == "[XDD: 1 bis. Experts may attend.]"
    first = engine.insert_block(text, "", "XDD", "Before all.", "n2")
    assert first.blocks[0].id == "n2"
    assert engine.project(after, "XAA") == VERSIONS["XAA"]


def test_move_block_keeps_id_and_choices(text: Text) -> None:
    after = engine.move_block(text, "b2", "b3")
    assert [block.id for block in after.blocks] == ["b1", "b3", "b2"]
    assert after.block("b2") is text.block("b2")


def test_bracket_offers_no_alternative(text: Text) -> None:
    after = engine.bracket(text, "b3", "XDD", "publish")
    assert line(after, "b3") == "2. They [publish] [XDD: no text] \\|[the] [XBB: their] report."
    assert engine.project_block(after.block("b3"), "XDD") == "2. They the report."


def test_support_joins_the_holders(text: Text) -> None:
    after = engine.support(text, "1", 1, "XDD")
    assert line(after).startswith("1. The Parties [shall] [XAA, XBB, XDD: should] meet")


def test_support_of_the_base_is_an_act_of_its_own(text: Text) -> None:
    after = engine.retain(text, "1", "XDD")
    assert line(after).startswith("1. The Parties [XDD: shall] [XAA, XBB: should] meet")
    assert engine.project(after, "XDD") == BASE
    closed = engine.holding_other(engine.find(after, "1"), 1)
    assert closed == {"XDD"}


def test_reject_of_the_base_is_no_text(text: Text) -> None:
    after = engine.reject(text, "1", 0, "XDD")
    assert line(after).startswith("1. The Parties [shall] [XAA, XBB: should] [XDD: no text] meet")
    again = engine.reject(after, "1", 1, "XAA")
    assert line(again).startswith("1. The Parties [XAA: shall] [XBB: should] [XDD: no text] meet")


def test_withdraw_leaves_the_others(text: Text) -> None:
    one = engine.withdraw(text, "1", "XAA")
    assert line(one).startswith("1. The Parties [shall] [XBB: should] meet")
    both = engine.withdraw(one, "1", "XBB")
    assert line(both) == "1. The Parties shall meet [once] [XCC: twice] a year."
    with pytest.raises(engine.UnknownChoice):
        engine.find(both, "1")


def test_compromise_stands_under_the_chair(text: Text) -> None:
    after = engine.compromise(text, "1", "are to")
    assert line(after).startswith("1. The Parties [shall] [XAA, XBB: should] [CHAIR: are to] meet")
    assert engine.holding_other(engine.find(after, "1"), 2) == {"XAA", "XBB"}
    assert engine.project(after, "XAA") == VERSIONS["XAA"]
    closed = engine.close_choice(after, "1", 2, {"XAA", "XBB"})
    assert line(closed) == "1. The Parties are to meet [once] [XCC: twice] a year."


def test_close_choice_names_who_still_holds(text: Text) -> None:
    with pytest.raises(engine.StillHeld, match="XAA, XBB hold other wording in choice 1"):
        engine.close_choice(text, "1", 0)
    with pytest.raises(engine.StillHeld, match=r"^XBB hold"):
        engine.close_choice(text, "1", 0, {"XAA"})


def test_close_choice_leaves_other_choices_and_blocks(text: Text) -> None:
    after = engine.close_choice(text, "1", 1)
    assert line(after) == "1. The Parties should meet [once] [XCC: twice] a year."
    assert [at.choice.id for at in engine.choices(after)] == ["2", "3"]
    assert after.blocks[0] is text.blocks[0]
    assert after.blocks[2] is text.blocks[2]
    assert engine.project_block(after.block("b2"), "XCC") == "1. The Parties should meet twice a year."


def test_close_choice_on_no_text_takes_the_paragraph_away(text: Text) -> None:
    deleted = engine.delete_block(text, "b1", "XDD")
    (choice,) = engine.choices_in(deleted.block("b1"))
    after = engine.close_choice(deleted, choice.choice.id, 1)
    assert [block.id for block in after.blocks] == ["b2", "b3"]


def test_choice_numbers_are_never_used_again(text: Text) -> None:
    closed = engine.close_choice(text, "3", 0, {"XBB"})
    again = engine.propose(closed, "b3", "XBB", "2. They publish their report.")
    assert [at.choice.id for at in engine.choices_in(again.block("b3"))] == ["4"]


def test_agree_then_only_reopening_changes_the_block(text: Text) -> None:
    agreed = engine.agree(text, "b1", "the plenary", ("XDD",))
    assert line(agreed, "b1") == "Cooperation [agreed ad ref in the plenary; pending XDD]"
    with pytest.raises(engine.AgreedBlock):
        engine.propose(agreed, "b1", "XAA", "Joint work")
    with pytest.raises(engine.NothingToDo):
        engine.agree(agreed, "b1", "the plenary", ("XDD",))
    confirmed = engine.agree(agreed, "b1", "the plenary")
    assert line(confirmed, "b1") == "Cooperation [agreed ad ref in the plenary]"
    opened = engine.reopen(confirmed, "b1")
    assert line(engine.propose(opened, "b1", "XAA", "Joint work"), "b1") == "[Cooperation] [XAA: Joint work] [reopened]"


def test_annotate_and_lift_are_no_wording(text: Text) -> None:
    reserved = engine.annotate(text, "b3", "reserve", "XDD", "pending the budget")
    noted = engine.annotate(reserved, "b3", "note", "XAA", "see paragraph 1")
    assert line(noted, "b3").endswith("report. [XDD reserve: pending the budget] [XAA note: see paragraph 1]")
    assert engine.project(noted, "XDD") == BASE
    assert engine.measures(noted).reservations == 1
    with pytest.raises(engine.NothingToDo):
        engine.annotate(noted, "b3", "note", "XAA", "see paragraph 1")
    assert line(engine.lift(noted, "b3", "XDD"), "b3").endswith("report. [XAA note: see paragraph 1]")


# A second round


def test_submit_gives_exactly_the_submitted_document_back(text: Text) -> None:
    document = (
        "Cooperation\n\nA new paragraph stands here.\n\n1. The Parties may meet once a year.\n\n"
        "2. They publish the report.\n\n3. They inform the public.\n"
    )
    after = engine.submit(text, "XDD", document, ["n1", "n2"])
    assert engine.project(after, "XDD") == document
    assert {code: engine.project(after, code) for code in VERSIONS} == VERSIONS
    assert [block.id for block in after.blocks] == ["b1", "n1", "b2", "b3", "n2"]


def test_submit_leaves_what_others_hold_and_an_unchanged_document_is_no_position(text: Text) -> None:
    assert engine.submit(text, "XDD", BASE, []) == text
    replaced = engine.submit(text, "XBB", BASE.replace("shall", "may"), [])
    assert line(replaced) == "1. The Parties [shall] [XAA: should] [XBB: may] meet [once] [XCC: twice] a year."
    assert line(replaced, "b3") == "2. They publish the report."


def test_submit_refuses_a_change_of_an_agreed_block(text: Text) -> None:
    agreed = engine.agree(text, "b1", "the plenary")
    assert engine.project(engine.submit(agreed, "XDD", BASE.replace("report", "text"), []), "XDD") == BASE.replace(
        "report", "text"
    )
    with pytest.raises(engine.AgreedBlock):
        engine.submit(agreed, "XDD", BASE.replace("Cooperation", "Joint work"), [])


def test_submit_takes_up_a_paragraph_that_another_has_proposed(text: Text) -> None:
    proposed = engine.insert_block(text, "b3", "XAA", "3. Experts may attend.", "n1")
    after = engine.submit(proposed, "XDD", BASE + "\n3. Experts may attend.\n", ["n2"])
    assert line(after, "n1") == "[XAA, XDD: 3. Experts may attend.]"


def test_second_round_goes_on_where_the_first_stopped(text: Text) -> None:
    closed = engine.close_choice(engine.close_choice(text, "1", 1), "2", 0, {"XCC"})
    agreed = engine.agree(closed, "b2", "the plenary")
    read = engine.parse(engine.render(agreed))
    after = engine.submit(read, "XCC", engine.project(read, "XCC").replace("publish", "print"), [])
    assert line(after, "b3") == "2. They [publish] [XCC: print] \\|[the] [XBB: their] report."
    assert after.block("b2").status.state == "agreed"
    assert CHAIR not in after.delegations


# Choices inside an alternative paragraph that several hold


@pytest.fixture
def rewritten() -> Text:
    versions = {
        "XAA": "The Secretariat keeps a public list of all reports.",
        "XBB": "The Secretariat shall keep a public list of all reports.",
        "XCC": "The Secretariat keeps a public list of all reports and answers.",
    }
    handed = {code: f"{wording}\n" for code, wording in versions.items()}
    return engine.compile_text("They publish the report.\n", handed, delegations=["XAA", "XBB", "XCC", "XDD"])


SHARED = "The Secretariat [XAA, XCC: keeps] [XBB: shall keep] a public list of all reports [XAA, XBB: no text] "


def test_support_of_a_wording_inside_is_support_of_the_alternative(rewritten: Text) -> None:
    shared = SHARED.replace("[XBB: shall", "[XBB, XDD: shall").replace("XAA, XBB: no", "XAA, XBB, XDD: no")
    assert line(engine.support(rewritten, "1.1", 1, "XDD"), "b1") == (
        f"[They publish the report.] [XAA, XBB, XCC, XDD: {shared}[XCC: and answers].]"
    )


def test_reject_of_a_wording_inside_retains_the_base(rewritten: Text) -> None:
    assert line(engine.reject(rewritten, "1.1", 1, "XDD"), "b1").startswith("[XDD: They publish the report.] [XAA,")


def test_withdraw_inside_leaves_the_first_wording(rewritten: Text) -> None:
    after = engine.withdraw(rewritten, "1.1", "XBB")
    assert engine.project_block(after.block("b1"), "XBB") == engine.project_block(after.block("b1"), "XAA")
    with pytest.raises(engine.NothingToDo, match="withdraw there"):
        engine.withdraw(rewritten, "1.1", "XAA")


def test_close_on_the_alternative_keeps_the_choices_inside_and_their_holders(rewritten: Text) -> None:
    after = engine.close_choice(rewritten, "1", 1)
    assert line(after, "b1") == f"{SHARED}[XCC: and answers]."
    assert [at.choice.id for at in engine.choices_in(after.block("b1"))] == ["1.1", "1.2"]
    assert engine.project_block(after.block("b1"), None) == "The Secretariat keeps a public list of all reports."


def test_close_inside_needs_those_who_hold_other_wording(rewritten: Text) -> None:
    with pytest.raises(engine.StillHeld, match="XAA, XCC"):
        engine.close_choice(rewritten, "1.1", 1)
    after = engine.close_choice(rewritten, "1.1", 1, ["XAA", "XCC"])
    assert line(after, "b1").startswith("[They publish the report.] [XAA, XBB, XCC: The Secretariat shall keep a")


def test_compromise_stands_beside_what_it_is_like(rewritten: Text) -> None:
    after = engine.compromise(rewritten, "1.1", "will keep")
    assert line(after, "b1").endswith(" [CHAIR: The Secretariat will keep a public list of all reports.]")
