"""Import: any bracketed text becomes a negotiation to go on with, and nothing of it is dropped silently."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text.foreign.importing import Imported, import_negotiation
from accord.engine.text.model import Inline, Status
from accord.engine.text.unnamed import unnamed_in
from tests.engine.text.strategies import MARKS, SENTENCES
from tests.shared import shared_path

ROSTER = engine.Roster.of(
    {"XAA": ["Xaa", "ХАА", "Exampleland"], "XBB": ["Xbb"], "XCC": [], "XDD": []}, {"G2": ["XAA", "XBB"]}
)
TEXTS = [
    "unfccc-geneva-negotiating-text-12-feb-2015.txt",
    "unfccc-adp-compilation-4-dec-2015.txt",
    "unfccc-paris-agreement-23-oct-2015.md",
    "unfccc-paris-agreement-4-dec-2015.md",
    "unfccc-paris-agreement-9-dec-2015.md",
    "unfccc-paris-agreement-12-dec-2015.md",
    "bbnj-further-refreshed-draft-dec-2022.txt",
    "synthetic-patterns.txt",
]
PIECES = st.sampled_from(
    [
        *MARKS,
        *SENTENCES.values(),
        *[
            "\n\n",
            "1. ",
            "2. ",
            "2 alt. ",
            "3 bis. ",
            "(a) ",
            "Option 1: ",
            "Article 4\n",
            "shall",
            "should",
            "[shall][should]",
        ],
        *[
            "[XAA propose; XBB oppose: ",
            "[Xaa/Xbb. ",
            " - XCC delete]",
            " - XCC retain / ",
            "[date]",
            "[Agreed ad ref]\n\n",
        ],
        *[
            "(agreed)",
            "[75 / 85]",
            "[XAA reserves its position: late]",
            "Note: XCC reserves its position.\n\n",
            "\u202e",
            "| a |\n",
        ],
    ]
)
FOREIGN = st.lists(PIECES, max_size=25).map("".join)


def body(imported: Imported) -> str:
    """Return the paragraphs in notation, without the header."""
    return engine.render(imported.text).partition("\n\n")[2].removesuffix("\n")


def codes(imported: Imported) -> list[str]:
    return [finding.code for finding in imported.findings if finding.code.startswith("I")]


def wordings(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for item in inlines:
        if isinstance(item, str):
            yield item
        else:
            for each in item.alternatives:
                yield from each.holders
                yield from wordings(each.inlines) if each.inlines else ("no text",)


def visible(text: str) -> Counter[str]:
    """Count the characters that a reader sees; brackets and the marks of a list of names are written anew."""
    return Counter(each for each in text if not each.isspace() and each not in "[],:\ufeff" and each.isprintable())


def told(imported: Imported) -> str:
    text = imported.text
    said = [wording for block in text.blocks for wording in wordings(block.inlines)]
    said += [f"{note.holder} {note.kind} {note.wording}" for block in text.blocks for note in block.notes]
    return "".join([*said, *(finding.message for finding in imported.findings)])


def require_nothing_lost(source: str, imported: Imported) -> None:
    assert visible(source) - visible(told(imported)) == Counter()


def require_round_trip(imported: Imported) -> None:
    notation = engine.render(imported.text)
    assert engine.parse(notation) == imported.text
    assert engine.render(engine.parse(notation)) == notation


# What becomes what

CASES = {
    "The Parties [shall][should] meet.": "The Parties [shall] [should] meet.",
    "The Parties [shall] [should] [may] meet [once].": "The Parties [shall] [should] [may] meet [once].",
    "They meet [XAA, XBB: once] [XCC: twice] a year.": "They meet [XAA, XBB: once] [XCC: twice] a year.",
    "They meet [once / twice] and [shall/should] report.": "They meet [once] [twice] and [shall] [should] report.",
    "[They act on the common / shared but diverse means.]": "[They act on the common / shared but diverse means.]",
    "free from [excessive - Xaa; XCC delete] paperwork": "free from [XCC: no text] [XAA: excessive] paperwork",
    "[XAA oppose: They report.]": "[They report.] [XAA: no text]",
    "They [slowly - XBB retain / fast - XCC] change.": "They [XBB: slowly] [XCC: fast] change.",
    "[Xaa/Xbb. Noting that registers help;]": "[XAA, XBB: Noting that registers help;]",
    "[g][G]uidelines and threshold[s]": "[g] [G]uidelines and threshold[s]",
    "no later than [date] in [X] parts": "no later than \\[date\\] in \\[X\\] parts",
    "It ends here], they said [and then.": "It ends here\\], they said \\[and then.",
    "[[Purpose] [General aims]]": "[[Purpose] [General aims]]",
    "[XAA: one [two] three] four": "[XAA: one [two] three] four",
    "[ABX: unknown names] stay": "[\\|ABX: unknown names] stay",
    "[NB: to be checked] [Note: later]": "\\[NB: to be checked\\] \\[Note: later\\]",
    "[shall][shall] act": "[shall] act",
    "[XAA: no text]": "\\[XAA: no text\\]",
    "They [shall] [XBB: may] [XAA oppose] meet.": "They [XAA: shall] [XBB: may] meet.",
    "They [slowly] (XAA delete) meet.": "They [slowly] [XAA: no text] meet.",
    "They [XBB: slowly] [XAA delete] (+XCC) meet.": "They [XAA: no text] [XBB, XCC: slowly] meet.",
    "1. Они [Xbb/XCC: теперь] [Xaa – исключить] едут.": "1. Они [XAA: no text] [XBB, XCC: теперь] едут.",
    "They [XBB: meet [once] [XAA delete] a year].": "They [XAA, XBB: meet [once] [XAA: no text] a year].",
    "They [slowly] [XAA: retain] meet.": "They [XAA: slowly] [no text] meet.",
    "They [slowly] [XAA: удалить] meet.": "They [slowly] [XAA: no text] meet.",
    "They meet. (XAA del)": "[They meet.] [XAA: no text]",
    "Они едут. (XAA против)": "[Они едут.] [XAA: no text]",
    "They meet [soon] [XAA, XBB bracket].": (
        "They meet [soon]. [XAA reserve: \\[XAA, XBB bracket\\]] [XBB reserve: \\[XAA, XBB bracket\\]]"
    ),
    "[XAA: They meet (XBB, XCC delete)]": "[XBB, XCC: no text] [XAA: They meet]",
    "They [Xaa/Atlantis propose: slowly] meet.": "They [XAA: slowly] meet.",
    "They meet. [XAA: reserves its position on OP1]": (
        "They meet. [XAA reserve: \\[XAA: reserves its position on OP1\\]]"
    ),
    "They meet [once] [XAA: reserve].": "They meet [once]. [XAA reserve: \\[XAA: reserve\\]]",
    "2. [XAA: оговорка] Они едут.": "2. Они едут. [XAA reserve: \\[XAA: оговорка\\]]",
    "1. (XAA, XBB) They meet.": "[XAA, XBB: 1. They meet.]",
    "(OP)1. (XAA) They meet. (XCC: delete)": "[XCC: no text] [XAA: (OP)1. They meet.]",
}


@pytest.mark.parametrize(("source", "notation"), CASES.items())
def test_import_of_one_paragraph(source: str, notation: str) -> None:
    imported = import_negotiation(source, ROSTER)
    assert body(imported) == notation
    require_nothing_lost(source, imported)
    require_round_trip(imported)


def test_roster_of_the_result_is_that_of_the_table() -> None:
    text = import_negotiation("[XBB: They meet.]", ROSTER).text
    assert (text.delegations, text.groups) == (("XAA", "XBB", "XCC", "XDD", "G2"), (("G2", ("XAA", "XBB")),))


def test_without_a_table_only_canonical_holders_count() -> None:
    text = import_negotiation("[XBB, XAA: They meet.] [Xcc/Xdd. They report.]").text
    assert text.delegations == ("XAA", "XBB")


def test_a_delegation_at_two_alternatives_holds_the_first() -> None:
    imported = import_negotiation("They [XAA: shall] [XBB: may] [XAA: will] meet.", ROSTER)
    assert body(imported) == "They [XAA: shall] [XBB: may] [will] meet."
    assert codes(imported) == ["I007"]


def test_who_amends_anothers_alternative_stands_at_it_too() -> None:
    imported = import_negotiation("[XCC: They meet [XBB: twice] a year.]", ROSTER)
    assert body(imported) == "[XBB, XCC: They meet [XBB: twice] a year.]"
    assert engine.project(imported.text, "XCC") == "They meet a year.\n"


def test_who_holds_another_alternative_amends_none_beside_it() -> None:
    imported = import_negotiation("[XAA: They meet.] [XBB: They report [XAA: late].]", ROSTER)
    assert body(imported) == "[XAA: They meet.] [XBB: They report [no text] [late].]"
    assert codes(imported) == ["I007"]


# Paragraphs

WRAPPED = """ACCORD/2026/L.2 is a text whose lines a page has broken amid its long-
winded sentences, as every printed page does with those that are longer
than its lines.
1. The Parties [shall][should] meet once a year, at a time and in a place
that the host proposes.
2. They inform each other of
(a) emerging threats;
(b) measures taken.
Article 3
Final provisions
"""


def test_paragraphs_of_broken_lines() -> None:
    assert [engine.project_block(block, None) for block in import_negotiation(WRAPPED).text.blocks] == [
        "ACCORD/2026/L.2 is a text whose lines a page has broken amid its long-winded sentences, as every printed page "
        "does with those that are longer than its lines.",
        "1. The Parties shall meet once a year, at a time and in a place that the host proposes.",
        "2. They inform each other of",
        "(a) emerging threats;",
        "(b) measures taken.",
        "Article 3",
        "Final provisions",
    ]


def test_bracket_over_paragraphs_stands_around_each() -> None:
    imported = import_negotiation("[1. They meet.\n\n[2. They report.]\n\n3. They [may] publish.]")
    assert body(imported) == "[1. They meet.]\n\n[2. They report.]\n\n[3. They [may] publish.]"
    assert codes(imported) == ["I004"]


def test_alternatives_over_paragraphs_are_choices_of_what_stands_in_each() -> None:
    imported = import_negotiation("[XAA: 1. They meet.\n\n2. They report.] [XBB: 2. They publish.]", ROSTER)
    assert body(imported) == "[XAA: 1. They meet.] [no text]\n\n[XAA: 2. They report.] [XBB: 2. They publish.]"
    assert engine.project(imported.text, "XAA") == "1. They meet.\n\n2. They report.\n"


def test_doubtful_pair_is_wording() -> None:
    inner = "\n\n".join(f"{number}. They report." for number in range(1, 6))
    source = f"The Parties to this text [meet.\n\n{inner}\n\nThe others may] publish what they find."
    imported = import_negotiation(source)
    assert body(imported).startswith("The Parties to this text \\[meet.")
    assert "I012" in codes(imported)


# Labels


def test_alt_becomes_another_wording_of_its_paragraph() -> None:
    imported = import_negotiation("2. They meet [once][twice] a year.\n\n2 alt. They never meet.\n\n3. They report.")
    expected = "[2. They meet [once] [twice] a year.] [2 alt. They never meet.]\n\n3. They report."
    assert body(imported) == expected
    assert codes(imported) == ["I009"]


def test_alt_of_a_paragraph_in_brackets_stands_beside_it() -> None:
    held = import_negotiation("[XAA: 2. They meet.]\n\n[2 alt. They never meet.]")
    assert body(held) == "[no text] [XAA: 2. They meet.] [2 alt. They never meet.]"
    assert body(import_negotiation("[2. They meet.]\n\n2 alt. They never meet.")) == (
        "[2. They meet.] [2 alt. They never meet.] [no text]"
    )


def test_alt_of_a_paragraph_with_a_reservation_stands_beside_it() -> None:
    noted = import_negotiation("2. They meet. [XAA reserve: late]\n\n2 alt. They never meet.")
    assert body(noted) == "[2. They meet.] [2 alt. They never meet.] [XAA reserve: late]"


def test_origins_say_where_a_label_belongs() -> None:
    source = "OP3 Decides to meet;\n\nOP3bis Decides to report;\n\n4. Means:\n\nOption 1: money\n\nOption 2: no money"
    found = [(each.label, each.relation, each.of) for each in import_negotiation(source).origins]
    assert found == [
        ("OP3", "", ""),
        ("OP3 bis", "after", "b1"),
        ("4", "", ""),
        ("Option 1", "option", "b3"),
        ("Option 2", "option", "b3"),
    ]


# Statuses, reservations

STATUSES = {
    "[Agreed ad ref]": Status("agreed"),
    "(agreed)": Status("agreed"),
    "[provisionally agreed]": Status("agreed"),
    "[agreed ad referendum in the plenary of deputies; pending XBB]": Status(
        "agreed", "the plenary of deputies", ("XBB",)
    ),
    "[Agreed in informals, pending only Xaa and XCC]": Status("agreed", "informals", ("XAA", "XCC")),
    "[согласовано]": Status("agreed"),
    "[reopened]": Status("reopened"),
}


@pytest.mark.parametrize(("mark", "status"), STATUSES.items())
@pytest.mark.parametrize("form", ["1. They meet. {}", "{} 1. They meet.", "1. They meet.\n\n{}"])
def test_written_status(mark: str, status: Status, form: str) -> None:
    source = form.format(mark)
    imported = import_negotiation(source, ROSTER)
    assert [(engine.project_block(block, None), block.status) for block in imported.text.blocks] == [
        ("1. They meet.", status)
    ]
    require_nothing_lost(source, imported)
    require_round_trip(imported)


@pytest.mark.parametrize("source", ["the texts [agreed by the Parties].", "as was (agreed in 1992).", "[agreed] terms"])
def test_wording_about_agreement_is_no_status(source: str) -> None:
    (block,) = import_negotiation(source).text.blocks
    assert block.status == Status()


def test_status_of_an_open_paragraph_is_told_and_not_taken() -> None:
    imported = import_negotiation("They [shall][may] meet. [Agreed ad ref]")
    assert (imported.text.blocks[0].status, codes(imported)) == (Status(), ["I006"])


def notes(imported: Imported) -> list[tuple[str, str, str, str]]:
    return [(block.id, note.kind, note.holder, note.wording) for block in imported.text.blocks for note in block.notes]


SAID = {
    "[XAA reserve: the budget]": [("reserve", "XAA", "the budget")],
    "[XCC reserves its position]": [("reserve", "XCC", "[XCC reserves its position]")],
    "(+XBB)": [("note", "XBB", "(+XBB)"), ("note", "XBB", "supports this paragraph")],
    "\n\nNegotiators' Note: XCC reserves its position for now.": [
        ("reserve", "XCC", "Negotiators' Note: XCC reserves its position for now.")
    ],
    "\n\n* Reservation by XAA on the whole of it. XCC: scrutiny reservation.": [
        ("reserve", "XAA", "* Reservation by XAA on the whole of it. XCC: scrutiny reservation."),
        ("reserve", "XCC", "* Reservation by XAA on the whole of it. XCC: scrutiny reservation."),
    ],
    "\n\n[XAA, supported by XBB: delete paragraph 9]": [
        ("note", "XAA", "delete paragraph 9"),
        ("note", "XBB", "delete paragraph 9"),
    ],
}


@pytest.mark.parametrize(("said", "expected"), SAID.items())
def test_reservations_and_remarks(said: str, expected: list[tuple[str, str, str]]) -> None:
    source = f"1. They meet. {said}"
    imported = import_negotiation(source, ROSTER)
    assert [note[1:] for note in notes(imported)] == [each for each in expected if each[2] != "(+XBB)"]
    assert body(imported).startswith("1. They meet.")
    require_nothing_lost(source, imported)
    require_round_trip(imported)


INSTRUCTIONS = [
    "delete paragraph 3",
    "delete PP3 bis",
    "delete this paragraph",
    "merge with OP2",
    "удалить пункт 3",
    "supprimer le paragraphe 3",
    "suprimir este párrafo",
]


@pytest.mark.parametrize("wanted", INSTRUCTIONS)
@pytest.mark.parametrize("form", ["[XBB: They meet.] [XAA: {}]", "[XAA: {}] [XBB: They meet.]"])
def test_what_somebody_only_wants_done_is_a_remark_beside_any_wording(wanted: str, form: str) -> None:
    imported = import_negotiation(form.format(wanted), ROSTER)
    assert body(imported) == f"[XBB: They meet.] [XAA note: {wanted}]"
    require_nothing_lost(form.format(wanted), imported)


def test_what_is_said_behind_a_bracket_over_paragraphs_is_against_each() -> None:
    imported = import_negotiation("[1. They meet.\n\n2. They report.] [XAA delete]\n\n3. They part.", ROSTER)
    assert body(imported) == "[1. They meet.] [XAA: no text]\n\n[2. They report.] [XAA: no text]\n\n3. They part."


def test_what_is_said_behind_a_bracket_that_is_no_choice_is_a_remark_with_a_warning() -> None:
    imported = import_negotiation("They meet on [date] [XAA delete] there.", ROSTER)
    assert body(imported) == "They meet on \\[date\\] there. [XAA note: \\[XAA delete\\]]"
    assert codes(imported) == ["I005", "I006"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("1. They meet.\n\n2. XAA reserves its position.", "XAA reserve"),
        ("Xaa: 1. They meet.", "XAA propose"),
        ("1. They meet. XAA and XBB are flexible, and more is to come.", "XAA flexible, XBB flexible"),
    ],
)
def test_position_that_stays_wording_is_told(source: str, said: str) -> None:
    imported = import_negotiation(source, ROSTER)
    assert body(imported) == source
    (finding,) = [each for each in imported.findings if each.code == "I006"]
    assert finding.message.endswith(f"stands as wording, though it says: {said}.")


def test_signs_beside_a_paragraph_make_it_a_choice() -> None:
    imported = import_negotiation("1. They [slowly] meet. (XCC: delete) (+XAA) (-XDD)", ROSTER)
    assert body(imported) == "[XAA: 1. They [slowly] meet.] [XCC, XDD: no text]"


def test_what_is_said_against_an_agreed_paragraph_is_a_remark() -> None:
    imported = import_negotiation("1. They meet. [agreed ad ref]\n\n(XCC: delete)", ROSTER)
    assert body(imported) == "1. They meet. [agreed ad ref] [XCC note: opposes this paragraph]"
    assert codes(imported) == ["I005", "I005", "I006"]


def test_who_only_considers_wording_holds_none_of_it() -> None:
    imported = import_negotiation("1. They [XAA propose; XCC considering: never] meet.", ROSTER)
    assert body(imported).startswith("1. They [XAA: never] meet. [XCC note: ")


def test_paragraphs_under_a_name_are_what_it_proposes() -> None:
    source = "Article 1\n\nProposal by XAA:\n\nThey meet.\n\nXBB proposal\n\nThey [XCC: never] meet.\n"
    imported = import_negotiation(source, ROSTER)
    assert body(imported) == (
        "Article 1\n\nProposal by XAA:\n\n[XAA: They meet.]\n\nXBB proposal\n\n[XBB, XCC: They [XCC: never] meet.]"
    )


def page(number: int, verb: str) -> str:
    """Return a page that ends amid a sentence, with its foot; every fourth begins an article behind it."""
    article = f"Article {number}\n" if number % 4 == 0 else ""
    return (
        f"{number}. The Parties {verb} as often as they\nDRAFT of the working group\nPage {number}\n\n"
        f"like to {verb} and can.\n{article}"
    )


def test_furniture_of_pages_is_left_out_and_told() -> None:
    verbs = ["meet", "report", "vote", "travel", "publish", "train", "write", "visit", "speak"]
    source = "".join(page(number, verb) for number, verb in enumerate(verbs, 1))
    imported = import_negotiation(source, ROSTER)
    wording = engine.project(imported.text, None)
    assert wording.startswith("1. The Parties meet as often as they like to meet and can.\n\n2. The Parties report")
    assert "8. The Parties visit as often as they like to visit and can.\n\nArticle 8\n\n9. The" in wording
    assert [each.message[:34] for each in imported.findings if each.code == "I013"] == [
        "Left out as running head (9): “DRA",
        "Left out as page number (9): “Page",
    ]
    require_nothing_lost(source, imported)


def test_names_that_nobody_has_are_counted() -> None:
    imported = import_negotiation("[QQQ: They meet.] [XAA reserve: late] [QQQ reserve: early]", ROSTER)
    assert dict(imported.unknown) == {"QQQ": 2}
    assert codes(imported) == ["I006"]


# Going on


def test_own_notation_is_read_as_what_it_is() -> None:
    text = engine.compile_text("They shall meet.\n", {"XAA": "They may meet.\n"})
    imported = import_negotiation(engine.render(text))
    assert (imported.text, [origin.line for origin in imported.origins]) == (text, [5])


def test_damaged_notation_is_read_as_anybodys_text() -> None:
    imported = import_negotiation("%accord 1\n%base\n%delegations XAA\n\nThey [shall meet.\n")
    assert "I001" in codes(imported)
    assert body(imported).endswith("They \\[shall meet.")


def test_alternatives_of_nobody_stay_when_others_move() -> None:
    text = import_negotiation("The Parties [shall][should][may] meet [once][twice] a year [in Vienna].").text
    moved = engine.next_round(text, {"XAA": "The Parties will meet once a year in Almaty.\n"})
    assert engine.render(moved).partition("\n\n")[2] == (
        "The Parties [shall] [XAA: will] [should] [may] meet [once] [twice] a year [in [Vienna] [XAA: Almaty]].\n"
    )


def test_who_joins_an_alternative_of_nobody_holds_it() -> None:
    text = import_negotiation("They [shall][may][will] meet.", ROSTER).text
    joined = engine.support(text, "1", 1, "XBB")
    assert engine.render(joined).endswith("They [shall] [XBB: may] [will] meet.\n")
    assert engine.render(engine.withdraw(joined, "1", "XBB")).endswith("They [shall] [will] meet.\n")
    assert engine.render(engine.close_choice(joined, "1", 0, ("XBB",))).endswith("They shall meet.\n")


ROLLING_EDITS = {
    ("[should] [may]", "[XAA: should] [may]"): "[shall] [XAA: should] [may]",
    ("a contact point", "a [contact] [XAA: focal] point"): "[[Each Party names a [contact] [XAA: focal] point] and",
    ("a contact point", "a focal point"): "[[Each Party names a [contact] [XAA: focal] point] and",
    ("[all] [the others]", "[all] [XAA: the others]"): "[inform [all] [XAA: the others]]]",
    ("[all] [the others]", "[all] [the others] [XAA: nobody]"): "[inform [all] [XAA: nobody] [the others]]]",
    ("[should] [may]", "[may]"): "[shall] [should] [may]",
    ("[once]", "[once] [XAA: no text]"): "meet [once] [XAA: no text]",
}


@pytest.mark.parametrize(("edit", "expected"), ROLLING_EDITS.items())
def test_rolling_text_edited_around_alternatives_of_nobody(edit: tuple[str, str], expected: str) -> None:
    source = (
        "They [shall][should][may] meet [once].\n\n[[Each Party names a contact point] and [inform [all][the others]]]."
    )
    text = engine.parse(engine.render(import_negotiation(source, ROSTER).text))
    made = engine.round_of(text, {"XAA": engine.render(text).replace(*edit)})
    assert expected in engine.render(made.text)
    assert made.recovered == {"XAA": True}
    require_no_alternative_lost(text, made.text)


def alternatives_of(block: engine.Block) -> Iterator[str]:
    """Yield what a block says by each of its alternatives, whoever holds it."""
    for standing in engine.choices_in(block):
        for index in range(len(standing.choice.alternatives)):
            yield engine.project_block(block, None, {**dict(standing.path), standing.choice.id: index})


def require_no_alternative_lost(before: engine.Text, after: engine.Text) -> None:
    """Require that the base of each block and its alternatives of nobody are in the same block still."""
    kept = {block.id: {engine.project_block(block, None), *alternatives_of(block)} for block in after.blocks}
    for block in before.blocks:
        said = {engine.project_block(block, None), *unnamed_in(block).values()} - {""}
        assert said <= kept.get(block.id, set())


@settings(max_examples=300, deadline=None)
@given(FOREIGN, st.booleans())
def test_nothing_is_lost_and_the_result_parses_back(source: str, with_roster: bool) -> None:
    imported = import_negotiation(source, ROSTER if with_roster else None)
    require_nothing_lost(source, imported)
    require_round_trip(imported)
    agreed = [block for block in imported.text.blocks if block.status.state == "agreed"]
    assert not [block for block in agreed if any(True for _ in engine.choices_in(block))]
    assert [origin.block for origin in imported.origins] == [block.id for block in imported.text.blocks]


@settings(max_examples=200, deadline=None)
@given(FOREIGN)
def test_the_next_round_keeps_every_alternative_of_nobody(source: str) -> None:
    text = import_negotiation(source, ROSTER).text
    assume("XDD" in text.delegations)  # a source that is in our own notation has a roster of its own
    wanted = engine.project(text, "XDD").replace("shall", "will").replace("once", "twice")
    made = engine.round_of(text, {"XDD": wanted})
    assert engine.render(engine.parse(engine.render(made.text))) == engine.render(made.text)
    require_no_alternative_lost(text, made.text)


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_any_text_gives_an_answer(source: str) -> None:
    require_round_trip(import_negotiation(source))


@pytest.mark.parametrize("name", TEXTS)
def test_real_texts(name: str) -> None:
    source = shared_path("texts", name).read_text(encoding="utf-8")
    imported = import_negotiation(source, ROSTER)
    require_nothing_lost(source, imported)
    require_round_trip(imported)


@pytest.mark.parametrize("name", TEXTS)
def test_second_round_on_real_texts(name: str) -> None:
    source = shared_path("texts", name).read_text(encoding="utf-8")
    text = import_negotiation(source, ROSTER).text
    wanted = re.sub(r"\bParties\b", "Members", engine.project(text, "XAA"), count=20)
    made = engine.round_of(text, {"XAA": wanted})
    assert made.recovered == {"XAA": True}
    assert engine.project(made.text, None) == engine.project(text, None)
    require_no_alternative_lost(text, made.text)
