"""Since the subject last looked: only what touches its own wording, or waits for its answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Subject
from accord.drafting.models import Look, Text, Version
from accord.drafting.pages import Asked, Event, Option, SincePage
from accord.drafting.pages.since import Place, Touch
from accord.drafting.queries.building import options_of, paragraph_of
from accord.drafting.queries.entering import Room, enter
from accord.drafting.queries.events import entries_of, event_of
from accord.drafting.queries.room import powers_of
from accord.drafting.queries.rows import version_of
from accord.drafting.sentences import quoted
from accord.drafting.touching import (
    Deed,
    Ground,
    Sorted,
    answerable,
    changed_choices,
    ground_of,
    if_nothing,
    sort_out,
)
from accord.engine import text as engine
from accord.record.models import Entry

WITH_WORDING = frozenset({"proposed", "submitted"})
"""Deeds of which the record names paragraphs; which choices they changed is read from the two versions."""


def since_page(by: Subject, text_id: str) -> SincePage:
    """
    Return what touched the subject's wording since it last looked, or waits for its answer.

    Reading it changes nothing: the mark moves by ``actions.look`` alone.

    Raises:
        NotVisible: ``by`` is not admitted to the text.
    """
    room = enter(by, text_id, Asked())
    seen = number_seen(by, room.text)
    found = _found(room, seen)
    places = tuple(_places(room, found))
    objections = room.text.objections.filter(closing=None, code=room.lens.me)
    i_objected = bool(room.lens.me) and objections.exists()
    return SincePage(
        id=room.text.pk,
        title=room.text.title,
        symbol=room.text.symbol,
        sample=room.text.sample,
        number=room.version.number,
        fingerprint=room.version.fingerprint,
        seen=seen,
        seen_at=version_of(room.text, seen).at if seen else None,
        me=room.lens.holder(room.lens.me) if room.lens.me else None,
        places=places,
        elsewhere=found.elsewhere,
        before_council=room.text.state == Text.State.COUNCIL,
        i_objected=i_objected,
        heading=_heading(room, places, seen, i_objected=i_objected),
        powers=powers_of(by, room.text, room.body),
    )


def number_seen(by: Subject, text: Text) -> int:
    """Return the number of the version that this person has read, 0 for none; never more than there are."""
    number = Look.objects.filter(text=text, person=by.person_id or 0).values_list("number", flat=True).first()
    return min(number or 0, text.number)


@dataclass(frozen=True, slots=True)
class Found:
    """What others did since the subject last looked, by where it touches."""

    sorted: Sorted
    entries: Mapping[int, Entry]
    then: engine.Text
    elsewhere: int


def _found(room: Room, seen: int) -> Found:
    then = version_of(room.text, seen or 1).body
    if not room.lens.shows_holders:
        return Found(Sorted({}, {}, ()), {}, then, max(room.version.number - max(seen, 1), 0))
    entries = list(entries_of(room.by, room.text).filter(data__version__gt=max(seen, 1)).order_by("number"))
    deeds = list(_deeds(room.text, entries))
    me = room.lens.me
    ground = ground_of(room.body, then, (deed for deed in deeds if me and deed.code == me), me) if me else NOTHING
    by_number = {entry.number: entry for entry in entries}
    found = sort_out(deeds, ground, me)
    return Found(found, by_number, then, len(found.elsewhere))


NOTHING = Ground(frozenset(), frozenset())


def _deeds(text: Text, entries: Sequence[Entry]) -> Iterator[Deed]:
    """Yield the entries as deeds; for those with wording, the two versions say which choices they changed."""
    numbers = {entry.data["version"] + step for entry in entries if entry.verb in WITH_WORDING for step in (-1, 0)}
    bodies = {row.number: row.body for row in Version.objects.filter(text=text, number__in=numbers)}
    for entry in entries:
        version, choice = entry.data["version"], entry.data.get("choice", "")
        choices = frozenset({choice} - {""})
        if entry.verb in WITH_WORDING and version - 1 in bodies:
            choices = changed_choices(bodies[version - 1], bodies[version])
        blocks = frozenset(block for block in (entry.data.get("block"), *entry.data.get("blocks", ())) if block)
        yield Deed(entry.number, entry.verb, entry.on_behalf_of, choices, blocks)


def _places(room: Room, found: Found) -> Iterator[Place]:
    """Yield the paragraphs in reading order, those that wait for an answer first; last what is not there any more."""
    touches = dict(_by_block(room, found))
    labelled = zip(room.body.blocks, engine.labels(room.body), strict=True)
    here = [
        Place(paragraph_of(block, label, room.lens), tuple(touches.pop(block.id)))
        for block, label in labelled
        if block.id in touches
    ]
    yield from sorted(here, key=_urgency)
    yield from (Place(None, tuple(gone)) for gone in touches.values())


def _urgency(place: Place) -> int:
    """Return 0 where wording waits for an answer, 1 where a confirmation does, 2 where nothing does."""
    return min((1 if touch.confirm else 0 if touch.awaits else 2) for touch in place.touches)


def _by_block(room: Room, found: Found) -> Mapping[str, list[Touch]]:
    out: dict[str, list[Touch]] = {}
    for standing in engine.choices(room.body):
        deeds = found.sorted.by_choice.get(standing.choice.id, ())
        if deeds or standing.choice.id in room.lens.awaiting:
            out.setdefault(standing.block.id, []).append(_touch(room, found, standing.choice, deeds))
    still = {standing.choice.id for standing in engine.choices(room.body)}
    for number, deeds in found.sorted.by_choice.items():
        if number not in still:
            out.setdefault(_place_of(deeds, found.then, number), []).append(_ended(found, number, deeds))
    for block in {**dict.fromkeys(_to_confirm(room)), **found.sorted.by_block}:
        touch = _ended(found, "", found.sorted.by_block.get(block, ()))
        out.setdefault(block, []).append(_confirmable(touch) if block in _to_confirm(room) else touch)
    return out


def _to_confirm(room: Room) -> list[str]:
    """Return the paragraphs, agreed ad referendum, on which the subject's capital is awaited."""
    waiting = room.lens.me and room.text.state == Text.State.OPEN
    return [block.id for block in room.body.blocks if waiting and room.lens.me in block.status.pending]


def _confirmable(touch: Touch) -> Touch:
    silence = _("it stays agreed ad referendum, pending you.")
    return replace(touch, awaits=True, confirm=True, if_nothing=silence)


def _place_of(deeds: Iterable[Deed], then: engine.Text, number: str) -> str:
    """Return the paragraph in which a choice stood that is gone: as the deeds say, else as it was then."""
    named = [block for deed in deeds for block in sorted(deed.blocks)]
    stood = [standing.block.id for standing in engine.choices(then) if standing.choice.id == number]
    return next(iter((*stood, *named)), "")


def _touch(room: Room, found: Found, choice: engine.Choice, deeds: Sequence[Deed]) -> Touch:
    posed = room.posed.get(choice.id)
    question = posed.question if posed else None
    options = options_of(choice, room.lens)
    index = answerable(choice, question.index if question else -1, room.lens.me, deeds)
    held = engine.held(choice, room.lens.me)
    awaits = choice.id in room.lens.awaiting
    mine = options[held] if held is not None else None
    return Touch(
        number=choice.id,
        gone=False,
        option=options[index] if index is not None else None,
        mine=mine,
        closing=posed.row.pk if posed else "",
        asked=bool(question and question.asked),
        objected=bool(question and room.lens.me in question.objected),
        events=_events(found, deeds, choice.id),
        awaits=awaits,
        if_nothing=if_nothing(
            closing=posed is not None,
            asked=bool(question and question.asked),
            here=bool(room.roll.get(room.lens.me)),
            wording=_held_words(mine),
        )
        if awaits
        else "",
    )


def _ended(found: Found, number: str, deeds: Sequence[Deed]) -> Touch:
    return Touch(number, bool(number), None, None, "", False, False, _events(found, deeds, number), False, "")


def _events(found: Found, deeds: Sequence[Deed], choice: str) -> tuple[Event, ...]:
    """Return the deeds as lines, the latest first; a proposal says what it holds at this choice."""
    return tuple(event_of(found.entries[deed.number], choice) for deed in reversed(deeds))


def _held_words(mine: Option | None) -> str:
    return quoted(mine.plain) if mine else _("the common wording")


def _heading(room: Room, places: Sequence[Place], seen: int, *, i_objected: bool) -> str:
    touched = sum(len(place.touches) for place in places)
    awaited = sum(touch.awaits for place in places for touch in place.touches)
    if not room.lens.me:
        return _("You hold no wording in this text.") if room.lens.shows_holders else _("You read this text.")
    if room.text.state == Text.State.COUNCIL:
        objects = _("The text is before the council, and your delegation objects.")
        return objects if i_objected else _("The text is before the council. The chair asks: any objection?")
    if not touched:
        return _("Nothing has touched your wording.") if seen else _("Nothing touches your wording.")
    head = ngettext(
        "%d thing touches your wording", "%d things touch your wording", touched
    ) % touched
    if not awaited:
        return _("%s; no answer is awaited.") % head
    return ngettext(
        "%(head)s; %(count)d waits for your answer.", "%(head)s; %(count)d wait for your answer.", awaited
    ) % {"head": head, "count": awaited}

