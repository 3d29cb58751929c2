"""What changed from one text to the next, with and without ids, and what nobody accounts for."""

import pytest

from accord.engine import text as engine
from accord.engine.text import Change, Text

BASE = "One and one.\n\nTwo and two.\n\nThree and three.\n"


def text_of(document: str, **versions: str) -> Text:
    return engine.compile_text(document, versions, delegations=["XAA", "XBB"])


def test_compare_equal_texts_have_no_difference() -> None:
    text = text_of(BASE, XAA=BASE.replace("two", "2"))
    assert engine.compare(text, text) == engine.Comparison((), (), (), (), (), ())


def test_compare_lists_changed_inserted_and_deleted_paragraphs() -> None:
    new = text_of("Something new comes first.\n\nOne and one.\n\nThree and 3.\n")
    found = engine.compare(text_of(BASE), new)
    assert set(found.changed) == {
        Change("b1", None, "Something new comes first."),
        Change("b2", "Two and two.", None),
        Change("b3", "Three and three.", "Three and 3."),
    }
    assert len(found.uncovered) == 3


def test_compare_knows_a_moved_paragraph() -> None:
    new = text_of("Two and two.\n\nThree and three.\n\nOne and one.\n")
    found = engine.compare(text_of(BASE), new)
    assert (found.changed, found.uncovered) == ((), ())
    assert [change.old for change in found.moved] == ["One and one."]


def test_compare_names_a_paragraph_that_somebody_wants_elsewhere_than_before() -> None:
    head = "%accord 1\n%base\n%delegations XAA\n\n"
    old = engine.parse(head + BASE)
    new = engine.parse(head + "New.\n\n" + BASE.replace("One and one.", "One and one. [XAA move: after b3]"))
    again = engine.parse(head + BASE.replace("One and one.", "One and one. [XAA move: after b2]"))
    (change,) = engine.compare(old, new).moved
    assert change.old == "One and one."
    assert change.new == "One and one. [XAA move: after b3 “Two and two.”]"
    assert engine.compare(again, new).moved == ()


@pytest.mark.parametrize(("before", "after"), [("", " [XAA number: 4.]"), (" [XAA number: 4.]", " [XBB number: 4.]")])
def test_compare_names_a_paragraph_that_somebody_numbers_otherwise_than_before(before: str, after: str) -> None:
    head = "%accord 1\n%base\n%delegations XAA, XBB\n\n1. One.\n\n3. Two"
    old, new = engine.parse(f"{head}{before}\n"), engine.parse(f"{head}{after}\n")
    for one, other, sides in ((old, new, (before, after)), (new, old, (after, before))):
        found = engine.compare(one, other)
        assert found.renumbered == (Change("b2", f"3. Two{sides[0]}", f"3. Two{sides[1]}"),)
        assert (found.changed, found.moved, found.uncovered) == ((), (), ())


def test_compare_change_that_somebody_proposed_is_covered() -> None:
    old = text_of(BASE, XAA=BASE.replace("Two and", "Two or"))
    closed = engine.close_choice(old, "1", 1)
    assert [change.new for change in engine.compare(old, closed, by_id=True).changed] == ["Two or two."]
    assert engine.compare(old, closed, by_id=True).uncovered == ()
    assert engine.compare(old, text_of(BASE.replace("Two and", "Two nor"))).uncovered != ()


def test_compare_lists_a_silent_change_unless_the_record_accounts_for_it() -> None:
    old, new = text_of(BASE), text_of(BASE.replace("three.", "3."))
    assert [change.block for change in engine.compare(old, new, by_id=True).uncovered] == ["b3"]
    assert engine.compare(old, new, by_id=True, accounted=["b3"]).uncovered == ()


def test_compare_tells_agreed_and_reopened() -> None:
    old = text_of(BASE)
    agreed = engine.agree(old, "b1", "the plenary")
    assert [change.block for change in engine.compare(old, agreed).agreed] == ["b1"]
    assert [change.block for change in engine.compare(agreed, engine.reopen(agreed, "b1")).reopened] == ["b1"]


def test_compare_by_id_follows_a_renumbered_block() -> None:
    old = engine.compile_text("1. First.\n\n2. Second and second.\n", {})
    new = engine.insert_block(
        engine.compile_text("1. First.\n\n3. Second and second.\n", {"XAA": ""}), "b1", "XAA", "2. New.", "n1"
    )
    found = engine.compare(old, new, by_id=True)
    assert [change.block for change in found.changed if change.old is None] == ["n1"]
    assert found.moved == ()


def test_measures_count_words_in_dispute_and_never_brackets_alone() -> None:
    text = text_of("One two three four.\n", XAA="One 2 three four.\n")
    assert engine.measures(text) == engine.Measures(blocks=1, agreed=0, choices=1, reservations=0, open_words=2 / 5)
    assert engine.measures(engine.compile_text("", {})).open_words == 0.0


def test_labels_count_bis_behind_the_paragraph_before() -> None:
    document = (
        "Statement\n\nRecalling its decisions,\n\nNoting the report,\n\n1. Decides to meet;\n\nInvites all to attend.\n"
    )
    text = engine.compile_text(document, {"XAA": document.replace("report,\n", "report,\n\nWelcoming the host,\n")})
    assert engine.labels(text) == ("", "PP1", "PP2", "PP2 bis", "1.", "OP2")
    assert [engine.is_heading(block) for block in text.blocks] == [True, False, False, False, False, False]
