"""The panel beside the text: the selected choice or paragraph, or how a choice that is gone came to its end."""

from __future__ import annotations

from accord.drafting.models import Closing
from accord.drafting.pages import Asking, BlockPanel, Event, Holder, Panel, Paragraph
from accord.drafting.queries import events
from accord.drafting.queries.building import choice_of, inner_rows, options_of
from accord.drafting.queries.entering import Room
from accord.drafting.queries.questions import Posed
from accord.engine import text as engine

HISTORY = 12
"""Entries shown under "How it came to this"; the record page has them all."""


def choice_panel(room: Room, paragraphs: tuple[Paragraph, ...]) -> Panel | None:
    """Return the panel of the choice that the reader selected, None where none is or it is not open."""
    standing = _selected(room)
    if standing is None:
        return None
    lens, choice = room.lens, standing.choice
    options = options_of(choice, lens)
    numbers = [each.choice.id for each in engine.choices(room.body) if not each.depth]
    outermost = standing.path[0][0] if standing.path else choice.id
    place = numbers.index(outermost) + 1
    index = engine.held(choice, lens.me) if lens.me else None
    return Panel(
        choice=choice_of(choice, lens),
        block=next(each for each in paragraphs if each.id == standing.block.id),
        options=options,
        inner=tuple(inner_rows(choice, lens)),
        silent=tuple(_silent(room, choice)),
        held=options[index] if index is not None else None,
        asking=_asking(room, choice),
        history=_history(room, choice.id, standing.block.id),
        place=place if not standing.depth else 0,
        total=len(numbers),
        previous=numbers[place - 2] if place > 1 else "",
        next=numbers[place] if place < len(numbers) else "",
    )


def block_panel(room: Room, paragraphs: tuple[Paragraph, ...]) -> BlockPanel | None:
    """Return the panel of the paragraph that the reader selected, None where none is."""
    block = next((each for each in paragraphs if each.id == room.asked.block), None)
    if block is None or (room.asked.choice and not room.asked.act):
        return None
    if not room.lens.shows_holders:
        return BlockPanel(block, "", ())
    entries = events.about_block(events.entries_of(room.by, room.text), block.id)
    return BlockPanel(block, ", ".join(block.numbers), events.events(entries, block.id)[:HISTORY])


def gone(room: Room) -> str:
    """Return the number of the selected choice where it is not open in this version, else ""."""
    return room.asked.choice if room.asked.choice and _selected(room) is None else ""


def history_of_gone(room: Room) -> tuple[Event, ...]:
    """Return how a choice that is not open any more came to its end."""
    return _history(room, room.asked.choice, "") if gone(room) else ()


def _selected(room: Room) -> engine.Standing | None:
    found = (each for each in engine.choices(room.body) if each.choice.id == room.asked.choice)
    return next(found, None)


def _history(room: Room, choice: str, block: str) -> tuple[Event, ...]:
    if not room.lens.shows_holders:
        return ()
    return events.history_of(events.entries_of(room.by, room.text), choice, block, HISTORY)


def _silent(room: Room, choice: engine.Choice) -> list[tuple[Holder, bool]]:
    """Return who has no position on the choice or inside it, and whether that seat is empty."""
    if not room.lens.shows_holders:
        return []
    holding = engine.holders_in(engine.Block("", (choice,)))
    silent = (code for code in room.body.delegations if code not in holding)
    return [(room.lens.holder(code), not room.roll.get(code)) for code in silent]


def _asking(room: Room, choice: engine.Choice) -> Asking | None:
    posed = room.posed.get(choice.id)
    if posed is None:
        return None
    question, lens = posed.question, room.lens
    known = {option.index: option for option in options_of(choice, lens)}
    option = known.get(question.index)
    return Asking(
        id=posed.row.pk,
        letter=option.letter if option else "",
        index=question.index,
        plain=option.plain if option else posed.row.wording,
        awaited=lens.holders(question.awaited),
        away=lens.holders([code for code in question.awaited if code not in question.present]),
        joined=lens.holders(joined_since(room, posed)),
        objected=lens.holders(question.objected),
        asked=question.asked,
        hindrance=question.hindrance,
        i_objected=lens.me in question.objected,
    )


def joined_since(room: Room, posed: Posed) -> tuple[str, ...]:
    """Return who has come to hold the proposed wording since the chair proposed to close on it."""
    row: Closing = posed.row
    verbs = ("supported", "retained", "proposed", "submitted")
    since = events.entries_of(room.by, room.text).filter(at__gt=row.at, verb__in=verbs)
    moved = set(since.values_list("on_behalf_of", flat=True))
    return tuple(code for code in posed.question.supporting if code in moved)
