"""What a query shows is what access lets somebody do, on every text, proposal, closing and adoption."""

from __future__ import annotations

from itertools import product
from uuid import uuid4

import pytest

from accord.access import Allow, NotVisible, Refused, Subject
from accord.access.models import Audience
from accord.access.queries import audience_of
from accord.access.subjects import EVERYBODY, Role, seat
from accord.drafting import access, actions
from accord.drafting.models import Proposal, Text
from accord.drafting.queries.rows import (
    current,
    number_of,
    text_row,
    visible_adoptions,
    visible_closings,
    visible_proposals,
    visible_texts,
)
from accord.engine import text as engine
from tests import factories
from tests.drafting import acts
from tests.factories import Council


@pytest.fixture
def people(council: Council) -> dict[str, Subject]:
    other = factories.council("Other Council", [("XAA", "Another Example")], prefix="other-")
    return {**council.everybody, **{each.name: each for each in other.everybody.values() if each.name}}


def admitted(audience: Audience, by: Subject) -> bool:
    return bool({each.token for each in audience.seats.all()} & by.tokens)


def narrow_of(council: Council, *codes: str) -> Audience:
    seats = [seat(council.organisation.pk, Role.DELEGATE, code) for code in codes]
    return audience_of(
        council.organisation.pk,
        f"narrow {' '.join(codes)}",
        [*seats, seat(council.organisation.pk, Role.CHAIR), seat(council.organisation.pk, Role.SECRETARIAT)],
    )


def test_rows_are_visible_to_the_admitted_and_to_nobody_else(council: Council, people: dict[str, Subject]) -> None:
    for make in (acts.objected, acts.adopted, acts.with_chair, acts.drafted):
        make(council)
    narrow = factories.text_of(council, audience=narrow_of(council, "XAA", "XBB").pk)
    factories.propose(narrow, council.delegate("XAA"), "once a year", "twice a year")
    factories.propose(narrow, council.delegate("XBB"), "once a year", "at need", stage="private")
    for by in people.values():
        texts = {text.pk for text in Text.objects.all() if admitted(text.audience, by)}
        assert {text.pk for text in visible_texts(by)} == texts, by.name
        assert {row.text_id for row in visible_closings(by)} == texts & set(
            Text.objects.exclude(closings=None).values_list("pk", flat=True)
        )
        assert {row.text_id for row in visible_adoptions(by)} == texts & set(
            Text.objects.filter(state="adopted").values_list("pk", flat=True)
        )
        for proposal in Proposal.objects.all():
            shown = visible_proposals(by).filter(pk=proposal.pk).exists()
            assert shown == (proposal.text_id in texts and _may_read(proposal, by)), (by.name, proposal.stage)


def _may_read(proposal: Proposal, by: Subject) -> bool:
    """Say who reads a proposal: its delegation; with the chair, chair and secretariat; tabled, all but partners."""
    if by.role == Role.DELEGATE and by.delegation == proposal.code:
        return True
    if proposal.stage == "chair":
        return by.role in (Role.CHAIR, Role.SECRETARIAT)
    return proposal.stage == "tabled" and by.role in (Role.CHAIR, Role.SECRETARIAT, Role.DELEGATE)


def test_who_may_do_anything_to_a_text_sees_it(council: Council, people: dict[str, Subject]) -> None:
    texts = [
        *(make(council).text for make in (acts.objected, acts.before_council, acts.adopted)),
        factories.text_of(council, audience=narrow_of(council, "XAA").pk),
    ]
    could = 0
    for by, text in product(people.values(), texts):
        row = Text.objects.get(pk=text.pk)
        body = current(row).body
        answers = [
            access.may_draft(by, row, body),
            access.may_table(by, row, body),
            access.may_object(by, row, body),
            access.may_withdraw_objection(by, row, body),
            access.may_drop(by, row, body),
            access.may_preside(by, row),
            access.may_call_roll(by, row),
            access.may_issue(by, row),
            access.may_adopt(by, row, ""),
        ]
        allowed = any(isinstance(answer, Allow) for answer in answers)
        could += allowed
        seen = visible_texts(by).filter(pk=text.pk).exists()
        own = by.organisation_id == council.organisation.pk
        roster_alone = by.role == Role.DELEGATE and not seen  # a member that is not admitted is refused by the query
        assert seen or not allowed or (own and roster_alone)
    assert could > 10


def test_member_that_is_not_admitted_finds_no_text_to_act_on(council: Council) -> None:
    """XBB is in the roster of every text of the council, and for it this one does not exist."""
    text = factories.text_of(council, audience=narrow_of(council, "XAA").pk)
    seen = factories.seen(text)
    factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")
    draft = factories.propose(text, council.delegate("XAA"), "every meeting", "each meeting", stage="private")
    closing = actions.propose_closing(
        text.pk, by=council.chair, choice="1", alternative=1, seen=factories.seen(text), key=uuid4()
    )
    before = acts.stored()
    scene = acts.Scene(council, text, factories.block(text, "once a year"), "1", closing.pk, draft.pk)
    for row in acts.ROWS:
        with pytest.raises(NotVisible):
            row.call(scene, council.delegate("XBB"), uuid4())
    for read in (text_row, number_of):
        with pytest.raises(NotVisible):
            read(council.delegate("XBB"), text.pk)
    assert acts.stored() == before
    assert factories.seen(text) != seen


def test_refusal_gives_its_reason(council: Council) -> None:
    text = factories.text_of(council)
    with pytest.raises(Refused, match="mandate is to draft"):
        factories.propose(text, council.expert, "once a year", "twice a year")
    with pytest.raises(Refused, match="for the chair"):
        actions.put_to_council(text.pk, by=council.secretariat, seen=factories.seen(text), key=uuid4())
    actions.put_to_council(text.pk, by=council.chair, seen=factories.seen(text), key=uuid4())
    with pytest.raises(Refused, match="before the council"):
        factories.propose(text, council.delegate("XAA"), "once a year", "twice a year")


def test_public_seat_is_never_in_the_audience_of_a_draft(council: Council) -> None:
    acts.drafted(council)
    acts.with_chair(council)
    acts.objected(council)
    for proposal in Proposal.objects.select_related("audience"):
        assert EVERYBODY not in {each.token for each in proposal.audience.seats.all()}
    assert engine.holders_in(factories.now(Text.objects.latest("begun")).body.blocks[3])
