"""What awaits a subject over all texts that it can see, and what it waits for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Role, Subject
from accord.drafting.models import Proposal, Text
from accord.drafting.pages import Asked
from accord.drafting.pages.awaiting import AwaitsPage, Item, News
from accord.drafting.queries.comparing import count_silent
from accord.drafting.queries.decisions import hindrance_to_council, seats_of
from accord.drafting.queries.entering import NAMED, Room, enter
from accord.drafting.queries.events import entries_of, event_of
from accord.drafting.queries.questions import Posed
from accord.drafting.queries.rows import visible_proposals, visible_texts
from accord.drafting.queries.since import number_seen
from accord.drafting.sentences import quoted
from accord.drafting.touching import if_nothing
from accord.engine import text as engine

NEWS_SHOWN = 4
"""Things named for each text under "since you were last here"; the others are counted."""

_COUNTS = ("", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


def awaits_page(by: Subject, more: tuple[Item, ...] = ()) -> AwaitsPage:
    """
    Return what awaits this subject, over all texts that it can see and nothing else.

    Args:
        more: what other rooms know to await it, put behind what the texts do.
    """
    texts = list(visible_texts(by))
    if by.role not in NAMED:
        readable = tuple((text.pk, f"{text.symbol} {text.title}".strip()) for text in texts)
        return AwaitsPage(_("Nothing awaits you"), (), (), (), (), readable)
    rooms = [enter(by, text.pk, Asked()) for text in texts]
    asked = [*(item for room in rooms for item in _items(room)), *more]
    others = tuple(item for room in rooms for item in _others(room))
    now, later = (tuple(item for item in asked if item.pressing == pressing) for pressing in (True, False))
    news = tuple(found for room in rooms if (found := _news(room)))
    return AwaitsPage(heading(len(asked)), now, later, others, news, ())


def heading(count: int) -> str:
    """Return the page in one sentence."""
    if not count:
        return _("Nothing awaits you")
    if count < len(_COUNTS):
        return ngettext("%s thing awaits you", "%s things await you", count) % _(_COUNTS[count])
    return ngettext("%d thing awaits you", "%d things await you", count) % count


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an item apart from its text."""

    what: str
    why: str
    if_nothing: str


def _items(room: Room) -> Iterator[Item]:
    if room.by.role == Role.DELEGATE:
        yield from _of_delegation(room)
    elif room.by.role == Role.CHAIR:
        yield from _of_chair(room)
    else:
        yield from _of_secretariat(room)


# A delegation


def _of_delegation(room: Room) -> Iterator[Item]:
    if room.text.state == Text.State.COUNCIL and not _objects(room):
        yield _item(room, _before_council(room), "decision", _("Read and answer"), pressing=True)
    for standing in engine.choices(room.body):
        if standing.choice.id in room.lens.awaiting:
            posed = room.posed.get(standing.choice.id)
            since = posed.row.at if posed else _written_at(room, standing.choice.id)
            words = _to_answer(room, standing.choice, posed)
            yield _item(room, words, "since", _("Read and answer"), pressing=True, since=since)
    for block, label in zip(room.body.blocks, engine.labels(room.body), strict=True):
        if room.lens.me in block.status.pending and room.text.state == Text.State.OPEN:
            yield _item(room, _to_confirm(label, block), "since", _("Read and confirm"))
    for draft in _drafts(room).filter(code=room.lens.me):
        yield _item(room, _own_draft(draft), "text", _("Open the draft"), query=_at(draft), since=draft.at)


def _written_at(room: Room, choice: str) -> datetime | None:
    """Return when the chair put its compromise on this choice."""
    put = entries_of(room.by, room.text).filter(verb="wrote a compromise", data__choice=choice)
    return put.values_list("at", flat=True).first()


def _before_council(room: Room) -> Said:
    here = room.roll.get(room.lens.me)
    return Said(
        _("Any objection to adopting “%s”?") % room.text.title,
        _("The chair has put the text to the council."),
        _("you count as present without objection, and the text can be adopted.")
        if here
        else _("you are recorded as absent: neither consent nor objection. The text can be adopted."),
    )


def _to_answer(room: Room, choice: engine.Choice, posed: Posed | None) -> Said:
    held = engine.held(choice, room.lens.me)
    mine = quoted(_plain(choice, held)) if held is not None else _("the common wording")
    question = posed.question if posed else None
    chair = engine.held(choice, engine.CHAIR)
    wording = quoted(_plain(choice, question.index if question else chair or 0))
    asked = bool(question and question.asked)
    what = _asked_words(posed is not None, asked) % {"number": choice.id, "wording": wording}
    here = bool(room.roll.get(room.lens.me))
    silence = if_nothing(closing=posed is not None, asked=asked, here=here, wording=mine)
    return Said(what, _("You hold %s.") % mine, silence)


def _asked_words(closing: bool, asked: bool) -> str:
    if asked:
        return _("Any objection to closing choice %(number)s on %(wording)s?")
    if closing:
        return _("Answer the chair’s proposal to close choice %(number)s on %(wording)s")
    return _("Answer the chair’s compromise on choice %(number)s: %(wording)s")


def _to_confirm(label: str, block: engine.Block) -> Said:
    where = {"label": label or _("a heading"), "forum": block.status.forum}
    return Said(
        _("Confirm %(label)s for your capital") % where,
        _("Agreed ad referendum in %(forum)s; your capital is awaited.") % where,
        _("it stays agreed ad referendum, pending you."),
    )


def _own_draft(draft: Proposal) -> Said:
    shown = draft.stage == Proposal.Stage.CHAIR
    return Said(
        _("Table or drop your draft: %s") % quoted(draft.wording),
        _("Your delegation, the chair and the secretariat see it.") if shown else _("Only your delegation sees it."),
        _("it stays as it is; it is not part of the text."),
    )


# The chair


def _of_chair(room: Room) -> Iterator[Item]:
    if room.text.state == Text.State.COUNCIL:
        yield _item(room, _to_adopt(room), "decision", _("Open the decision"), pressing=True)
    if room.text.state != Text.State.OPEN:
        return
    for number, posed in room.posed.items():
        if not posed.question.hindrance:
            words = _can_close(number, posed)
            yield _item(room, words, "text", _("Close it"), query=f"?choice={number}&act=close", pressing=True)
    if not hindrance_to_council(room.body):
        yield _item(room, _ready(room), "decision", _("Open the decision"), pressing=True)
    for draft in _drafts(room).filter(stage=Proposal.Stage.CHAIR):
        yield _item(room, _shown(draft), "text", _("Read"), query=_at(draft), since=draft.at)


def _to_adopt(room: Room) -> Said:
    objecting = [room.lens.names.get(seat.code, seat.code) for seat in seats_of(room.text, room.body) if seat.objects]
    if objecting:
        stands = ngettext("%s objects.", "%s object.", len(objecting)) % ", ".join(objecting)
        return Said(_("Take up the objection to “%s”") % room.text.title, stands, _("the text is not adopted."))
    return Said(
        _("Adopt “%s”, or take it back") % room.text.title,
        _("Before the council; nobody has objected."),
        _("it stays before the council, and wording stands still."),
    )


def _can_close(number: str, posed: Posed) -> Said:
    return Said(
        _("Choice %(number)s can close on %(wording)s") % {"number": number, "wording": quoted(posed.row.wording)},
        _("Asked in the room; nobody objected.") if posed.question.asked else _("Nobody holds other wording."),
        _("it stays open."),
    )


def _ready(room: Room) -> Said:
    return Said(
        _("Put “%s” to the council") % room.text.title,
        _("Nothing in it is open: no choice, no reservation."),
        _("it stays in negotiation."),
    )


def _shown(draft: Proposal) -> Said:
    words = {"code": draft.code, "wording": quoted(draft.wording)}
    return Said(
        _("%(code)s shows you a draft: %(wording)s") % words,
        _("Not tabled; its delegation, you and the secretariat see it."),
        _("it stays a draft."),
    )


# The secretariat


def _of_secretariat(room: Room) -> Iterator[Item]:
    silent = count_silent(room.by, room.text)
    if silent:
        changed = ngettext(
            "%d paragraph has changed without an entry of the record",
            "%d paragraphs have changed without an entry of the record",
            silent,
        )
        words = Said(changed % silent, _("Nobody is recorded as having changed it."), _("the difference stays listed."))
        yield _item(room, words, "compare", _("Show it"), query="?old=1", pressing=True)


# What one waits for oneself


def _others(room: Room) -> Iterator[Item]:
    if room.by.role == Role.CHAIR and room.text.state == Text.State.OPEN:
        for number, posed in room.posed.items():
            if posed.question.hindrance:
                words = Said(
                    _("Choice %(number)s on %(wording)s") % {"number": number, "wording": quoted(posed.row.wording)},
                    posed.question.hindrance,
                    "",
                )
                yield _item(room, words, "text", _("Show it"), query=f"?choice={number}", since=posed.row.at)
    if room.by.role == Role.DELEGATE and _objects(room):
        words = Said(_("Adoption of “%s”") % room.text.title, _("Your delegation objects; it cannot be adopted."), "")
        yield _item(room, words, "decision", _("Show it"))


def _item(
    room: Room,
    said: Said,
    place: str,
    act: str,
    *,
    query: str = "",
    pressing: bool = False,
    since: datetime | None = None,
) -> Item:
    return Item(
        text=room.text.pk,
        symbol=room.text.symbol,
        sample=room.text.sample,
        since=since,
        what=said.what,
        why=said.why,
        if_nothing=said.if_nothing,
        place=place,
        act=act,
        query=query,
        pressing=pressing,
    )


def _news(room: Room) -> News | None:
    """Return what others did in this text since the person last read it, None where nobody did anything."""
    seen = number_seen(room.by, room.text)
    entries = entries_of(room.by, room.text).filter(data__version__gt=max(seen, 1))
    if room.lens.me:
        entries = entries.exclude(on_behalf_of=room.lens.me)
    elif room.by.name:
        entries = entries.exclude(actor=room.by.name)
    count = entries.count()
    if not count:
        return None
    labels = dict(zip((block.id for block in room.body.blocks), engine.labels(room.body), strict=True))
    shown = tuple(
        (labels.get(entry.data.get("block", ""), ""), event_of(entry)) for entry in entries[:NEWS_SHOWN]
    )
    return News(room.text.pk, room.text.title, room.text.symbol, max(seen, 1), room.text.number, shown, count)


def _drafts(room: Room) -> QuerySet[Proposal]:
    waiting = (Proposal.Stage.PRIVATE, Proposal.Stage.CHAIR)
    return visible_proposals(room.by).filter(text=room.text, stage__in=waiting)


def _at(draft: Proposal) -> str:
    return f"?block={draft.block}" if draft.block else ""


def _objects(room: Room) -> bool:
    return room.text.objections.filter(closing=None, code=room.lens.me).exists() if room.lens.me else False


def _plain(choice: engine.Choice, index: int) -> str:
    return engine.project_block(engine.Block("", choice.alternatives[index].inlines), None)
