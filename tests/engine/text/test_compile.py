"""What compiling prints: the cases in ``cases/``, each read and approved by eye, and some rules one by one."""

from pathlib import Path

import pytest

from accord.engine import text as engine

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


def read_case(path: Path) -> dict[str, str]:
    """Return the parts of a case, each after a line "--- name"; the first line says where the text comes from."""
    head, *parts = path.read_text(encoding="utf-8").split("--- ")
    assert head.startswith("# ")
    return {name: wording for name, _, wording in (part.partition("\n") for part in parts)}


def compiled(base: str, **versions: str) -> str:
    """Return the blocks as printed, without the header, of texts given without their last line end."""
    text = engine.compile_text(base + "\n", {code: version and version + "\n" for code, version in versions.items()})
    return engine.render(text).partition("\n\n")[2].removesuffix("\n")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_compile_prints_what_a_secretary_would(path: Path) -> None:
    parts = read_case(path)
    base, expected = parts.pop("base"), parts.pop("compiled")
    text = engine.compile_text(base, parts)
    assert engine.render(text).partition("\n\n")[2] == expected
    assert engine.recovered(text, base, parts) == dict.fromkeys(["", *parts], True)


@pytest.mark.parametrize(
    ("versions", "expected"),
    [
        ({"XAA": "The Parties should act."}, "The Parties [shall] [XAA: should] act."),
        ({"XAA": "The Parties shall not act."}, "The Parties shall [XAA: not] act."),
        ({"XAA": "The Parties act."}, "The Parties [shall] [XAA: no text] act."),
        ({"XAA": "The Parties shall act now."}, "The Parties shall act [XAA: now]."),
        ({"XAA": "The Parties shall act, now."}, "The Parties shall act[XAA: , now]."),
        ({"XAA": "The Parties shall"}, "The Parties shall [act.] [XAA: no text]"),
        ({"XAA": "", "XBB": ""}, "[The Parties shall act.] [XAA, XBB: no text]"),
        ({"XBB": "The Parties may act.", "XAA": "The Parties may act."}, "The Parties [shall] [XAA, XBB: may] act."),
        ({"XAA": "The Parties shall act."}, "The Parties shall act."),
    ],
)
def test_compile_prints_one_edit(versions: dict[str, str], expected: str) -> None:
    assert compiled("The Parties shall act.", **versions) == expected


def test_compile_edits_of_one_gap_share_a_choice() -> None:
    assert compiled("a b c d.", XAA="a b x c d.", XBB="a b y c d.") == "a b [no text] [XAA: x] [XBB: y] c d."


def test_compile_neighbours_are_two_choices_that_parse_apart() -> None:
    printed = compiled("one two three four.", XAA="one 2 three four.", XBB="one two 3 four.")
    assert printed == "one [two] [XAA: 2] \\|[three] [XBB: 3] four."
    again = engine.parse(f"%accord 1\n%base\n%delegations XAA, XBB\n\n{printed}\n")
    assert [at.choice.holders for at in engine.choices(again)] == [{"XAA"}, {"XBB"}]


def test_compile_who_takes_out_neighbouring_words_does_not_touch() -> None:
    text = engine.compile_text("one two three.\n", {"XAA": "one three.\n", "XBB": "one two.\n"})
    assert [at.choice.holders for at in engine.choices(text)] == [{"XAA"}, {"XBB"}]


def test_compile_joins_edits_of_one_delegation_over_one_word() -> None:
    assert compiled("one two three four five six.", XAA="one 2 three 4 five six.") == (
        "one [two three four] [XAA: 2 three 4] five six."
    )
    assert compiled("one two three four five six.", XAA="one 2 three four 5 six.") == (
        "one [two] [XAA: 2] three four [five] [XAA: 5] six."
    )


def test_compile_paragraph_with_few_common_words_is_an_alternative_paragraph() -> None:
    assert compiled("The Council meets once a year.", XAA="Nobody ever meets here.") == (
        "[The Council meets once a year.] [XAA: Nobody ever meets here.]"
    )


REWRITTEN = {
    "XAA": "Members are invited to consider a voluntary mechanism for notifications, as appropriate.",
    "XBB": "Members are encouraged to consider a voluntary mechanism for timely notifications, as appropriate.",
    "XCC": "Members are invited to consider a voluntary mechanism for notifications.",
    "XDD": "The Council should meet once a year.",
    "XEE": "Nothing in this statement prejudices what anybody has said before.",
}
SHARED = (
    "[XAA, XBB, XCC: Members are [XAA, XCC: invited] [XBB: encouraged] to consider a voluntary mechanism for "
    "[XAA, XCC: no text] [XBB: timely] notifications[XAA, XBB: , as appropriate] [XCC: no text].]"
)


def test_compile_paragraphs_rewritten_alike_share_an_alternative_paragraph() -> None:
    assert compiled("The Council meets once a year.", **REWRITTEN) == (
        f"[XDD: The Council [meets] [XDD: should meet] once a year.] {SHARED} "
        "[XEE: Nothing in this statement prejudices what anybody has said before.]"
    )


def test_compile_paragraphs_put_in_alike_share_an_alternative() -> None:
    base = "The Council meets once a year."
    put = {code: f"{base}\n\n{REWRITTEN[code]}" for code in ("XAA", "XBB", "XCC")}
    assert compiled(base, **put) == f"{base}\n\n{SHARED}"


def test_compile_everybody_stands_at_one_wording_inside_a_shared_alternative() -> None:
    text = engine.compile_text("The Council meets once a year.", REWRITTEN)
    inner = [at for at in engine.choices(text) if not at.of_base]
    assert [(at.depth, at.choice.holders) for at in inner] == [(1, {"XAA", "XBB", "XCC"})] * 3


def test_compile_moved_paragraph_keeps_its_words() -> None:
    base = "One and one.\n\nTwo and two.\n\nThree and three."
    text = engine.compile_text(base, {"XAA": "Two and two.\n\nThree and three.\n\nOne and one."})
    assert engine.project(text, "XAA") == "Two and two.\n\nThree and three.\n\nOne and one."


def test_compile_roster_has_the_councils_order_and_the_silent() -> None:
    text = engine.compile_text("a\n", {"XAA": "b\n", "XCC": "c\n"}, delegations=["XCC", "XBB"])
    assert text.delegations == ("XCC", "XBB", "XAA")
    assert engine.render(text).endswith("\n\n[a] [XCC: c] [XAA: b]\n")
    assert engine.project(text, "XBB") == "a\n"


def test_compile_difference_of_encoding_is_no_choice() -> None:
    base = "Один é\n\nдва\n"
    versions = {"XAA": base.replace("\n", "\r\n"), "XBB": "\ufeff" + base, "XCC": base.replace("é", "e\u0301")}
    text = engine.compile_text(base, versions)
    assert list(engine.choices(text)) == []
    assert engine.render(text).split("\n\n")[0].split("\n")[3:] == [
        "%encoding XAA crlf",
        "%encoding XBB bom",
        "%encoding XCC nfd",
    ]


def test_compile_refuses_what_the_notation_needs_for_itself() -> None:
    with pytest.raises(engine.WordingRefused, match=r"U\+0000"):
        engine.compile_text("a\n", {"XAA": "a\0\n"})


def test_compile_193_delegations_with_one_edit_each() -> None:
    words = [f"word{number}" for number in range(600)]
    versions = {}
    for number in range(193):
        edited = [*words]
        edited[3 * number] = f"own{number}"
        versions[f"X{number}"] = " ".join(edited)
    text = engine.compile_text(" ".join(words), versions)
    assert all(engine.recovered(text, " ".join(words), versions).values())
    assert [len(at.choice.holders) for at in engine.choices(text)] == [1] * 193


def test_compile_identical_paragraphs_stay_apart() -> None:
    base = "Deleted.\n\nDeleted.\n\nDeleted.\n"
    text = engine.compile_text(base, {"XAA": "Deleted.\n\nDeleted.\n", "XBB": base + "\nDeleted.\n"})
    assert all(engine.recovered(text, base, {"XAA": "Deleted.\n\nDeleted.\n", "XBB": base + "\nDeleted.\n"}).values())
    assert len(text.blocks) == 4


NOUNS = ("border", "trade", "water", "energy", "health", "culture", "transport", "science", "youth", "sport")
VERBS = ("discussed", "noted", "welcomed", "reviewed", "examined", "approved")


def paragraphs(count: int) -> list[str]:
    """Return so many paragraphs, each unlike its neighbours in most of its words."""
    return [
        f"{number}. The Council {VERBS[number % 6]} the {NOUNS[number % 10]} programme of year {2000 + number} and its "
        f"{NOUNS[(number * 7 + 3) % 10]} annex, as proposed by working group {number * 13}."
        for number in range(1, count + 1)
    ]


def test_compile_30_paragraphs_of_which_7_are_dropped() -> None:
    whole = paragraphs(30)
    dropped = {2, 3, 9, 14, 20, 21, 29}
    base = "\n\n".join(whole) + "\n"
    version = "\n\n".join(each for at, each in enumerate(whole) if at not in dropped) + "\n"
    text = engine.compile_text(base, {"XAA": version})
    assert engine.recovered(text, base, {"XAA": version}) == {"": True, "XAA": True}
    assert {at.block.id for at in engine.choices(text)} == {f"b{at + 1}" for at in dropped}
    assert all(each.choice.alternatives[1].is_null for each in engine.choices(text))


def test_compile_27_delegations_and_100_paragraphs_with_one_true_conflict_show_one() -> None:
    whole = paragraphs(100)
    versions = {}
    for number in range(27):
        own = list(whole)
        for at in (number, 27 + number, 54 + number):
            own[at] = own[at].replace("The Council", f"The {NOUNS[number % 10].title()} Committee")
        own[90] = own[90].replace("as proposed by", ("as drafted by", "as put forward by")[number % 2])
        versions[f"X{number:02d}"] = "\n\n".join(own) + "\n"
    base = "\n\n".join(whole) + "\n"
    text = engine.compile_text(base, versions)
    assert all(engine.recovered(text, base, versions).values())
    contested = [at for at in engine.choices(text) if len(at.choice.alternatives) > 2]
    assert [at.block.id for at in contested] == ["b91"]
    assert [len(each.holders) for each in contested[0].choice.alternatives] == [0, 14, 13]
    assert len(list(engine.choices(text))) == 81 + 1


def test_compile_equal_versions_go_together_where_like_paragraphs_do() -> None:
    base = "The Council met.\n\nThe Ministers expressed concern about the region.\n\nThey thanked the host."
    new = "Delegations noted that peace can be reached through dialogue alone."
    rewritten = base.replace("The Ministers expressed concern about the region.", new)
    beside = base.replace("They thanked", f"{new.replace('peace', 'lasting peace')}\n\nThey thanked")
    assert compiled(base, XAA=rewritten, XBB=beside, XCC=rewritten) == (
        "The Council met.\n\n[The Ministers expressed concern about the region.] [XAA, XCC: no text]\n\n"
        "[XAA, XBB, XCC: Delegations noted that [XAA, XCC: no text] [XBB: lasting] peace can be reached through "
        "dialogue alone.]\n\nThey thanked the host."
    )
