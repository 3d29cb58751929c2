"""A rolling text in Word is read back: as it was written, and as somebody has edited it by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings

from accord.engine import text as engine
from accord.formats.paper.clean import paragraphs_of
from accord.formats.paper.rereading import rolling_of
from accord.formats.values import Rolling
from accord.formats.word.rolling import write_rolling
from tests.engine.text.strategies import Negotiation, negotiations
from tests.formats import office, samples
from tests.formats.packages import read


def back(text: engine.Text) -> engine.Text:
    rolling = read(write_rolling(text, title="Draft", head="L.1")).rolling
    assert rolling is not None
    assert rolling.fault == ""
    return engine.parse(rolling.notation)


def same(one: engine.Text, other: engine.Text) -> None:
    """Assert that everybody reads the same paragraphs."""
    assert (one.delegations, one.groups, one.base, one.sample) == (
        *(other.delegations, other.groups, other.base, other.sample),
    )
    for code in (None, *one.delegations, engine.CHAIR):
        assert paragraphs(one, code) == paragraphs(other, code), code


def paragraphs(text: engine.Text, code: str | None) -> list[str]:
    """Return somebody's paragraphs, without what only encodes a file."""
    document = engine.project(text, code).replace("\ufeff", "")
    return [stripped for each in paragraphs_of(document) if (stripped := each.rstrip())]


def test_rolling_text_with_something_of_everything_is_read_back() -> None:
    text = samples.rolling()
    found = back(text)
    same(found, text)
    assert engine.render(replace(found, language="en", envelopes=text.envelopes)) == samples.NOTATION


BODIES = (
    "[shall] [XAA: no text] \\|[XBB: promptly] act.",
    "One [\\|no text] [XAA: \\|XBB: word] two [XBB: \\|agreed ad ref].",
    "Literal \\[date\\] and \\[XAA: late\\] [XAA: \\[x\\]].",
    "act\\s[XAA: now]. And [XBB:  twice] more.",
    "\\%odd \\\\ line\\nsecond\\n\\nfourth",
    "[One.\\pTwo.] [XAA: One; two.]",
    "One[XAA: \\p]two, and ¶ as a letter.",
    "[XAA: [a] [XBB: b] c] [XBB: d] e",
    "First [x] words.\n\nSecond words stand here. [XAA, XBB move: to the beginning] [XAA note: a \\[b\\] c]",
    "First words.\n\nSecond words. [XBB move: after b3 “Third words.”]\n\nThird words.",
    "One. [agreed ad ref in the plenary; pending XAA]\n\nTwo. [reopened]\n\nThree. [agreed ad ref]",
    "ثلاثة [أربعة] [XAA: خمسة].\n\n各方[每年] [XBB: 每两年]交换。",
    "[CHAIR: a compromise] stands",
    "3. One [x]. [XAA number: 4.]\n\n(a) Two\n(b) three [XAA, XBB number: (b); (c)] [XBB note: so]",
)
HEAD = "%accord 1\n%base\n%delegations XAA, XBB\n\n"


@pytest.mark.parametrize("body", BODIES)
def test_rolling_text_is_read_back_exactly(body: str) -> None:
    text = engine.parse(f"{HEAD}{body}\n")
    assert engine.render(back(text)) == engine.render(text)


def plain(wording: str) -> str:
    """Return wording without the characters that Word cannot hold."""
    return wording.replace("\r", "").replace("\f", "")


@settings(max_examples=200, deadline=None)
@given(negotiations())
def test_rolling_text_of_any_negotiation_is_read_back(negotiation: Negotiation) -> None:
    versions = {code: plain(wording) for code, wording in negotiation.versions.items()}
    text = engine.compile_text(plain(negotiation.base), versions)
    moved = any(block.moves for block in text.blocks)  # generated paragraphs begin alike: behind which, nobody can tell
    if text.delegations and not moved:
        same(back(text), text)


def test_rolling_text_with_a_move_that_fits_two_paragraphs_is_not_guessed_at() -> None:
    body = "Same words.\n\nSame words.\n\nOther words. [XAA move: after b1 “Same words.”]"
    text = engine.parse(f"%accord 1\n%base\n%delegations XAA\n\n{body}\n")
    rolling = read(write_rolling(text)).rolling
    assert rolling == Rolling("", "2 paragraphs begin with “Same words.”, behind which somebody wants “Other words.”")


# Edited by hand


LEGEND_LINE = ("legend", [("", "Delegations: XAA, XBB. 1 choice is open.")])
CHOICE = [("opening", "["), ("first", "shall"), ("bracket", "]"), ("", " "), ("bracket", "["), ("holder", "XAA: "),
          ("other", "should"), ("bracket", "]")]  # fmt: skip
EDITED = {
    "typed in plain letters": ([("", "They "), *CHOICE, ("", " [XBB: will] act.")],
                               "They [shall] [XAA: should] [XBB: will] act."),
    "typed behind a bracket, in its style": ([("", "They "), *CHOICE[:-1], ("bracket", "] [XBB: will]"), ("", " act.")],
                                             "They [shall] [XAA: should] [XBB: will] act."),
    "typed without a space": ([("", "They act[XBB:now].")], "They act[XBB: now]."),
    "typed with several codes": ([("", "They act[XBB,XAA: now].")], "They act[XBB, XAA: now]."),
    "no text, typed": ([("", "They "), *CHOICE, ("", " [XBB: no text] act.")],
                       "They [shall] [XAA: should] [XBB: no text] act."),
    "support": ([("", "They "), *CHOICE[:5], ("holder", "XAA, XBB: "), *CHOICE[6:], ("", " act.")],
                "They [shall] [XAA, XBB: should] act."),
    "a bracket of the wording": ([("", "They act on [date].")], "They act on \\[date\\]."),
    "one inside an alternative": ([("", "They "), *CHOICE[:6], ("other", "act on [date]"), CHOICE[-1], ("", ".")],
                                  "They [shall] [XAA: act on \\[date\\]]."),
    "one that was typed inside a typed one": ([("", "They act[XBB: on [date]].")], "They act[XBB: on \\[date\\]]."),
    "wording that reads like a mark": ([("", "They "), *CHOICE[:6], ("other", "XBB: no text"), CHOICE[-1], ("", ".")],
                                       "They [shall] [XAA: \\|XBB: no text]."),
    "a label that was typed over": ([("label", "PP1\u2002"), ("", "Recalling it,")], "Recalling it,"),
}  # fmt: skip


@pytest.mark.parametrize("case", EDITED)
def test_rolling_text_edited_by_hand_says_what_was_typed(case: str) -> None:
    runs, wanted = EDITED[case]
    rolling = rolling_of([LEGEND_LINE, ("", runs)])
    assert rolling == Rolling(f"{HEAD}{wanted}\n")


FAULTS = {
    "a bracket that is not closed": (
        [("", "They "), *CHOICE[:-1], ("", " act.")],
        "in “They [shall] [XAA: should act.” \"[\" is not closed in this paragraph",
    ),
    "a bracket that closes nothing": (
        [("", "They "), *CHOICE[1:], ("", " act.")], "in “They shall] [XAA: should] act.” \"]\" closes nothing",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTS)
def test_rolling_text_whose_brackets_are_damaged_says_where(case: str) -> None:
    runs, fault = FAULTS[case]
    assert rolling_of([LEGEND_LINE, ("", runs)]) == Rolling("", fault)


STRANGERS = {
    "in a bracket that was typed": ([("", "They act [XZZ: now].")], "They act [XZZ: now]."),
    "beside a code of the roster": ([("", "They act [XAA,XZZ: now].")], "They act [XAA, XZZ: now]."),
    "typed over another code": ([*CHOICE[:5], ("holder", "XZZ: "), *CHOICE[6:]], "[shall] [XZZ: should]"),
    "added to a bracket": ([*CHOICE[:5], ("holder", "XAA, XZZ: "), *CHOICE[6:]], "[shall] [XAA, XZZ: should]"),
}  # fmt: skip


@pytest.mark.parametrize("case", STRANGERS)
def test_rolling_text_that_names_a_stranger_says_so_and_keeps_the_name(case: str) -> None:
    runs, wanted = STRANGERS[case]
    said = "".join(wording for _, wording in runs)
    unknown = f"in “{said}” XZZ is not among the delegations that the legend names"
    assert rolling_of([LEGEND_LINE, ("", runs)]) == Rolling(f"{HEAD}{wanted}\n", unknown=unknown)


def test_rolling_text_with_twenty_thousand_strangers_is_refused_at_once() -> None:
    typed = "".join(f"[Q{number}: x]" for number in range(20_000))
    rolling = rolling_of([LEGEND_LINE, ("", [("", typed)])])
    assert rolling is not None
    assert rolling.fault == "more than 200 codes in its brackets are not among those that the legend names"


def test_rolling_text_with_brackets_a_hundred_thousand_deep_is_refused_at_once() -> None:
    rolling = rolling_of([LEGEND_LINE, ("", [("", "[XAA: " * 100_000)])])
    assert rolling is not None
    assert rolling.fault.endswith("brackets stand more than 100 deep in one another")


# Saved by LibreOffice, which keeps the styles


@pytest.mark.office
def test_rolling_text_that_libreoffice_has_saved_is_read_back(tmp_path: Path) -> None:
    texts = [samples.rolling(), *(engine.parse(f"{HEAD}{body}\n") for body in BODIES)]
    quiet = [replace(each, blocks=tuple(replace(block, notes=()) for block in each.blocks)) for each in texts]
    files = [tmp_path / f"{number}.docx" for number in range(len(quiet))]  # without comments, on which it falls over
    for path, text in zip(files, quiet, strict=True):
        path.write_bytes(write_rolling(text, title="Draft", head="L.1"))
    (tmp_path / "saved").mkdir()
    for path, text in zip(office.converted(files, ".docx", tmp_path / "saved"), quiet, strict=True):
        rolling = read(path.read_bytes()).rolling
        assert rolling is not None
        assert engine.parse(rolling.notation) == replace(text, language="", envelopes=())
