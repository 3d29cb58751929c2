"""One file with tracked changes of several authors: what each of them wants of it."""

import pytest

from accord.formats.dividing import Share, share_of
from tests.formats.packages import docx, paragraph, read
from tests.formats.test_word_revisions import BY, gone, ins, p, run

MARKED = (
    p(
        run("1. The Parties "),
        gone("shall", "Ann"),
        ins("should", "Ann"),
        run(" meet"),
        ins(" in town", "Ben"),
        run("."),
    )
    + p(run("2. They publish "), gone("the", "Ben"), ins("their", "Ben"), run(" report."))
    + p(ins("3. They inform the public.", "Ann"), mark="ins", by="Ann")
    + p(run("4. Done."))
)

CASES = {
    "nobody": ([], "1. The Parties shall meet.\n\n2. They publish the report.\n\n4. Done.\n"),
    "one": (
        ["Ann"],
        "1. The Parties should meet.\n\n2. They publish the report.\n\n3. They inform the public.\n\n4. Done.\n",
    ),
    "the other": (["Ben"], "1. The Parties shall meet in town.\n\n2. They publish their report.\n\n4. Done.\n"),
    "both": (
        ["Ann", "Ben"],
        "1. The Parties should meet in town.\n\n2. They publish their report.\n\n3. They inform the public.\n\n"
        "4. Done.\n",
    ),
    "a stranger": (["Cay"], "1. The Parties shall meet.\n\n2. They publish the report.\n\n4. Done.\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_share_takes_the_changes_of_its_authors_alone(case: str) -> None:
    authors, wanted = CASES[case]
    assert share_of(read(docx(MARKED)), authors) == Share(wanted)


def both(inner: str, by: str = "Ann") -> str:
    """Return a paragraph put in by somebody between two common ones."""
    return p(run("a")) + p(inner, mark="ins", by=by) + p(run("z"))


INSIDE = {
    "words put in beside theirs": (ins("b ") + ins("c", "Ben"), "a\n\nb c\n\nz\n", ("b ",)),
    "words taken out of theirs": (
        f"<w:ins {BY.format('Ann')}>{run('b ')}{gone('c', 'Ben')}</w:ins>", "a\n\nb \n\nz\n", ("b c",),
    ),
    "all of theirs taken out": (f"<w:ins {BY.format('Ann')}>{gone('b', 'Ben')}</w:ins>", "a\n\nz\n", ()),
    "nothing of theirs changed": (ins("b"), "a\n\nz\n", ()),
}  # fmt: skip


@pytest.mark.parametrize("case", INSIDE)
def test_share_takes_a_paragraph_of_others_in_which_it_changes_something(case: str) -> None:
    body, text, inside = INSIDE[case]
    marked = both(body) + p(gone("x", "Ben"))  # so that Ben is an author in every case
    assert share_of(read(docx(marked)), ["Ben"]) == Share(text, inside)


def test_share_reads_boxes_tables_and_the_ends_of_pages_as_the_whole_document_is_read() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p(run('box '), ins('one', 'Ann'))}</w:txbxContent></w:pict></w:r>"
    table = f"<w:tbl><w:tr><w:tc>{p(run('cell'), ins(' two', 'Ben'))}</w:tc></w:tr></w:tbl>"
    document = read(docx(p(run("a"), '<w:r><w:br w:type="page"/></w:r>', run("b"), box) + table))
    assert share_of(document, ["Ann", "Ben"]).text == document.text == "a\nb\n\nbox one\n\ncell two\n"
    assert share_of(document, ["Ann"]).text == "a\nb\n\nbox one\n\ncell\n"
    assert share_of(document, ["Ben"]).text == "a\nb\n\nbox \n\ncell two\n"


def test_share_of_a_file_without_changes_is_its_text() -> None:
    assert share_of(read(docx(paragraph("a"))), ["Ann"]) == Share("a\n")
