"""The ambiguities of foreign texts, row by row, and what inspect does with each. Wording and names are invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine.text.foreign import Inspection, Profile, Roster, emit, inspect
from tests.shared import shared_path

ROSTER = Roster.of(
    {
        "XAA": ["Xaa", "ХАА", "Exampleland", "J"],
        "XBB": ["Xbb", "ХББ", "Trinidad and Samples"],
        "XCC": ["ХВВ", "Xcc."],
        "XDD": ["Kingdom of Xdd"],
        "XEE": [],
        "XFF": [],
        "XGG": ["Примерия"],
        "XHH": ["Образец", "Образц"],
    },
    {"G77": ["XAA", "XBB"], "EU": ["XDD"], "Arab Group": ["XEE"]},
)


def codes(found: Inspection) -> list[str]:
    return [finding.code for finding in found.findings]


def wordings(found: Inspection) -> list[list[str]]:
    text = found.tree.text
    return [[text[each.start : each.end].strip() for each in choice.alternatives] for choice in found.choices]


def said(found: Inspection) -> list[tuple[str, str]]:
    """Return code and stance of every holder, in the order of the text."""
    return [
        pair
        for choice in found.choices
        for each in choice.alternatives
        for pair in zip(each.holders, each.stances, strict=True)
    ]


# Brackets without a partner, and pairs that look wrong


def test_stray_bracket_is_shown_with_forty_characters_around_it() -> None:
    text = "a" * 60 + "] " + "b" * 60
    (finding,) = inspect(text).findings
    assert (finding.code, finding.line, finding.column, finding.offset) == ("B001", 1, 61, 60)
    assert "a" * 40 + "] " + "b" * 38 in finding.message


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("1. One [two\n2. Three", "1. One [two]\n2. Three"),
        ("One [two\n\nThree", "One [two]\n\nThree"),
        ("Option 1: One [two\nOption 2: Three", "Option 1: One [two]\nOption 2: Three"),
        ("1. One [two [three\n2. Four] five", "1. One [two [three\n2. Four] five]"),
        ("(a) One [two\n(b) three\n\nOption 2: four", "(a) One [two]\n(b) three\n\nOption 2: four"),
        ("One [two", "One [two]"),
    ],
)
def test_unclosed_bracket_closes_at_the_nearest_end_that_leaves_later_pairs_alone(text: str, closed: str) -> None:
    (finding,) = [each for each in inspect(text).findings if each.code == "B002"]
    (edit,) = finding.edits
    assert text[: edit.start] + edit.text + text[edit.end :] == closed
    assert "the end of the text" in finding.fix


def test_pair_that_joins_the_midst_of_two_paragraphs_is_proposed_and_not_moved() -> None:
    text = "The first words of it [two\n\nthree] and more"
    found = inspect(text)
    assert (codes(found), found.tree.depth, emit(found.tree)) == (["B003"], 1, text)


def test_bracket_over_paragraphs_is_one_pair() -> None:
    found = inspect("[1. One\n\n2. Two]")
    assert (codes(found), len(found.choices)) == (["B004"], 1)


# Furniture


PAGED = "".join(
    f"{number}. The Council [shall\nmeet at {place}\n\nX/CONF.9/L.2 – Draft text\n\n{number}\n\nits] seat.\n"
    for number, place in enumerate(("one of", "the second of", "a third of", "the last of", "none of"), 1)
)


def test_furniture_of_pages_is_known_and_stays_in_the_text() -> None:
    found = inspect(PAGED)
    kinds = [(each.kind, PAGED[each.start : each.end]) for each in found.furniture]
    assert kinds[:2] == [("running head", "X/CONF.9/L.2 – Draft text"), ("page number", "1")]
    assert len(kinds) == 10
    assert codes(found) == ["B011"] * 10
    assert emit(found.tree) == PAGED


@pytest.mark.parametrize(
    "line", ["Page 7", "X/2026/WG.1/L.2/Rev.1      Page 7", "- 7 -", "Стр. 7", "第7页", "X/CONF.1/L.2 page 7 of 9"]
)
def test_line_that_is_only_a_page_number_is_furniture(line: str) -> None:
    found = inspect(f"[The Council shall\n{line}\nmeet.]")
    assert [found.tree.text[each.start : each.end] for each in found.furniture] == [line]
    assert codes(found) == ["B011"]


@pytest.mark.parametrize("line", ["7", "7.", "Page", "2026", "1/2", "The Council", "Page 7 is blank"])
def test_line_that_may_be_wording_is_no_furniture(line: str) -> None:
    assert not inspect(f"[The Council shall\n{line}\nmeet.]").furniture


def test_note_at_the_foot_of_a_page_is_furniture() -> None:
    text = f"The aims.1\n{' ' * 40}\n1 As agreed [in part].\n3/9\nThe means.\n4/9\n"
    found = inspect(text)
    assert [(each.kind, text[each.start : each.end]) for each in found.furniture] == [
        ("footnote", "1 As agreed [in part]."),
        ("page number", "3/9"),
        ("page number", "4/9"),
    ]


# Neighbours


@pytest.mark.parametrize(
    ("text", "expected", "confidence"),
    [
        ("[shall][should]", [["shall", "should"]], ["high"]),
        ("[shall] [should]", [["shall", "should"]], ["high"]),
        ("[tools] [including maps]", [["tools", "including maps"]], ["low"]),
        ("[XAA: tools] [XBB: including maps]", [["tools", "including maps"]], ["high"]),
        ("[tools][, and maps]", [["tools"], [", and maps"]], ["high", "high"]),
        ("[инструменты] [и карты]", [["инструменты"], ["и карты"]], ["high", "high"]),
        ("[应][应当]缔约方", [["应", "应当"]], ["high"]),
    ],
)
def test_neighbours_have_a_confidence(text: str, expected: list[list[str]], confidence: list[str]) -> None:
    found = inspect(text)
    assert wordings(found) == expected
    assert [choice.confidence for choice in found.choices] == confidence


@pytest.mark.parametrize("text", ["[daily] / [weekly]", "[daily]/[weekly]", "[daily] or [weekly]", "[да] или [нет]"])
def test_neighbours_behind_a_stroke_or_a_word_are_asked_about(text: str) -> None:
    found = inspect(text)
    assert (len(found.choices), codes(found)) == (2, ["B005"])
    (edit,) = found.findings[0].edits
    assert len(inspect(text[: edit.start] + edit.text + text[edit.end :]).choices) == 1


def test_low_confidence_is_called_ambiguous_adjacency() -> None:
    (finding,) = inspect("[tools] [including maps]").findings
    assert (finding.code, finding.severity) == ("B005", "info")
    assert finding.message.startswith("Ambiguous adjacency")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[shall/should]", [["shall", "should"]]),
        ("[one aim / two aims]", [["one aim", "two aims"]]),
        ("[and/or]", [["and/or"]]),
        ("[decision CP/21]", [["decision CP/21"]]),
        ("[tools/maps]", [["tools/maps"]]),
    ],
)
def test_slash_parts_alternatives_only_with_spaces_or_between_verbs(text: str, expected: list[list[str]]) -> None:
    assert wordings(inspect(text)) == expected


@pytest.mark.parametrize("text", ["all Parties[.][; and]", "the Parties[,] [;] meet", "low[-]cost", "1990[–]2000"])
def test_punctuation_in_brackets_is_in_dispute(text: str) -> None:
    found = inspect(text)
    assert (len(found.choices), len(found.placeholders)) == (1, 0)


# Names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[XAA/XBB propose; XCC/XDD oppose: 4. Each]", ["XAA propose", "XBB propose", "XCC oppose", "XDD oppose"]),
        ("[XCC oppose: each]", ["XCC oppose"]),
        ("[XAA/\nXBB propose: each]", ["XAA propose", "XBB propose"]),
        ("[Xaa/Xbb/Xcc. Noting that]", ["XAA propose", "XBB propose", "XCC propose"]),
        ("[extreme - XAA; G77 delete]", ["XAA propose", "G77 delete"]),
        ("[, text. -G77; XAA, EU delete.]", ["G77 propose", "XAA delete", "EU delete"]),
        ("[one - EU, G77 retain / two - XAA]", ["EU retain", "G77 retain", "XAA propose"]),
        ("[the EU and the Kingdom of Xdd support: x]", ["EU support", "XDD support"]),
        ("[Trinidad and Samples: x]", ["XBB propose"]),
        ("[Arab Group, supported by XAA: x]", ["Arab Group propose", "XAA propose"]),
        ("[XAA (on behalf of G77): x]", ["G77 propose"]),
        ("[XAA14/XBB 15 propose: x]", ["XAA propose", "XBB propose"]),
        ("[XAA//XBBpropose: x]", ["XAA propose", "XBB propose"]),
        ("[ХАА, ХББ предлагают; ХВВ возражает: x]", ["XAA propose", "XBB propose", "XCC oppose"]),
        ("[XAA supports in principle; XBB is considering: x]", ["XAA support", "XBB considering"]),
        ("[XCC can be flexible; XAA has a scrutiny reservation: x]", ["XCC flexible", "XAA scrutiny"]),
        ("[XAA will follow consensus; XBB: x]", ["XAA follow-consensus", "XBB propose"]),
        ("[XAA: Considering the aims,]", ["XAA propose"]),
        ("[EU: Supports the aims,]", ["EU propose"]),
        ("[XAA/Xzz propose: x]", ["XAA propose"]),
        ("[Xaa and Atlantis: x]", ["XAA propose"]),
        ("[x - Xaa, Atlantis]", ["XAA propose"]),
        ("[XAA, on behalf of its member States: x]", ["XAA propose"]),
        ("[The EU and its member States: x]", ["EU propose"]),
        ("[Xaa：x]", ["XAA propose"]),
        ("[Xaa、ХВВ：x]", ["XAA propose", "XCC propose"]),
        ("[La Xaa propose : x]", ["XAA propose"]),
        ("[La délégation de la Xaa : x]", ["XAA propose"]),
        ("[Proposal by Xaa: x]", ["XAA propose"]),
        ("[Делегация Примерии: x]", ["XGG propose"]),
        ("[Предложение Примерии и Образца: x]", ["XGG propose", "XHH propose"]),
        ("[XAA: x (XBB, XCC delete)]", ["XAA propose", "XBB delete", "XCC delete"]),
        ("[Xaa: x - XBB delete; XCC support]", ["XAA propose", "XBB delete", "XCC support"]),
        ("[Xaa: trade - XBB]", ["XAA propose"]),
        ("[activities in the area - Xaa and Central Samples]", []),
        ("[Xaa and the following: x]", []),
        ("[the following: x]", []),
        ("[Means and Methods: x]", []),
        ("[The Parties agree: x]", []),
        ("[XAA - XBB]", []),
        ("[trade between XAA - XBB]", []),
        ("[low - and middle - income]", []),
        ("[Members: x]", []),
        ("[Article 3: x]", []),
        ("[Alt 1: x]", []),
    ],
)
def test_bracket_names_who_says_what(text: str, expected: list[str]) -> None:
    assert [f"{code} {stance}" for code, stance in said(inspect(f"words {text} words", ROSTER))] == expected


NOT_IN_THE_TABLE = [
    *["[XAA/XZZ propose: x]", "[XZZ: x]", "[КAZ: x]", "[x - XAA; XZZ delete]", "[XAA and Atlantis: x]"],
    *["[x - XAA, Atlantis]", "[Atlantis proposes: x]", "[Proposal by Atlantis: x]", "[Делегация Атлантиды: x]"],
    *["[Exampeland: x]", "[Atlantis, supported by Utopia: x]"],
]


@pytest.mark.parametrize("text", NOT_IN_THE_TABLE)
def test_name_that_nobody_knows_is_reported_and_never_a_delegation(text: str) -> None:
    found = inspect(text, ROSTER)
    assert {code for code in codes(found) if code.startswith("B")} == {"B010"}
    assert set(found.attributions) <= {"XAA"}


def test_slip_in_a_name_is_told_with_the_name_that_is_meant() -> None:
    (finding,) = inspect("a [Exampeland: x]", ROSTER).findings
    assert (finding.code, finding.fix) == ("B010", "Is Exampleland meant?")


@pytest.mark.parametrize(
    "text",
    ["[Note: x]", "[Article 3: x]", "[the following: x]", "[Purpose: x]", "[Members: x]"],
)
def test_words_before_a_colon_are_no_names(text: str) -> None:
    assert set(codes(inspect(f"a {text} b", ROSTER))) <= {"B008"}


def test_names_in_parentheses_that_end_a_bracket_count_once() -> None:
    found = inspect("a [XAA: x (XBB delete)] b [y (XBB delete)] c (XBB delete)", ROSTER)
    assert found.stances == {"XAA": {"propose": 1}, "XBB": {"delete": 3}}
    assert len(found.positions) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[XAA, supported by XBB: x]",
        "[x - XAA; XCC delete]",
        "[x (XAA, XBB delete)]",
        "[Xaa/Xbb. x]",
        "[Sampleland/Exampleland propose; Xcc oppose: x]",
    ],
)
def test_without_roster_every_form_of_names_is_hinted_at(text: str) -> None:
    assert codes(inspect(f"a {text} b")) == ["B013"]


@pytest.mark.parametrize("text", ["[Sample/Example]", "[Option A/Option B: x]", "[Use and/or Misuse: x]"])
def test_without_roster_wording_is_not_hinted_at(text: str) -> None:
    assert codes(inspect(f"a {text} b")) == []


def test_damaged_name_is_said() -> None:
    assert codes(inspect("x [XAA14: shall]", ROSTER)) == ["B012"]


def test_without_roster_other_forms_are_only_hinted_at() -> None:
    found = inspect("[XAA/XBB propose; XCC oppose: a] b [XAA14 propose: c] [NB: d]")
    assert (found.attributions, codes(found)) == ({}, ["B013", "B008"])


# Positions beside the wording


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Negotiators' Note: XCC reserves its position pending Article 7.", ["XCC reserve note"]),
        ("XAA and XBB are considering this.", ["XAA considering note", "XBB considering note"]),
        ("Noted; EU will follow consensus.", ["EU follow-consensus note"]),
        ("* Reservation by XDD on paragraph 3. XFF: scrutiny reservation.", ["XDD reserve note", "XFF scrutiny note"]),
        ("(XCC: delete) (+XEE) (-XFF)", ["XCC delete mark", "XEE support mark", "XFF oppose mark"]),
        ("[G77 delete] [XAA reserves its position]", ["G77 delete mark", "XAA reserve mark"]),
        ("[XBB: scrutiny reservation] [XCC supports the text]", ["XBB scrutiny mark", "XCC support mark"]),
        ("Exampleland:\n\n1. One.\n\nXbb\n\n2. Two.\n\n## End\n", ["XAA propose heading", "XBB propose heading"]),
        ("OP3 bis (Xaa, EU) Decides", ["XAA propose mark", "EU propose mark"]),
        ("Article 4 (Aims)\n3 (Xaa is here)", []),
        ("Xaa: replace it\nXbb: delete", ["XAA propose heading", "XBB delete heading"]),
        ("The Parties reserve their position. (see: annex) (-5) Note: x", []),
    ],
)
def test_position_beside_the_wording_is_read_with_the_roster_alone(text: str, expected: list[str]) -> None:
    found = inspect(text, ROSTER)
    assert [f"{each.code} {each.stance} {each.source}" for each in found.positions] == expected
    assert not found.choices
    assert sum(found.attributions.values()) == len(expected)
    assert not inspect(text).positions


def test_heading_of_a_delegation_holds_up_to_the_next() -> None:
    text = "EU\nOne.\nXbb\nTwo.\nArticle 2\nThree."
    assert [text[each.start : each.end] for each in inspect(text, ROSTER).positions] == ["EU\nOne.\n", "Xbb\nTwo.\n"]


def test_stances_are_counted_by_code() -> None:
    found = inspect("[XAA propose; XBB oppose: x] [XAA: y] (XBB: delete)", ROSTER)
    assert found.stances == {"XAA": {"propose": 2}, "XBB": {"delete": 1, "oppose": 1}}


# Profile


def test_profile_says_what_braces_are() -> None:
    text = "see {XAA/J: of unknown origin} here"
    assert said(inspect(text, ROSTER, Profile(braces="alternative"))) == [("XAA", "propose")]
    assert codes(inspect(text, ROSTER, Profile(braces="note"))) == ["B008"]
    assert codes(inspect(text, ROSTER)) == codes(inspect(text, ROSTER, Profile(braces="title"))) == ["B021"]


def test_profile_says_which_other_shapes_are_brackets() -> None:
    text = "［a］ <<XAA: b>> 【c】"
    found = inspect(text, ROSTER, Profile(brackets=("［］", "<<>>")))
    assert wordings(found) == [["a", "b"]]
    assert (codes(found), found.brackets, emit(found.tree)) == (["B023"], 2, text)


def test_bis_is_asked_about_once_unless_the_profile_says() -> None:
    text = "1. a\n\n1 bis. b\n\n1 ter. c\n\n2 alt. d\n"
    assert [(each.code, each.line) for each in inspect(text).findings] == [("B020", 3), ("B020", 7)]
    version = inspect(text, profile=Profile(bis="version"))
    assert [label.relation for label in version.labels] == ["version", "version", "replaces"]
    assert [(each.code, each.line) for each in version.findings] == [("B020", 7)]


@pytest.mark.parametrize("wrong", [{"braces": "x"}, {"bis": "x"}, {"brackets": ("()",)}])
def test_profile_refuses_what_it_does_not_know(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        Profile(**wrong)  # type: ignore[arg-type]


# Labels in brackets, lost markup


def test_label_in_brackets_is_said() -> None:
    assert codes(inspect("[5][3]. Decides to meet")) == ["B014"]
    assert codes(inspect("[a] member")) == codes(inspect("the [5][3]. Decides")) == []


@pytest.mark.parametrize("text", ["FifthResumed fifth session", "on 202220 February 2023"])
def test_glued_words_are_suspected_and_not_repaired(text: str) -> None:
    (finding,) = inspect(text).findings
    assert (finding.code, finding.severity, finding.edits) == ("B030", "warning", ())


def test_kinds_of_finding_are_listed_up_to_a_number() -> None:
    found = inspect("] " * 5_002)
    assert (codes(found).count("B001"), found.stray) == (5_000, 5_002)
    (more,) = [each for each in found.findings if each.code == "B099"]
    assert (more.severity, more.offset, more.message[:2]) == ("warning", 10_000, "2 ")


# Whatever the text

PIECES = st.sampled_from(
    [
        *"[]{}()<>\n\f\r .,:;/-–*+1",
        "［",
        "］",
        "<<",
        ">>",
        "XAA",
        "G77",
        "XAB",
        "Trinidad and Samples",
        " propose",
        " delete",
        " reserves its position",
        "reservation by XAA",
        "XBB: ",
        "\nXAA\n",
        "\n2 bis. ",
        "\n3/9\n",
        "Page 3",
        "on behalf of ",
        "202220 February",
        "%accord 1\n",
        "\\[",
    ]
)
PROFILES = st.builds(
    Profile,
    braces=st.sampled_from(["", "note", "alternative", "title"]),
    bis=st.sampled_from(["", "insertion", "version"]),
    brackets=st.sampled_from([(), ("［］",), ("<<>>", "【】")]),
)


@settings(deadline=None)
@given(st.text() | st.lists(PIECES, max_size=40).map("".join), PROFILES)
def test_any_text_with_roster_and_profile_is_read_whole(text: str, profile: Profile) -> None:
    found = inspect(text, ROSTER, profile)
    ends = [0, *(leaf.end for leaf in found.tree.leaves())]
    assert [leaf.start for leaf in found.tree.leaves()] == ends[:-1]
    assert (ends[-1], emit(found.tree)) == (len(text), text)
    assert set(found.attributions) <= {*ROSTER.names.values(), "CHAIR"}
    for each in (*found.furniture, *found.positions, *found.labels, *found.choices):
        assert 0 <= each.start < each.end <= len(text)


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_what_is_made_anew_is_the_same_each_time(text: str) -> None:
    found = inspect(text, ROSTER)
    for sequence in (found.choices, found.positions, found.labels, found.placeholders):
        items = list(sequence)
        assert list(sequence) == items
        assert len(sequence) == len(items)
        assert [sequence[at] for at in range(len(items))] == items
        assert list(sequence[1:3]) == items[1:3]
    assert found.alternatives == sum(len(choice.alternatives) for choice in found.choices)


def test_every_shared_text_is_tiled_and_given_back() -> None:
    paths = sorted(shared_path("texts").iterdir())
    assert len(paths) > 5
    for path in paths:
        text = path.read_bytes().decode("utf-8")
        tree = inspect(text, ROSTER).tree
        ends = [0, *(leaf.end for leaf in tree.leaves())]
        assert [leaf.start for leaf in tree.leaves()] == ends[:-1]
        assert emit(tree) == text
