"""Law 9: every word of a text answers where it comes from, whatever was done to it."""

from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from accord.drafting import provenance
from accord.engine import text as engine
from accord.engine.text.tokens import is_word

CODES = ("XAA", "XBB", "XCC")
WORDS = ("peace", "water", "the", "joint", "within", "hours", "shall", "meet", "and", "report")
ZERO = "The members of the council,\n\nAgree to meet within two hours and to report;\n\nDecide to share the water.\n"


@dataclass
class Negotiation:
    """Versions with the verb and the code of the act that made each."""

    versions: list[engine.Text] = field(default_factory=list)
    verbs: list[str] = field(default_factory=list)
    codes: list[str | None] = field(default_factory=list)

    @property
    def now(self) -> engine.Text:
        return self.versions[-1]

    def act(self, verb: str, code: str | None, body: engine.Text) -> None:
        self.versions.append(body)
        self.verbs.append(verb)
        self.codes.append(code)


def begun(document: str = ZERO) -> Negotiation:
    one = Negotiation()
    one.act("began", None, engine.compile_text(document, {}, delegations=CODES))
    return one


def base_of(negotiation: Negotiation, index: int) -> list[tuple[str, int]]:
    """Return the stretches of one paragraph of the last version: wording and origin."""
    found = provenance.stretches(negotiation.versions, negotiation.verbs)
    block = negotiation.now.blocks[index]
    return [(stretch.wording, stretch.origin) for stretch in found[block.id]]


def proposed(one: Negotiation, code: str, index: int, old: str, new: str) -> None:
    block = one.now.blocks[index]
    wording = engine.project_block(block, code).replace(old, new)
    one.act("proposed", code, engine.propose(one.now, block.id, code, wording))


def closed(one: Negotiation, choice: str, wording: str) -> None:
    standing = engine.find(one.now, choice)
    index = [each.inlines for each in standing.choice.alternatives].index((wording,) if wording else ())
    one.act("closed", engine.CHAIR, engine.close_choice(one.now, choice, index, CODES))


def closed_on_that_of(one: Negotiation, choice: str, code: str) -> None:
    standing = engine.find(one.now, choice)
    index = engine.held(standing.choice, code)
    one.act("closed", engine.CHAIR, engine.close_choice(one.now, choice, index or 0, CODES))


def test_words_of_the_zero_draft_say_so() -> None:
    assert base_of(begun(), 1) == [("Agree to meet within two hours and to report;", 1)]


def test_words_of_a_closed_proposal_are_its_author_s() -> None:
    one = begun()
    proposed(one, "XAA", 1, "within two hours", "without delay")
    closed(one, "1", "without delay")

    assert base_of(one, 1) == [("Agree to meet ", 1), ("without delay ", 2), ("and to report;", 1)]


def test_words_proposed_twice_belong_to_who_came_first() -> None:
    one = begun()
    proposed(one, "XBB", 1, "within two hours", "without delay")
    proposed(one, "XAA", 1, "within two hours", "without delay")
    closed(one, "1", "without delay")

    assert base_of(one, 1)[1] == ("without delay ", 2)


def test_a_compromise_is_the_chair_s_even_where_it_keeps_single_words() -> None:
    one = begun()
    proposed(one, "XAA", 1, "two hours", "six hours of notice")
    one.act("wrote a compromise", engine.CHAIR, engine.compromise(one.now, "1", "eight days of our notice "))
    standing = engine.find(one.now, "1")
    index = next(i for i, each in enumerate(standing.choice.alternatives) if each.holders == (engine.CHAIR,))
    one.act("closed", engine.CHAIR, engine.close_choice(one.now, "1", index, CODES))

    assert base_of(one, 1) == [("Agree to meet within ", 1), ("eight days of our notice ", 3), ("and to report;", 1)]


def test_words_that_a_shortened_wording_keeps_stay_the_zero_draft_s() -> None:
    one = begun("Invite all to share methods for the training of specialists;\n")
    proposed(one, "XAA", 0, "methods for the training of", "ways to train")
    proposed(one, "XBB", 0, "methods for the training of", "methods for training")
    closed_on_that_of(one, "1", "XBB")

    assert base_of(one, 0) == [
        ("Invite all to share ", 1),
        ("methods for training ", 1),
        ("specialists;", 1),
    ]


def test_a_supported_wording_stays_its_author_s() -> None:
    one = begun()
    proposed(one, "XAA", 1, "two hours", "one day")
    one.act("supported", "XBB", engine.support(one.now, "1", 1, "XBB"))
    one.act("withdrew", "XAA", engine.withdraw(one.now, "1", "XAA"))
    closed(one, "1", "one day")

    assert ("one day ", 2) in base_of(one, 1)


def test_a_stretch_knows_in_which_choice_it_stood_and_when_that_ended() -> None:
    one = begun()
    proposed(one, "XAA", 1, "two hours", "one day")
    closed(one, "1", "one day")

    block = one.now.blocks[1]
    stretches = provenance.stretches(one.versions, one.verbs)[block.id]
    assert [(each.wording, each.stood, each.left) for each in stretches] == [
        ("Agree to meet within ", frozenset(), ()),
        ("one day ", frozenset({"1"}), (("1", 3),)),
        ("and to report;", frozenset(), ()),
    ]


def test_words_that_others_would_have_changed_know_it_too() -> None:
    one = begun()
    proposed(one, "XAA", 1, "two hours", "one day")
    one.act("withdrew", "XAA", engine.withdraw(one.now, "1", "XAA"))

    stretches = provenance.stretches(one.versions, one.verbs)[one.now.blocks[1].id]
    assert [(each.wording, each.origin, each.left) for each in stretches][1] == ("two hours ", 1, (("1", 3),))
    rows = provenance.contests(one.versions, one.now.blocks[1].id)["1"]
    assert [(row.wording, row.holders) for row in rows] == [("two hours", ()), ("one day", ("XAA",))]


def test_an_inserted_paragraph_is_its_author_s() -> None:
    one = begun()
    one.act("proposed", "XCC", engine.insert_block(one.now, one.now.blocks[0].id, "XCC", "Recalling the water,", "new"))
    closed(one, "1", "Recalling the water,")

    assert base_of(one, 1) == [("Recalling the water,", 2)]


# Any negotiation.


@st.composite
def negotiations(draw: st.DrawFn) -> Negotiation:
    """Up to twelve acts of three delegations and the chair, as the engine allows them."""
    one = begun()
    for number in range(draw(st.integers(1, 12))):
        try:
            _drawn_act(draw, one, number)
        except engine.TextError:
            continue
    return one


def _drawn_act(draw: st.DrawFn, one: Negotiation, number: int) -> None:
    code = draw(st.sampled_from(CODES))
    standing = list(engine.choices(one.now))
    kinds = ["propose", "insert", "submit"] + ["support", "withdraw", "reject", "close", "compromise"] * bool(standing)
    kind = draw(st.sampled_from(kinds))
    block = draw(st.sampled_from(one.now.blocks))
    if kind == "propose":
        one.act("proposed", code, engine.propose(one.now, block.id, code, _edited(draw, block, code)))
    elif kind == "insert":
        wording = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4))) + ";"
        one.act("proposed", code, engine.insert_block(one.now, block.id, code, wording, f"n{number}"))
    elif kind == "submit":
        paragraphs = [_edited(draw, each, code) for each in one.now.blocks]
        document = "\n\n".join(each for each in paragraphs if each) + "\n"
        ids = [f"s{number}-{i}" for i in range(len(paragraphs) + 1)]
        one.act("submitted", code, engine.submit(one.now, code, document, ids))
    else:
        _drawn_answer(draw, one, kind, code, draw(st.sampled_from(standing)).choice)


def _drawn_answer(draw: st.DrawFn, one: Negotiation, kind: str, code: str, choice: engine.Choice) -> None:
    index = draw(st.integers(0, len(choice.alternatives) - 1))
    if kind == "support":
        one.act("supported", code, engine.support(one.now, choice.id, index, code))
    elif kind == "withdraw":
        one.act("withdrew", code, engine.withdraw(one.now, choice.id, code))
    elif kind == "reject":
        one.act("cannot accept", code, engine.reject(one.now, choice.id, index, code))
    elif kind == "close":
        one.act("closed", engine.CHAIR, engine.close_choice(one.now, choice.id, index, CODES))
    else:
        wording = " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=4)))
        one.act("wrote a compromise", engine.CHAIR, engine.compromise(one.now, choice.id, wording))


def _edited(draw: st.DrawFn, block: engine.Block, code: str) -> str:
    """Return what ``code`` has of the paragraph with up to three words changed, put in or taken out."""
    words = engine.project_block(block, code).split(" ")
    for _each in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(words)))
        words[at : at + draw(st.integers(0, 2))] = draw(st.lists(st.sampled_from(WORDS), max_size=2))
    return " ".join(words)


@given(negotiations())
@settings(max_examples=120, deadline=None)
def test_every_word_has_an_origin_and_its_author_had_the_word_then(one: Negotiation) -> None:
    for block_id, readings in provenance.traced(one.versions, one.verbs).items():
        for words in readings.values():
            for word in words:
                assert 1 <= word.origin <= len(one.versions)
                if is_word(word.token):
                    author = one.codes[word.origin - 1]
                    then = next(each for each in one.versions[word.origin - 1].blocks if each.id == block_id)
                    had = engine.project_block(then, author)
                    assert word.token in provenance.tokenise(had), (word, had)


@given(negotiations())
@settings(max_examples=60, deadline=None)
def test_words_come_only_from_acts_that_bring_wording(one: Negotiation) -> None:
    for readings in provenance.traced(one.versions, one.verbs).values():
        origins = {word.origin for words in readings.values() for word in words if is_word(word.token)}
        assert {one.verbs[origin - 1] for origin in origins} <= provenance.BRINGING


@given(negotiations())
@settings(max_examples=60, deadline=None)
def test_stretches_tile_the_base_of_every_paragraph(one: Negotiation) -> None:
    found = provenance.stretches(one.versions, one.verbs)

    told = {block_id: "".join(each.wording for each in stretches) for block_id, stretches in found.items()}
    assert told == {block.id: engine.project_block(block, None) for block in one.now.blocks}


@given(negotiations())
@settings(max_examples=60, deadline=None)
def test_a_paragraph_that_nobody_touched_is_the_zero_draft_s(one: Negotiation) -> None:
    zero = {block.id: block for block in one.versions[0].blocks}
    for block_id, stretches in provenance.stretches(one.versions, one.verbs).items():
        bodies = [each for version in one.versions for each in version.blocks if each.id == block_id]
        if block_id in zero and all(each.inlines == zero[block_id].inlines for each in bodies):
            assert [each.origin for each in stretches] == [1]
