"""Fixes of findings that a program can make: each leaves a text with fewer findings of its kind, and harms no pair."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.text.findings import Edit, Finding, edited
from accord.engine.text.foreign import Inspection, Profile, Roster, inspect
from tests.shared import shared_path

ROSTER = Roster.of({"XAA": ["Xaa", "ХАА"], "XBB": ["Xbb"], "XCC": []}, {"G3": ["XAA", "XBB"]})
PIECES = st.sampled_from(
    [
        *"[][][] \n.",
        "\n\n",
        "The Council",
        "shall",
        "[XAB: shall]",
        "[XAA14: may]",
        "[XAA//XBB propose: x]",
        "[ХАA: y]",
        "[annually] [and on request]",
        "[one][including two]",
        "\n1. ",
        "\nOption 2: ",
        "\n(a) ",
        "\n7/52\n",
        "\n8/52\n",
        "\nX/CONF.1/L.2 Page 7\n",
        "\f",
        "a\u202eb",
        "аa",
    ]
)
PLAIN = Profile()
TEXTS = st.lists(PIECES, max_size=30).map("".join)
PROFILES = st.sampled_from([Profile(), Profile(braces="alternative", brackets=("［］", "<<>>"))])


def counts(inspection: Inspection) -> Counter[str]:
    return Counter(finding.code for finding in inspection.findings)


def fixable(text: str, profile: Profile = PLAIN) -> tuple[Inspection, list[Finding]]:
    found = inspect(text, ROSTER, profile)
    return found, [finding for finding in found.findings if finding.edits]


@settings(deadline=None)
@given(TEXTS, PROFILES)
def test_fix_leaves_fewer_findings_of_its_kind(text: str, profile: Profile) -> None:
    before, findings = fixable(text, profile)
    for finding in findings:
        after = inspect(edited(text, finding.edits), ROSTER, profile)
        assert counts(after)[finding.code] < counts(before)[finding.code], finding


@settings(deadline=None)
@given(TEXTS)
def test_closing_what_is_open_leaves_every_pair_as_it_was(text: str) -> None:
    before, findings = fixable(text)
    pairs = list(zip(before.tree.starts, before.tree.ends, strict=True))
    for finding in findings:
        if finding.code != "B002" or not finding.edits[0].text:
            continue
        (edit,) = finding.edits
        after = inspect(edited(text, finding.edits)).tree
        moved = len(edit.text)
        kept = [(at + moved * (at >= edit.start), end + moved * (end > edit.start)) for at, end in pairs]
        assert set(kept) <= set(zip(after.starts, after.ends, strict=True))
        assert finding.offset in after.starts


@settings(deadline=None)
@given(TEXTS)
def test_fixing_all_stray_and_open_brackets_one_by_one_ends_in_balance(text: str) -> None:
    for _ in range(text.count("[") + text.count("]")):
        findings = [each for each in inspect(text).findings if each.code in ("B001", "B002")]
        if not findings:
            break
        text = edited(text, findings[0].edits)
    assert (inspect(text).unclosed, inspect(text).stray) == (0, 0)


@pytest.mark.parametrize(
    ("text", "code", "fixed"),
    [
        ("one] two", "B001", "one two"),
        ("a [b\n\nOption 2: c", "B002", "a [b]\n\nOption 2: c"),
        ("a [[b\n\nc", "B002", "a [[b]]\n\nc"),
        ("[x\n1. y [z\n\nq] w", "B002", "[x]\n1. y [z\n\nq] w"),
        ("some words of a text [y\n\nz] w", "B003", "some words of a text [y]\n\nz w"),
        ("x [XAB: shall]", "B010", "x [XBB: shall]"),
        ("x [ХАA: shall]", "B010", "x [XAA: shall]"),
        ("x [XAA14/XBB propose: shall]", "B012", "x [XAA/XBB propose: shall]"),
        ("x [annually] [and on request]", "B005", "x [annually / and on request]"),
        ("[a\nX/CONF.1/L.2 Page 7\nb]", "B011", "[a\nb]"),
        ("a\u202eb", "W102", "ab"),
    ],
)
def test_fix_is_what_a_person_would_do(text: str, code: str, fixed: str) -> None:
    _, findings = fixable(text)
    (first, *_) = [finding for finding in findings if finding.code == code]
    assert edited(text, first.edits) == fixed


def test_bracket_that_many_are_open_behind_is_taken_out() -> None:
    _, findings = fixable("[" * 40)
    assert findings[0].edits == (Edit(0, 1, ""),)


@pytest.mark.parametrize(
    "name", ["unfccc-geneva-negotiating-text-12-feb-2015.txt", "unfccc-paris-agreement-4-dec-2015.md"]
)
def test_fixes_of_real_texts_work(name: str) -> None:
    text = shared_path("texts", name).read_text(encoding="utf-8")
    before, findings = fixable(text)
    kinds = {finding.code: finding for finding in findings}
    assert {"B001", "B002"} <= set(kinds)
    for code, finding in kinds.items():
        assert counts(inspect(edited(text, finding.edits), ROSTER))[code] < counts(before)[code]


def test_edits_are_made_together_from_the_text_as_it_is() -> None:
    assert edited("abcdef", [Edit(4, 5, "E"), Edit(1, 3, ""), Edit(1, 1, "x")]) == "axdEf"
