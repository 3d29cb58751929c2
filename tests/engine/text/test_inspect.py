"""Inspect any bracketed text: lossless, never failing, with the meaning that people give to brackets."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.text.foreign import Inspection, Roster, emit, inspect
from tests.shared import shared_path

PIECES = st.sampled_from(
    [
        *"[](){}/\\:;,.%\n\r\t -^",
        "[[",
        "]]",
        "][",
        "] [",
        "shall",
        "XAA",
        "XAA: ",
        "[XBB, XCC: ",
        "no text",
        "agreed ad ref",
        "%accord 1\n",
        "%delegations XAA, XBB\n\n",
        "\\[",
        "\\]",
        "\\|",
        "[^1]",
        "[x](y)",
        "[a]: b",
        "2.bis ",
        "…",
        "е́",
    ]
)
ANY_TEXT = (
    st.text() | st.lists(PIECES).map("".join) | st.lists(PIECES).map(lambda parts: "%accord 1\n" + "".join(parts))
)

SMALL = {
    "brackets": 0,
    "choices": 0,
    "alternatives": 0,
    "placeholders": 0,
    "depth": 0,
    "delegations": {},
    "unclosed": 0,
    "stray": 0,
}


def figures(inspection: Inspection) -> dict[str, object]:
    told = inspection.summary().items()
    return {name: value for name, value in told if name not in ("findings", "stances") and value != SMALL[name]}


def codes(inspection: Inspection) -> list[str]:
    return [finding.code for finding in inspection.findings]


def wordings(inspection: Inspection) -> list[list[str]]:
    text = inspection.tree.text
    return [[text[each.start : each.end] for each in choice.alternatives] for choice in inspection.choices]


# Laws


@settings(deadline=None)
@given(ANY_TEXT)
def test_inspect_leaves_tile_the_text_and_emit_gives_it_back(text: str) -> None:
    tree = inspect(text).tree
    leaves = list(tree.leaves())
    ends = [0, *(leaf.end for leaf in leaves)]
    assert [leaf.start for leaf in leaves] == ends[:-1]
    assert ends[-1] == len(text)
    assert all(leaf.start < leaf.end for leaf in leaves)
    assert emit(tree) == text


@settings(deadline=None)
@given(ANY_TEXT)
def test_inspect_figures_agree_with_a_naive_count(text: str) -> None:
    found = inspect(text)
    assert found.brackets == text.count("[")
    assert found.unclosed - found.stray == text.count("[") - text.count("]")
    assert found.unclosed >= 0 <= found.stray


@settings(deadline=None)
@given(ANY_TEXT)
def test_inspect_findings_stand_in_the_text_in_order(text: str) -> None:
    findings = inspect(text).findings
    assert [each.offset for each in findings] == sorted(each.offset for each in findings)
    for each in findings:
        before = text[: each.offset]
        assert (each.line, each.column) == (before.count("\n") + 1, len(before) - before.rfind("\n"))


# Own patterns: their first word is the number of the case


def patterns() -> dict[str, str]:
    text = shared_path("texts", "synthetic-patterns.txt").read_text(encoding="utf-8")
    return {f"P{case[:2]}": f"P{case}".removesuffix("\n") for case in text.split("\nP")[1:]}


EXPECTED: dict[str, dict[str, object]] = {
    "P01": {"brackets": 2, "choices": 1, "alternatives": 2, "depth": 1},
    "P02": {"brackets": 3, "choices": 1, "alternatives": 3, "depth": 1},
    "P03": {"brackets": 2, "choices": 1, "alternatives": 2, "depth": 1, "delegations": {"XAA": 1, "XBB": 1, "XCC": 1}},
    "P11": {"brackets": 1, "depth": 1},
    "P12": {},
    "P13": {},
    "P16": {"brackets": 4, "choices": 2, "alternatives": 4, "depth": 2},
    "P17": {"brackets": 2, "choices": 1, "alternatives": 2, "depth": 1},
    "P18": {"brackets": 4, "choices": 4, "alternatives": 4, "depth": 1},
    "P19": {"brackets": 4, "choices": 1, "alternatives": 2, "placeholders": 3, "depth": 1},
}


@pytest.mark.parametrize("case", EXPECTED)
def test_inspect_pattern_has_the_meaning_that_people_give_it(case: str) -> None:
    found = inspect(patterns()[case])
    assert figures(found) == EXPECTED[case]
    assert not any(finding.needs_a_person for finding in found.findings)


def test_inspect_patterns_are_all_read_and_given_back() -> None:
    cases = patterns()
    assert list(cases) == [f"P{number:02}" for number in range(1, 36)]
    for case in cases.values():
        assert emit(inspect(case).tree) == case


def test_inspect_pattern_with_title_in_dispute_has_inner_choice_of_three() -> None:
    assert wordings(inspect("[[Purpose] [General aims] [Setting-up of the Council]]")) == [
        ["[Purpose] [General aims] [Setting-up of the Council]"],
        ["Purpose", "General aims", "Setting-up of the Council"],
    ]


@pytest.mark.parametrize(
    ("text", "suffix", "relation"),
    [
        ("2.bis The Council", "bis", "after"),
        ("2 alt. The Council", "alt", "replaces"),
        ("OP3bis Decides", "bis", "after"),
        ("PP5alt Recalling", "alt", "replaces"),
        ("59ter Also", "ter", "after"),
        ("(PP6) [Recalling", "", "none"),
    ],
)
def test_inspect_label_says_where_the_paragraph_belongs(text: str, suffix: str, relation: str) -> None:
    (label,) = inspect(text).labels
    assert (label.suffix, label.relation) == (suffix, relation)
    assert ("B020" in codes(inspect(text))) == (relation != "none")


# Choices


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[ultimate] objective", [["ultimate"]]),
        ("[[a] b]", [["[a] b"], ["a"]]),
        ("[annually], [and on request,]", [["annually"], ["and on request,"]]),
        ("[annually] [and on request]", [["annually"], ["and on request"]]),
        ("[principles][, including equity]", [["principles"], [", including equity"]]),
        ("[,][and]", [[",", "and"]]),
        ("[and][or]", [["and", "or"]]),
        ("[75][85] per cent", [["75", "85"]]),
        ("[(75) (85)] per cent", [["(75)", "(85)"]]),
        ("[75] [many]", [["many"]]),
        ("[shall/should]", [["shall", "should"]]),
        ("[objectives / conditions]", [["objectives ", " conditions"]]),
        ("[and/or]", [["and/or"]]),
        ("[CP/21]", [["CP/21"]]),
        ("[g][G]uidelines [old]", [["g", "G"], ["old"]]),
        ("[old] [co-]development", [["old"], ["co-"]]),
        ("[a]\n[b]", [["a"], ["b"]]),
        ("[a]\u00a0[b]", [["a", "b"]]),
        ("Parties[ and others] [x y]", [[" and others", "x y"]]),
    ],
)
def test_inspect_neighbours_are_one_choice_when_they_are_alternatives(text: str, expected: list[list[str]]) -> None:
    assert wordings(inspect(text)) == expected


def test_inspect_neighbours_left_apart_are_reported() -> None:
    (finding,) = inspect("x [annually] [and on request]").findings
    assert (finding.code, finding.severity, finding.column) == ("B005", "info", 14)


@pytest.mark.parametrize(
    "held", ["[X]", "[x]", "[date]", "[…]", "[...]", "[ ]", "[]", "[to be completed]", "[TBD]", "[17]", "[___]"]
)
def test_inspect_placeholder_is_no_disagreement(held: str) -> None:
    found = inspect(f"within {held} days")
    assert (len(found.choices), len(found.placeholders), codes(found)) == (0, 1, ["B006"])


@pytest.mark.parametrize(
    "text",
    [
        "a note [^3]",
        "see [12]\n\n[12] The note.",
        "the [rules](annex-1)",
        "the [rules][b]\n\n[b]: annex-1",
        "the [b]\n\n[b]: annex-1",
    ],
)
def test_inspect_notes_and_links_are_neither_choices_nor_placeholders(text: str) -> None:
    found = inspect(text)
    assert (len(found.choices), len(found.placeholders)) == (0, 0)


@pytest.mark.parametrize(
    "mark", ["[Agreed ad ref]", "[agreed ad ref in plenary; pending XAA]", "[NB: to be checked]", "[Note: see above]"]
)
def test_inspect_status_and_remark_are_no_choices(mark: str) -> None:
    found = inspect(f"1. The Council shall meet. {mark}")
    assert (len(found.choices), found.attributions) == (0, {})


# Holders


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("[XAA, XBB: shall]", {"XAA": 1, "XBB": 1}),
        ("[XAA: a] b [XAA: c]", {"XAA": 2}),
        ("[G77: a]", {"G77": 1}),
        ("[X: a]", {}),
        ("[Xaa: a]", {}),
        ("[XAA/XBB: a]", {}),
        ("[OP3: a]", {}),
        ("[NB: a]", {}),
        ("[OPTION 1: a]", {}),
        ("[XAA:a]", {}),
        ("[XABCDEFGHIJKL: a]", {}),
    ],
)
def test_inspect_without_roster_counts_canonical_holders_only(text: str, holders: dict[str, int]) -> None:
    assert inspect(text).attributions == holders


ROSTER = Roster.of(
    {"XAA": ["Xaa", "ХАА"], "XBB": ["Xbb", "ХББ"], "XCC": ["ХВВ"], "XDD": ["Xdd"], "XEE": [], "KAZ": []},
    {"G3": ["XAA", "XBB"]},
)


@pytest.mark.parametrize(
    ("text", "holders"),
    [
        ("[XAA/XBB propose; XCC/XDD oppose: 4. Each]", {"XAA": 1, "XBB": 1, "XCC": 1, "XDD": 1}),
        ("[excessive - XAA; XCC delete]", {"XAA": 1, "XCC": 1}),
        ("[slow - XEE, XBB retain / faster - XCC]", {"XBB": 1, "XCC": 1, "XEE": 1}),
        ("[, of rotation. -XBB; XCC, XAA, XEE delete.]", {"XAA": 1, "XBB": 1, "XCC": 1, "XEE": 1}),
        ("[Xaa/Xbb/Xdd. Noting that]", {"XAA": 1, "XBB": 1, "XDD": 1}),
        ("[XAA, supported by XBB and XEE: delete paragraph 9]", {"XAA": 1, "XBB": 1, "XEE": 1}),
        ("[ХАА, ХББ: обязуются] [ХВВ: намерены]", {"XAA": 1, "XBB": 1, "XCC": 1}),
        ("[G3: shall]", {"G3": 1}),
        ("[low - and middle - income]", {}),
        ("[Option 1: shall]", {}),
    ],
)
def test_inspect_with_roster_reads_names_in_all_their_forms(text: str, holders: dict[str, int]) -> None:
    assert inspect(text, ROSTER).attributions == holders


def test_inspect_name_outside_the_roster_is_reported_and_no_delegation() -> None:
    found = inspect("x [XAB: shall]", ROSTER)
    assert (found.attributions, codes(found)) == ({}, ["B010"])
    assert (found.findings[0].severity, found.findings[0].column) == ("warning", 3)
    assert "XAA" in found.findings[0].fix


# Our own notation

OWN = "%accord 1\n%base\n%delegations XAA, XBB\n\n"


def test_inspect_own_notation_parts_and_escapes_as_it_says() -> None:
    found = inspect(OWN + "A \\[b\\] [shall] [XAA: should]\\|[XBB: and more] c\\]. [agreed ad ref; pending XAA]\n")
    assert wordings(found) == [["shall", "should"], ["and more"]]
    assert (found.attributions, found.brackets, found.stray) == ({"XAA": 1, "XBB": 1}, 5, 1)
    assert codes(found) == ["B009"]


def test_inspect_own_notation_knows_its_roster() -> None:
    assert codes(inspect(OWN + "[XAA: a] b [XZZ: c]\n")) == ["B010"]


# Findings


def test_inspect_stray_bracket_needs_a_person() -> None:
    (finding,) = inspect("one\ntwo] three").findings
    assert (finding.code, finding.severity, finding.line, finding.column, finding.offset) == (
        "B001",
        "warning",
        2,
        4,
        7,
    )


def test_inspect_unclosed_bracket_names_where_it_may_end() -> None:
    (finding,) = inspect("a [b\n\nOption 2: c\n\nd").findings
    assert (finding.code, finding.severity, finding.line, finding.column) == ("B002", "warning", 1, 3)
    assert finding.fix == "Close it at the end of the paragraph (line 1) or the end of the text (line 5)."


def test_inspect_bracket_over_paragraphs_is_information_unless_both_ends_stand_amid_them() -> None:
    assert [(each.code, each.severity) for each in inspect("[one\n\ntwo]").findings] == [("B004", "info")]
    (finding,) = inspect("some words of a text [one\n\ntwo] and more").findings
    assert (finding.code, finding.severity) == ("B003", "warning")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("see {note}", "B021"),
        ("【XAA: shall】", "B023"),
        ("FifthResumed session", "B030"),
        ("on 202220 February", "B030"),
        ("x XDDpropose", "B030"),
        ("[XAA/XBB: a]", "B013"),
        ("a\u200bb", "W102"),
        ("a\r\nb", "W001"),
    ],
)
def test_inspect_says_what_else_it_saw(text: str, code: str) -> None:
    assert codes(inspect(text)) == [code]


# Real texts: the file, its "[", depth, stray and unclosed, counted by hand elsewhere

REAL = {
    "unfccc-geneva-negotiating-text-12-feb-2015.txt": (1273, 6, 2, 2),
    "unfccc-adp-compilation-4-dec-2015.txt": (1685, 8, 6, 6),
    "unfccc-paris-agreement-23-oct-2015.md": (1052, 7, 2, 1),
    "unfccc-paris-agreement-4-dec-2015.md": (1055, 10, 4, 1),
    "unfccc-paris-agreement-9-dec-2015.md": (222, 4, 2, 1),
    "unfccc-paris-agreement-12-dec-2015.md": (6, 1, 0, 0),
    "bbnj-further-refreshed-draft-dec-2022.txt": (292, 5, 0, 0),
}


@pytest.mark.parametrize("name", REAL)
def test_inspect_real_text_is_read_whole(name: str) -> None:
    path: Path = shared_path("texts", name)
    text = path.read_bytes().decode("utf-8")
    found = inspect(text)
    assert (found.brackets, found.tree.depth, found.stray, found.unclosed) == REAL[name]
    assert emit(found.tree) == text
    assert len(found.choices) <= found.brackets
    assert ("12-dec" in name) == (not found.choices)


def test_inspect_deep_nesting_is_read() -> None:
    found = inspect("[" * 20_000 + "shall" + "]" * 20_000)
    assert (found.tree.depth, len(found.choices)) == (20_000, 20_000)
