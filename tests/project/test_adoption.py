"""The practice text goes to its adoption by what the chair and the delegations do in the browser, and nothing else."""

from uuid import uuid4

import pytest

from accord.access import Refused
from accord.decisions import actions as decisions
from accord.drafting import actions
from accord.drafting.models import Adoption, Closing, Text
from accord.drafting.queries.rows import current
from accord.engine import text as engine
from accord.project.demo import practice
from accord.project.demo.people import People


def body() -> engine.Text:
    return current(Text.objects.get()).body


def seen() -> str:
    return current(Text.objects.get()).fingerprint


def close_all(people: People) -> list[str]:
    """Close each choice on its last alternative, asked in the room; return what was closed on."""
    text, chair, closed = Text.objects.get(), people.chair, []
    while standing := next(iter(engine.choices(body())), None):
        last = len(standing.choice.alternatives) - 1
        closing = actions.propose_closing(
            text.pk, by=chair, choice=standing.choice.id, alternative=last, seen=seen(), key=uuid4()
        )
        actions.ask(text.pk, by=chair, closing=closing.pk, key=uuid4())
        actions.close(text.pk, by=chair, closing=closing.pk, key=uuid4())
        closed.append(closing.wording)
    return closed


def test_practice_text_is_adopted_with_five_present_and_armenia_neither_for_nor_against(people: People) -> None:
    text = Text.objects.get()
    opened = len(list(engine.choices(body())))
    closed = close_all(people)
    assert len(closed) == opened
    with pytest.raises(engine.StillOpen):
        actions.put_to_council(text.pk, by=people.chair, seen=seen(), key=uuid4())
    reserved = next(block.id for block in body().blocks if block.notes and block.notes[0].kind == "reserve")
    actions.lift(text.pk, by=people.delegate("RUS"), block=reserved, seen=seen(), key=uuid4())
    actions.agree_clear(text.pk, by=people.chair, forum=practice.FORUM, seen=seen(), key=uuid4())
    actions.put_to_council(text.pk, by=people.chair, seen=seen(), key=uuid4())
    adoption = decisions.adopt_text(text.pk, by=people.chair, seen=seen(), key=uuid4())
    assert adoption.outcome["present"] == list(practice.PRESENT)
    assert adoption.outcome["absent"] == ["ARM"]
    assert "Armenia (neither consent nor objection recorded)" in adoption.outcome["sentence"]
    assert "unverified" in adoption.outcome["sentence"]
    assert (adoption.sample, Adoption.objects.count()) == (True, 1)


def test_closing_on_the_last_alternatives_gives_sound_sentences(people: People) -> None:
    close_all(people)
    wording = engine.project(body(), None)
    assert "  " not in wording
    assert "[" not in wording
    assert "that can be reached at any time;" in wording
    assert "Noting that its misuse knows no borders," in wording
    assert wording.count("\n\n") == 13, "one paragraph inserted, one deleted"


def test_nothing_closes_over_an_objection(people: People) -> None:
    text = Text.objects.get()
    standing = next(iter(engine.choices(body())))
    closing = actions.propose_closing(
        text.pk, by=people.chair, choice=standing.choice.id, alternative=1, seen=seen(), key=uuid4()
    )
    actions.ask(text.pk, by=people.chair, closing=closing.pk, key=uuid4())
    actions.object_to(text.pk, by=people.delegate("KGZ"), closing=closing.pk, key=uuid4())
    with pytest.raises(Refused):
        actions.close(text.pk, by=people.chair, closing=closing.pk, key=uuid4())
    assert Closing.objects.get().state == Closing.State.ASKED
