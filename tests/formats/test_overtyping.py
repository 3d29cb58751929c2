"""Two authors at one word: what each of them wants, where one types at what the other takes out."""

import pytest

from accord.formats.dividing import Share, share_of
from accord.formats.overtyping import Overtyped
from tests.formats import odt_packages
from tests.formats.packages import docx, read
from tests.formats.test_word_revisions import BY, gone, ins, p, run


def struck(wording: str, first: str = "Ann", by: str = "Ben") -> str:
    """Return wording that one author puts in and another takes out again."""
    return f"<w:ins {BY.format(first)}>{gone(wording, by)}</w:ins>"


SHOULD = gone("shall") + ins("should")

TYPED = {
    "behind another's wording": (SHOULD + ins("may", "Ben"), "They may act.", "shall", "may"),
    "before it": (ins("may", "Ben") + SHOULD, "They may act.", "shall", "may"),
    "where another takes out only": (gone("shall") + ins("may", "Ben"), "They may act.", "shall", "may"),
    "in several pieces": (
        gone("sh") + gone("all") + ins("should") + ins("m", "Ben") + ins("ay", "Ben"), "They may act.", "shall", "may",
    ),
    "over another's wording": (gone("shall") + struck("should") + ins("may", "Ben"), "They may act.", "shall", "may"),
    "over another's wording with its space": (
        gone("shall ") + struck("should ") + ins("may ", "Ben"), "They may  act.", "shall ", "may ",
    ),
    "at the end of a word": (run("State") + gone("s") + ins("hood", "Ben"), "They Statehood act.", "s", "hood"),
    "behind what two others did": (SHOULD + ins("will", "Cay") + ins("may", "Ben"), "They may act.", "shall", "may"),
    "in a script without spaces": (gone("应") + ins("可") + ins("须", "Ben"), "They 须 act.", "应", "须"),
}  # fmt: skip

ADDED = {
    "a space parts them": (SHOULD + ins(" now", "Ben"), "They shall now act."),
    "another takes its space out too": (gone("shall ") + ins("should ") + ins("may", "Ben"), "They shall may act."),
    "a comma begins it": (SHOULD + ins(", if so,", "Ben"), "They shall, if so, act."),
    "a bracket begins it": (SHOULD + ins("[XBB: may]", "Ben"), "They shall[XBB: may] act."),
    "common wording stands between": (SHOULD + run("x") + ins("may", "Ben"), "They shallxmay act."),
    "another puts in only": (run("shall") + ins("now", "Ann") + ins("may", "Ben"), "They shallmay act."),
    "a part of another's wording is struck": (
        gone("shall") + ins("should") + struck(" soon") + ins(" now", "Ben"), "They shall now act.",
    ),
    "another's wording is struck, and nothing typed": (gone("shall") + struck("should"), "They shall act."),
    "it is the author's own": (gone("shall", "Ben") + ins("may", "Ben") + ins("x"), "They may act."),
}  # fmt: skip


def share(marked: str) -> Share:
    everybody = p(gone("x", "Ann")) + p(gone("y", "Ben"))  # so that both are authors in every case
    return share_of(read(docx(p(run("They "), marked, run(" act.")) + everybody)), ["Ben"])


@pytest.mark.parametrize("case", TYPED)
def test_share_has_what_is_typed_at_words_that_others_take_out_in_their_place(case: str) -> None:
    marked, wanted, old, new = TYPED[case]
    assert share(marked) == Share(f"{wanted}\n\nx\n", overtyped=(Overtyped(old, new),))


@pytest.mark.parametrize("case", ADDED)
def test_share_has_what_is_typed_beside_words_that_others_take_out_as_well(case: str) -> None:
    marked, wanted = ADDED[case]
    assert share(marked) == Share(f"{wanted}\n\nx\n")


def test_share_of_the_other_author_and_of_the_base_is_as_it_was() -> None:
    document = read(docx(p(run("They "), SHOULD, ins("may", "Ben"), run(" act."))))
    assert share_of(document, ["Ann"]) == Share("They should act.\n")
    assert share_of(document, []) == Share("They shall act.\n")
    assert share_of(document, ["Ann", "Ben"]) == Share("They shouldmay act.\n")


def test_share_of_ten_thousand_changes_at_one_word_is_had_at_once() -> None:
    document = read(docx(p((gone("a") + ins("b", "Ben")) * 5_000)))
    assert share_of(document, ["Ben"]).text == "b" * 5_000 + "\n"


def test_share_reads_boxes_and_opendocument_alike() -> None:
    inner = p(run("They "), SHOULD, ins("may", "Ben"), run(" act."))
    box = f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>"
    assert share_of(read(docx(p(run("a"), box))), ["Ben"]).text == "a\n\nThey may act.\n"
    regions = odt_packages.tracked(
        odt_packages.region("a", ("deletion", "Ann", odt_packages.p("shall"))),
        odt_packages.region("b", ("insertion", "Ann", "")),
        odt_packages.region("c", ("insertion", "Ben", "")),
    )
    put_in = [f"{odt_packages.start(key)}{wording}{odt_packages.end(key)}" for key, wording in
              (("b", "should"), ("c", "may"))]  # fmt: skip
    body = regions + odt_packages.p("They ", odt_packages.point("a"), *put_in, " act.")
    found = share_of(odt_packages.read(odt_packages.odt(body)), ["Ben"])
    assert found == Share("They may act.\n", overtyped=(Overtyped("shall", "may"),))
