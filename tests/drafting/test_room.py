"""What happens between people: edits at once, stale forms, closings whose ground is gone, drafts that wait."""

from __future__ import annotations

from uuid import uuid4

import pytest

from accord.access import Refused, Subject
from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.models import Closing, Objection, Proposal, Text
from accord.engine import text as engine
from accord.record.models import Entry
from tests import factories
from tests.drafting import acts
from tests.factories import Council

TWINS = """\
The members,

1. Take note of the report;

2. Thank the hosts;

1. Take note of the report;
"""


def last(text: Text) -> Entry:
    return Entry.objects.filter(stream=text.stream).latest("number")


def base(text: Text, block: str) -> str:
    return engine.project_block(factories.now(text).body.block(block), None)


def wording(text: Text, block: str, code: str) -> str:
    return engine.project_block(factories.now(text).body.block(block), code)


def edit(text: Text, by: Subject, block: str, words: str, seen: str, stage: str = "tabled") -> Proposal:
    return actions.propose(text.pk, by=by, block=block, wording=words, stage=stage, seen=seen, key=uuid4())


# Two people at once.


def test_two_delegations_edit_one_paragraph_at_once_and_both_are_kept(council: Council) -> None:
    text = factories.text_of(council)
    block, seen = factories.block(text, "once a year"), factories.seen(text)
    edit(text, council.delegate("XAA"), block, "1. Agree to meet twice a year;", seen)
    edit(text, council.delegate("XBB"), block, "1. Agree to meet once a month;", seen)
    assert wording(text, block, "XAA") == "1. Agree to meet twice a year;"
    assert wording(text, block, "XBB") == "1. Agree to meet once a month;"
    assert last(text).seen == seen


def test_two_people_of_one_delegation_edit_at_once_and_the_second_is_told(council: Council) -> None:
    text = factories.text_of(council)
    block, seen = factories.block(text, "once a year"), factories.seen(text)
    edit(text, council.delegate("XAA"), block, "1. Agree to meet twice a year;", seen)
    with pytest.raises(Stale, match="own delegation"):
        edit(text, council.expert, block, "1. Agree to meet at need;", seen, stage="private")


def test_two_people_of_one_delegation_choose_at_once_and_the_second_is_told(council: Council) -> None:
    scene = acts.disputed(council)
    seen = scene.seen
    on = {"by": council.delegate("XBB"), "choice": "1", "seen": seen}
    actions.support(scene.text.pk, alternative=1, key=uuid4(), **on)
    with pytest.raises(Stale, match="own delegation"):
        actions.retain(scene.text.pk, key=uuid4(), **on)
    with pytest.raises(Stale, match="own delegation"):
        actions.withdraw(scene.text.pk, key=uuid4(), **on)


def test_edit_on_common_wording_that_was_closed_meanwhile_is_stale(council: Council) -> None:
    scene = acts.asked(council)
    seen = scene.seen
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    with pytest.raises(Stale, match="common wording"):
        edit(scene.text, council.delegate("XCC"), scene.block, "1. Agree to meet once a month;", seen)


def test_support_follows_its_wording_when_alternatives_change_places(council: Council) -> None:
    scene = acts.disputed(council)
    factories.propose(scene.text, council.delegate("XCC"), "once a year", "each year")
    seen = scene.seen
    options = [each.holders for each in engine.find(acts.body(scene), "1").choice.alternatives]
    assert options == [(), ("XAA",), ("XCC",)]
    actions.withdraw(scene.text.pk, by=council.delegate("XAA"), choice="1", seen=seen, key=uuid4())
    actions.support(scene.text.pk, by=council.delegate("XBB"), choice="1", alternative=2, seen=seen, key=uuid4())
    options = [each.holders for each in engine.find(acts.body(scene), "1").choice.alternatives]
    assert options == [(), ("XBB", "XCC")]
    with pytest.raises(Stale, match="no longer"):
        actions.support(scene.text.pk, by=council.delegate("XDD"), choice="1", alternative=1, seen=seen, key=uuid4())


@pytest.mark.parametrize("seen", ["", "0" * 64])
def test_form_that_shows_no_version_of_the_text_is_stale(council: Council, seen: str) -> None:
    text = factories.text_of(council)
    with pytest.raises(Stale, match="never had"):
        edit(text, council.delegate("XAA"), "b1", "Another heading", seen)


def test_form_sent_again_with_other_words_is_told_apart_from_a_retry(council: Council) -> None:
    text = factories.text_of(council)
    block, key = factories.block(text, "once a year"), uuid4()
    on = {"by": council.delegate("XAA"), "block": block, "stage": "tabled", "seen": factories.seen(text), "key": key}
    first = actions.propose(text.pk, wording="1. Agree to meet twice a year;", **on)
    assert actions.propose(text.pk, wording="1. Agree to meet twice a year;", **on).pk == first.pk
    with pytest.raises(Stale, match="other words"):
        actions.propose(text.pk, wording="1. Agree to meet at need;", **on)
    with pytest.raises(Stale, match="other words"):
        actions.retain(text.pk, by=council.delegate("XAA"), choice="1", seen=factories.seen(text), key=key)
    assert wording(text, block, "XAA") == "1. Agree to meet twice a year;"


# Drafts that wait.


def test_draft_is_stale_when_the_common_wording_changed_and_can_still_be_dropped(council: Council) -> None:
    scene = acts.asked(council)
    draft = edit(
        scene.text, council.delegate("XCC"), scene.block, "1. Agree to meet once a month;", scene.seen, "private"
    )
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    for verb in (actions.table, actions.show_to_chair):
        with pytest.raises(Stale, match="words are kept"):
            verb(draft.pk, by=council.delegate("XCC"), key=uuid4())
    assert Proposal.objects.get(pk=draft.pk).wording == "1. Agree to meet once a month;"
    actions.drop(draft.pk, by=council.delegate("XCC"), key=uuid4())
    assert Proposal.objects.get(pk=draft.pk).stage == "dropped"


@pytest.mark.parametrize("kind", ["edit", "insert", "bracket", "delete"])
def test_draft_at_a_paragraph_that_is_gone_keeps_its_words(council: Council, kind: str) -> None:
    """A new paragraph of XAA is closed on "no text" while XCC keeps a draft on it."""
    text = factories.text_of(council)
    actions.insert(
        text.pk,
        by=council.delegate("XAA"),
        after="b1",
        wording="A new paragraph here,",
        stage="tabled",
        seen=factories.seen(text),
        key=uuid4(),
    )
    (block,) = last(text).data["blocks"]
    on = {"by": council.delegate("XCC"), "stage": "private", "seen": factories.seen(text), "key": uuid4()}
    draft = {
        "edit": lambda: actions.propose(text.pk, block=block, wording="Another paragraph,", **on),
        "insert": lambda: actions.insert(text.pk, after=block, wording="One more,", **on),
        "bracket": lambda: None,
        "delete": lambda: None,
    }[kind]()
    if draft is None:  # what the base does not have is neither bracketed nor deleted
        verb = actions.bracket if kind == "bracket" else actions.delete
        words = {"words": "new paragraph"} if kind == "bracket" else {}
        with pytest.raises(engine.TextError):
            verb(text.pk, block=block, **on, **words)
        return
    actions.withdraw(text.pk, by=council.delegate("XAA"), choice="1", seen=factories.seen(text), key=uuid4())
    assert block not in [each.id for each in factories.now(text).body.blocks]
    with pytest.raises(Stale, match="words are kept"):
        actions.table(draft.pk, by=council.delegate("XCC"), key=uuid4())
    actions.drop(draft.pk, by=council.delegate("XCC"), key=uuid4())


def test_draft_is_tabled_once(council: Council) -> None:
    scene = acts.drafted(council)
    by = council.delegate("XAA")
    actions.table(scene.proposal, by=by, key=uuid4())
    for verb in (actions.table, actions.drop, actions.show_to_chair):
        with pytest.raises(Stale, match="already"):
            verb(scene.proposal, by=by, key=uuid4())


def test_draft_shown_to_the_chair_twice_is_nothing_to_do(council: Council) -> None:
    scene = acts.with_chair(council)
    with pytest.raises(engine.NothingToDo):
        actions.show_to_chair(scene.proposal, by=council.delegate("XAA"), key=uuid4())


@pytest.mark.parametrize("stage", ["dropped", "", "public"])
def test_proposal_does_not_begin_at_a_made_up_stage(council: Council, stage: str) -> None:
    text = factories.text_of(council)
    before = acts.stored()
    with pytest.raises(Refused):
        factories.propose(text, council.delegate("XAA"), "once a year", "twice a year", stage=stage)
    assert acts.stored() == before


# Paragraphs.


def test_paragraphs_that_say_the_same_are_told_apart_by_their_ids(council: Council) -> None:
    text = factories.text_of(council, TWINS)
    first, second = "b2", "b4"
    edit(text, council.delegate("XAA"), second, "1. Welcome the report;", factories.seen(text))
    assert wording(text, first, "XAA") == "1. Take note of the report;"
    assert wording(text, second, "XAA") == "1. Welcome the report;"
    document = engine.project(factories.now(text).body, "XBB").replace("the report;\n\n2.", "the annual report;\n\n2.")
    actions.submit_version(
        text.pk, by=council.delegate("XBB"), document=document, seen=factories.seen(text), key=uuid4()
    )
    assert wording(text, first, "XBB") == "1. Take note of the annual report;"
    assert wording(text, second, "XBB") == "1. Take note of the report;"


def test_same_new_paragraph_at_the_same_place_joins(council: Council) -> None:
    text = factories.text_of(council)
    on = {"after": "b1", "wording": "Meeting in good spirit,", "stage": "tabled"}
    for code in ("XAA", "XBB"):
        actions.insert(text.pk, by=council.delegate(code), seen=factories.seen(text), key=uuid4(), **on)
    ((_null, joined),) = [each.choice.alternatives for each in engine.choices(factories.now(text).body)]
    assert joined.holders == ("XAA", "XBB")
    assert last(text).data["blocks"] == [factories.now(text).body.blocks[1].id]


def test_new_paragraphs_at_one_place_in_other_words_are_both_kept(council: Council) -> None:
    text = factories.text_of(council)
    for code in ("XAA", "XBB"):
        actions.insert(
            text.pk,
            by=council.delegate(code),
            after="b1",
            wording=f"{code} adds this,",
            stage="tabled",
            seen=factories.seen(text),
            key=uuid4(),
        )
    held = {code: engine.project(factories.now(text).body, code) for code in ("XAA", "XBB")}
    assert all(f"{code} adds this," in held[code] for code in held)
    assert "XBB adds" not in held["XAA"]


def test_ids_of_paragraphs_are_never_given_twice(council: Council) -> None:
    text = factories.text_of(council)
    known: set[str] = {each.id for each in factories.now(text).body.blocks}
    for turn in range(3):
        actions.insert(
            text.pk,
            by=council.delegate("XAA"),
            after="b1",
            wording=f"Turn {turn},",
            stage="tabled",
            seen=factories.seen(text),
            key=uuid4(),
        )
        (new,) = {each.id for each in factories.now(text).body.blocks} - known
        known.add(new)
        (choice,) = factories.choices(text)
        actions.withdraw(text.pk, by=council.delegate("XAA"), choice=choice, seen=factories.seen(text), key=uuid4())
    assert len(known) == 6 + 3
    assert len(factories.now(text).body.blocks) == 6


# Closings.


def test_joining_does_not_disturb_a_closing(council: Council) -> None:
    scene = acts.asked(council)
    actions.support(scene.text.pk, by=council.delegate("XBB"), choice="1", alternative=1, seen=scene.seen, key=uuid4())
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    assert base(scene.text, scene.block) == "1. Agree to meet twice a year;"
    assert last(scene.text).data["joined"] == ["XBB"]
    assert last(scene.text).data["not_objecting"] == []


def test_closing_says_who_did_not_object(council: Council) -> None:
    scene = acts.asked(council)
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    data = last(scene.text).data
    assert (data["holders"], data["joined"], data["not_objecting"]) == (["XAA"], [], ["XBB"])


def test_nothing_closes_over_an_objection_until_it_is_withdrawn(council: Council) -> None:
    scene = acts.objected(council)
    with pytest.raises(Refused, match="XBB objected"):
        actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    actions.withdraw_objection(scene.text.pk, by=council.delegate("XBB"), closing=scene.closing, key=uuid4())
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    assert factories.choices(scene.text) == ()


def test_absent_delegation_objects_from_afar(council: Council) -> None:
    scene = acts.asked(council)
    actions.call_roll(scene.text.pk, by=council.secretariat, present=["XAA", "XBB", "XCC"], key=uuid4())
    actions.object_to(scene.text.pk, by=council.delegate("XDD"), closing=scene.closing, key=uuid4())
    with pytest.raises(Refused, match="XDD objected"):
        actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())


def test_expert_objects_but_does_not_give_way(council: Council) -> None:
    scene = acts.asked(council)
    actions.object_to(scene.text.pk, by=council.expert, closing=scene.closing, key=uuid4())
    with pytest.raises(Refused, match="mandate"):
        actions.withdraw_objection(scene.text.pk, by=council.expert, closing=scene.closing, key=uuid4())


def test_objecting_twice_is_nothing_to_do(council: Council) -> None:
    scene = acts.objected(council)
    with pytest.raises(engine.NothingToDo):
        actions.object_to(scene.text.pk, by=council.delegate("XBB"), closing=scene.closing, key=uuid4())
    assert Objection.objects.filter(closing=scene.closing).count() == 1


def test_absent_holder_is_neither_consent_nor_objection(council: Council) -> None:
    scene = acts.asked(council)
    actions.call_roll(scene.text.pk, by=council.chair, present=["XAA", "XCC"], key=uuid4())
    with pytest.raises(Refused, match="not in the room"):
        actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())


def test_holder_who_came_in_after_the_question_was_not_asked(council: Council) -> None:
    scene = acts.proposed(council)
    close = {"by": council.chair, "closing": scene.closing}
    actions.call_roll(scene.text.pk, by=council.chair, present=["XAA"], key=uuid4())
    actions.ask(scene.text.pk, key=uuid4(), **close)
    actions.call_roll(scene.text.pk, by=council.chair, present=["XAA", "XBB"], key=uuid4())
    with pytest.raises(Refused, match="again"):
        actions.close(scene.text.pk, key=uuid4(), **close)
    actions.ask(scene.text.pk, key=uuid4(), **close)
    actions.close(scene.text.pk, key=uuid4(), **close)
    assert factories.choices(scene.text) == ()


@pytest.mark.parametrize("moves", ["retains", "proposes"])
def test_holder_who_speaks_up_after_the_question_is_not_silent(council: Council, moves: str) -> None:
    scene = acts.asked(council)
    close = {"by": council.chair, "closing": scene.closing}
    if moves == "retains":
        actions.retain(scene.text.pk, by=council.delegate("XCC"), choice="1", seen=scene.seen, key=uuid4())
    else:
        factories.propose(scene.text, council.delegate("XCC"), "once", "thrice")
    with pytest.raises(Refused, match="XCC came in or moved"):
        actions.close(scene.text.pk, key=uuid4(), **close)
    actions.ask(scene.text.pk, key=uuid4(), **close)
    actions.close(scene.text.pk, key=uuid4(), **close)
    assert last(scene.text).data["not_objecting"] == ["XBB", "XCC"]


def test_closing_falls_when_its_wording_is_withdrawn(council: Council) -> None:
    scene = acts.asked(council)
    factories.propose(scene.text, council.delegate("XCC"), "once", "thrice")
    actions.withdraw(scene.text.pk, by=council.delegate("XAA"), choice="1", seen=scene.seen, key=uuid4())
    _assert_fallen(scene)


def test_closing_falls_when_another_edit_widens_its_choice(council: Council) -> None:
    scene = acts.asked(council)
    factories.propose(scene.text, council.delegate("XCC"), "once a year", "each year")
    _assert_fallen(scene)


def _assert_fallen(scene: acts.Scene) -> None:
    council = scene.council
    assert last(scene.text).data["fallen"] == ["1"]
    assert factories.choices(scene.text) == ("1",)
    assert Closing.objects.get(pk=scene.closing).state == Closing.State.DROPPED
    for verb in (actions.close, actions.ask, actions.drop_closing):
        with pytest.raises(Stale, match="off"):
            verb(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    with pytest.raises(Stale, match="off"):
        actions.object_to(scene.text.pk, by=council.delegate("XBB"), closing=scene.closing, key=uuid4())


def test_closing_falls_when_its_choice_is_gone(council: Council) -> None:
    scene = acts.proposed(council)
    for code in ("XAA", "XBB"):
        if factories.choices(scene.text):
            actions.withdraw(scene.text.pk, by=council.delegate(code), choice="1", seen=scene.seen, key=uuid4())
    assert factories.choices(scene.text) == ()
    assert not Closing.objects.filter(text=scene.text, state__in=Closing.OPEN).exists()
    actions.put_to_council(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())


def test_closed_choice_is_not_closed_again(council: Council) -> None:
    scene = acts.asked(council)
    actions.close(scene.text.pk, by=council.chair, closing=scene.closing, key=uuid4())
    with pytest.raises(Stale, match="was closed"):
        actions.object_to(scene.text.pk, by=council.delegate("XBB"), closing=scene.closing, key=uuid4())


def test_new_closing_on_a_choice_takes_the_place_of_the_old(council: Council) -> None:
    scene = acts.asked(council)
    actions.propose_closing(scene.text.pk, by=council.chair, choice="1", alternative=0, seen=scene.seen, key=uuid4())
    assert Closing.objects.get(pk=scene.closing).state == Closing.State.DROPPED
    (row,) = Closing.objects.filter(text=scene.text, state__in=Closing.OPEN)
    assert (row.wording, row.asked) == ("once", None)


def test_compromise_is_nobodys_position_until_taken(council: Council) -> None:
    scene = acts.contested(council)
    actions.write_compromise(scene.text.pk, by=council.chair, choice="1", wording="every", seen=scene.seen, key=uuid4())
    options = engine.find(acts.body(scene), "1").choice.alternatives
    assert options[-1].holders == (engine.CHAIR,)
    assert wording(scene.text, scene.block, "XCC") == base(scene.text, scene.block)


# Agreed ad referendum.


def test_agreed_paragraph_changes_only_after_it_was_reopened(council: Council) -> None:
    scene = acts.agreed(council)
    block = acts.body(scene).block(scene.block)
    for code in council.delegates:
        by = council.delegate(code)
        on = {"by": by, "block": scene.block, "stage": "tabled", "seen": scene.seen}
        with pytest.raises(engine.AgreedBlock):
            actions.propose(scene.text.pk, wording="1. Agree to meet at need;", key=uuid4(), **on)
        with pytest.raises(engine.AgreedBlock):
            actions.delete(scene.text.pk, key=uuid4(), **on)
        with pytest.raises(engine.AgreedBlock):
            actions.bracket(scene.text.pk, words="once a year", key=uuid4(), **on)
        document = factories.DOCUMENT.replace("once a year", "at need")
        with pytest.raises(engine.AgreedBlock):
            actions.submit_version(scene.text.pk, by=by, document=document, seen=scene.seen, key=uuid4())
    assert acts.body(scene).block(scene.block) == block
    actions.reopen(scene.text.pk, by=council.chair, block=scene.block, seen=scene.seen, key=uuid4(), request="XBB")
    factories.propose(scene.text, council.delegate("XBB"), "once a year", "at need")
    assert acts.body(scene).block(scene.block).status.state == "reopened"


def test_paragraph_that_changed_since_the_chair_looked_is_not_agreed(council: Council) -> None:
    text = factories.text_of(council)
    block, seen = factories.block(text, "once a year"), factories.seen(text)
    actions.reserve(text.pk, by=council.delegate("XAA"), block=block, wording="no instructions", seen=seen, key=uuid4())
    with pytest.raises(Stale, match="1"):
        actions.agree(text.pk, by=council.chair, block=block, forum="plenary", seen=seen, key=uuid4())
    actions.agree_clear(text.pk, by=council.chair, forum="plenary", seen=seen, key=uuid4())
    states = {each.id: each.status.state for each in factories.now(text).body.blocks}
    assert states.pop(block) == "open"
    assert set(states.values()) == {"agreed"}


def test_remark_does_not_keep_a_paragraph_from_being_clear(council: Council) -> None:
    text = factories.text_of(council)
    block = factories.block(text, "once a year")
    on = {"by": council.delegate("XAA"), "block": block}
    actions.note(text.pk, wording="see the annex", seen=factories.seen(text), key=uuid4(), **on)
    actions.agree_clear(text.pk, by=council.chair, forum="plenary", seen=factories.seen(text), key=uuid4())
    assert factories.now(text).body.block(block).status.state == "agreed"


def test_capitals_confirm_one_by_one_and_nobody_for_them(council: Council) -> None:
    text = factories.text_of(council)
    block = factories.block(text, "once a year")
    on = {"block": block, "by": council.chair}
    actions.agree(text.pk, forum="informals", pending=["XBB", "XAA"], seen=factories.seen(text), key=uuid4(), **on)
    with pytest.raises(engine.StillHeld, match="XBB"):
        actions.agree(text.pk, forum="informals", pending=["XAA"], seen=factories.seen(text), key=uuid4(), **on)
    actions.agree(text.pk, forum="plenary", pending=["XAA", "XBB", "XCC"], seen=factories.seen(text), key=uuid4(), **on)
    for code, left in (("XBB", ("XAA", "XCC")), ("XAA", ("XCC",)), ("XCC", ())):
        actions.confirm(text.pk, by=council.delegate(code), block=block, seen=factories.seen(text), key=uuid4())
        status = factories.now(text).body.block(block).status
        assert (status.state, status.forum, status.pending) == ("agreed", "plenary", left)
        assert last(text).data["pending"] == list(left)
    with pytest.raises(engine.NothingToDo):
        actions.confirm(text.pk, by=council.delegate("XAA"), block=block, seen=factories.seen(text), key=uuid4())


def test_capital_confirms_the_wording_that_it_saw(council: Council) -> None:
    text = factories.text_of(council)
    block, seen = factories.block(text, "once a year"), factories.seen(text)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    (choice,) = factories.choices(text)
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice=choice, alternative=1, seen=factories.seen(text), key=uuid4()
    )
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=uuid4())
    actions.agree(
        text.pk, by=council.chair, block=block, forum="plenary", pending=["XBB"], seen=factories.seen(text), key=uuid4()
    )
    with pytest.raises(Stale):
        actions.confirm(text.pk, by=council.delegate("XBB"), block=block, seen=seen, key=uuid4())


@pytest.mark.parametrize("forum", ["", "  ", "[plenary]", "plenary; pending XAA", "a\u202eb", "x" * 81])
def test_agreement_names_its_forum(council: Council, forum: str) -> None:
    text = factories.text_of(council)
    with pytest.raises(engine.TextError):
        actions.agree(text.pk, by=council.chair, block="b1", forum=forum, seen=factories.seen(text), key=uuid4())


def test_codes_outside_the_roster_are_refused(council: Council) -> None:
    scene = acts.agreed(council)
    on = {"by": council.chair, "seen": scene.seen}
    with pytest.raises(engine.UnknownCode, match="XZZ"):
        actions.agree(scene.text.pk, block="b1", forum="plenary", pending=["XZZ"], key=uuid4(), **on)
    with pytest.raises(engine.UnknownCode, match="XZZ"):
        actions.reopen(scene.text.pk, block=scene.block, request="XZZ", key=uuid4(), **on)
    with pytest.raises(engine.UnknownCode, match="XZZ"):
        actions.call_roll(scene.text.pk, by=council.chair, present=["XAA", "XZZ"], key=uuid4())
    with pytest.raises(engine.UnknownCode, match="XZZ"):
        factories.text_of(council, absent=["XZZ"])


# Before the council.


def test_text_goes_to_the_council_only_as_the_chair_saw_it(council: Council) -> None:
    text = factories.text_of(council)
    seen = factories.seen(text)
    actions.note(text.pk, by=council.delegate("XAA"), block="b2", wording="see the annex", seen=seen, key=uuid4())
    with pytest.raises(Stale, match="changed"):
        actions.put_to_council(text.pk, by=council.chair, seen=seen, key=uuid4())
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    assert Text.objects.get(pk=text.pk).state == Text.State.COUNCIL


def test_text_with_something_open_does_not_go_to_the_council(council: Council) -> None:
    for scene in (acts.disputed(council), acts.reserved(council)):
        with pytest.raises(engine.StillOpen):
            actions.put_to_council(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())


def test_text_without_a_paragraph_does_not_go_to_the_council(council: Council) -> None:
    text = factories.text_of(council, "One thing.\n")
    on = {"by": council.delegate("XAA"), "seen": factories.seen(text)}
    actions.delete(text.pk, block="b1", stage="tabled", key=uuid4(), **on)
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=1, seen=factories.seen(text), key=uuid4()
    )
    actions.close(text.pk, by=council.chair, closing=closing.pk, key=uuid4())
    assert factories.now(text).body.blocks == ()
    with pytest.raises(engine.StillOpen, match="paragraph"):
        actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())


def test_text_is_not_adopted_over_an_objection(council: Council) -> None:
    scene = acts.opposed(council)
    with pytest.raises(Refused, match="Bergen Example"):
        decisions.adopt_text(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())
    actions.withdraw_objection_to_adoption(scene.text.pk, by=council.delegate("XBB"), key=uuid4())
    adoption = decisions.adopt_text(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())
    assert adoption.fingerprint == factories.seen(scene.text)
    assert adoption.entry == last(scene.text).number


def test_adoption_says_who_was_absent_and_what_is_not_known(council: Council) -> None:
    text = factories.text_of(council, absent=["XDD"])
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    adoption = decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    assert (
        "no objection from 3 of 4 members. Absent: Delft Example (neither consent nor objection recorded)."
        in (adoption.outcome["sentence"])
    )
    assert adoption.outcome["absent"] == ["XDD"]


def test_text_is_not_adopted_by_an_empty_room(council: Council) -> None:
    text = factories.text_of(council, absent=list(council.delegates))
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    with pytest.raises(Refused):
        decisions.adopt_text(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())


def test_objections_are_settled_by_taking_back(council: Council) -> None:
    scene = acts.opposed(council)
    actions.take_back(scene.text.pk, by=council.chair, key=uuid4())
    assert last(scene.text).data["settled"] == ["XBB"]
    actions.put_to_council(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())
    decisions.adopt_text(scene.text.pk, by=council.chair, seen=scene.seen, key=uuid4())


def test_nobody_objects_to_the_adoption_of_a_text_under_negotiation(council: Council) -> None:
    text = factories.text_of(council)
    with pytest.raises(Refused, match="not before the council"):
        actions.object_to_adoption(text.pk, by=council.delegate("XAA"), key=uuid4())


# Names, numbers, symbols.


def test_roll_call_moves_the_number_that_browsers_ask_for(council: Council) -> None:
    text = factories.text_of(council)
    actions.call_roll(text.pk, by=council.chair, present=["XAA"], key=uuid4())
    assert Text.objects.get(pk=text.pk).number == 2
    assert dict(text.roll.values_list("code", "present")) == {"XAA": True, "XBB": False, "XCC": False, "XDD": False}


def test_symbols_are_a_series_of_each_audience(council: Council) -> None:
    meeting = factories.meeting_of(council)
    narrow = meeting.sittings.get(format="narrow").audience_id
    symbols = [factories.text_of(council, audience=audience).symbol for audience in ("", narrow, "", narrow, "")]
    assert symbols == ["L.1", "R.1", "L.2", "R.2", "L.3"]


def test_symbol_that_is_taken_is_refused_and_passed_over(council: Council) -> None:
    on = {"by": council.secretariat, "title": "A text", "document": "One thing."}
    actions.start_text(symbol="L.1", key=uuid4(), **on)
    with pytest.raises(engine.TextError, match="taken"):
        actions.start_text(symbol="L.1", key=uuid4(), **on)
    assert actions.start_text(key=uuid4(), **on).symbol == "L.2"


@pytest.mark.parametrize("title", ["", " \n", "a\u202eb", "x" * 301])
def test_title_is_a_name(council: Council, title: str) -> None:
    before = acts.stored()
    with pytest.raises(engine.TextError):
        factories.text_of(council, title=title)
    assert acts.stored() == before


def test_wording_with_unseen_characters_is_refused_with_its_place(council: Council) -> None:
    text = factories.text_of(council)
    before = acts.stored()
    with pytest.raises(engine.WordingRefused) as refusal:
        factories.propose(text, council.delegate("XAA"), "once a year", "once\u200b a year")
    assert [(place.line, place.code_point) for place in refusal.value.places] == [(1, "U+200B")]
    assert acts.stored() == before
