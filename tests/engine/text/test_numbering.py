"""Numbers of paragraphs: which are read as such, and that who numbers anew raises no choice."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.engine import text as engine
from accord.engine.text.numbering import labels_in, relabelled
from accord.engine.text.renumbering import numbered_like
from tests.engine.text.strategies import documents

FORMS = [
    "{}.",
    "({})",
    "{})",
    "1.{}",
    "1.{}.",
    "PP{}",
    "OP{}.",
    "(OP{})",
    "§ {}",
    "§{}.",
    "Article {}.",
    "ARTICLE {}",
    "Статья {}.",
    "{}-бап.",
    "Artículo {}.",
    "Հոդված {}.",
    "المادة {}:",
    "第{}条",
    "## {}.",
    "- ({})",
]
WORDS = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta")


def document(form: str, words: list[str]) -> str:
    labelled = (f"{form.format(number)} {word} names are kept here." for number, word in enumerate(words, 1))
    return "\n\n".join(labelled) + "\n"


@pytest.mark.parametrize("form", FORMS)
def test_paragraphs_numbered_anew_raise_no_choice_but_the_one_put_in(form: str) -> None:
    base = document(form, ["Alpha", "Beta", "Gamma", "Delta"])
    more = document(form, ["Alpha", "Zeta", "Beta", "Gamma", "Delta"])
    fewer = document(form, ["Alpha", "Gamma", "Delta"])
    text = engine.compile_text(base, {"XAA": more, "XBB": fewer})
    assert [set(at.choice.holders) for at in engine.choices(text)] == [{"XAA"}, {"XBB"}]
    assert engine.recovered(text, base, {"XAA": more, "XBB": fewer}) == {"": True, "XAA": True, "XBB": True}
    assert [len(block.numbers) for block in text.blocks] == [0, 0, 1, 2, 2]


@pytest.mark.parametrize(
    ("listed", "inserted", "one_less"),
    [
        ("a) one;\nb) two;\nc) three;\n", "a) one;\nb) new one here;\nc) two;\nd) three;\n", "a) two;\nb) three;\n"),
        ("i. one;\nii. two;\niii. three;\n", "i. one;\nii. new;\niii. two;\niv. three;\n", "i. two;\nii. three;\n"),
        ("I. One;\nII. Two;\nIII. Three;\n", "I. One;\nII. New;\nIII. Two;\nIV. Three;\n", "I. Two;\nII. Three;\n"),
        ("а) один;\nб) два;\nв) три;\n", "а) один;\nб) новый;\nв) два;\nг) три;\n", "а) два;\nб) три;\n"),
        ("一、甲；\n二、乙；\n三、丙；\n", "一、甲；\n二、新；\n三、乙；\n四、丙；\n", "一、乙；\n二、丙；\n"),
    ],
)
def test_items_of_a_list_numbered_anew_raise_no_choice_but_the_one_put_in(
    listed: str, inserted: str, one_less: str
) -> None:
    text = engine.compile_text(listed, {"XAA": inserted, "XBB": one_less})
    assert [set(at.choice.holders) for at in engine.choices(text)] in ([{"XBB"}, {"XAA"}], [{"XAA"}, {"XBB"}])
    assert all(engine.recovered(text, listed, {"XAA": inserted, "XBB": one_less}).values())


@pytest.mark.parametrize(
    "wording",
    [
        "Article 3 of the Charter applies.",
        "1.5 million people",
        "2024 was a good year.",
        "3 States abstained.",
        "Статья 3 касается всех.",
        "第三条规定了这一点。",
        "Parties shall meet.",
        "(see the annex) They meet.",
        "e.g. this",
        "",
    ],
)
def test_a_sentence_that_begins_with_a_number_has_no_label(wording: str) -> None:
    assert labels_in(wording) == ()


def test_another_style_of_number_is_wording() -> None:
    text = engine.compile_text("3. They meet.\n", {"XAA": "(3) They meet.\n", "XBB": "They meet.\n"})
    assert engine.render(text).endswith("\n\n[3.] [XAA: (3)] [XBB: no text] They meet.\n")


def test_an_agreed_paragraph_may_be_numbered_anew_and_stays_agreed() -> None:
    base, more = document("{}.", ["Alpha", "Beta"]), document("{}.", ["Alpha", "Zeta", "Beta"])
    text = engine.agree(engine.compile_text(base, {}, delegations=["XAA"]), "b2", "the plenary")
    made = engine.round_of(text, {"XAA": more})
    assert (made.recovered, made.findings["XAA"]) == ({"XAA": True}, ())
    assert engine.submit(text, "XAA", more, ["n1"]).blocks[2].numbers == made.text.blocks[2].numbers
    assert made.text.blocks[2].status == text.blocks[1].status
    with pytest.raises(engine.AgreedBlock, match="is agreed and stays as it is"):
        engine.submit(text, "XAA", more.replace("Beta names", "Beta lists"), ["n1"])


def test_closing_a_choice_keeps_everybodys_numbers() -> None:
    base = document("{}.", ["Alpha", "Beta"])
    versions = {"XAA": document("{}.", ["Alpha", "Zeta", "Beta"]), "XBB": base.replace("Beta names", "Beta lists")}
    text = engine.compile_text(base, versions)
    (at,) = (at for at in engine.choices(text) if "XBB" in at.choice.holders)
    after = engine.close_choice(text, at.choice.id, 1)
    assert engine.project(after, "XAA") == versions["XAA"].replace("Beta names", "Beta lists")
    assert engine.project(after, "XBB") == versions["XBB"]


@settings(max_examples=300, deadline=None)
@given(documents(), documents())
def test_a_wording_with_the_numbers_of_another_is_given_back_by_its_own(lead: str, wording: str) -> None:
    made, own = numbered_like(lead, wording)
    assert (relabelled(made, own) if own else made) == wording


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(FORMS), st.permutations(WORDS))
def test_numbers_never_cost_a_version_a_byte(words: list[str], form: str, order: list[str]) -> None:
    base, version = document(form, words), document(form, order)
    text = engine.parse(engine.render(engine.compile_text(base, {"XAA": version})))
    assert (engine.project(text, None), engine.project(text, "XAA")) == (base, version)
