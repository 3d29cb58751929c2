"""What awaits a subject over all texts that it can see, and what it waits for itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accord.access import Role, Subject
from accord.drafting.models import Proposal, Text
from accord.drafting.pages.awaiting import AwaitsPage, Item, News
from accord.drafting.queries.comparing import count_silent
from accord.drafting.queries.decisions import hindrance_to_council
from accord.drafting.queries.desks import Desk, desks_of
from accord.drafting.queries.entering import NAMED
from accord.drafting.queries.events import event_of
from accord.drafting.queries.questions import Posed
from accord.drafting.queries.rows import visible_texts
from accord.drafting.sentences import quoted
from accord.drafting.touching import if_nothing
from accord.engine import text as engine
from accord.members.tongues import spelled


def awaits_page(by: Subject, more: tuple[Item, ...] = ()) -> AwaitsPage:
    """
    Return what awaits this subject, over all texts that it can see and nothing else.

    Args:
        more: what other rooms know to await it, put behind what the texts do.
    """
    if by.role not in NAMED:
        rows = visible_texts(by).values_list("pk", "symbol", "title")
        readable = tuple((pk, f"{symbol} {title}".strip()) for pk, symbol, title in rows)
        return AwaitsPage(heading(0), (), (), (), (), readable)
    desks = desks_of(by)
    asked = [*(item for desk in desks for item in _items(desk)), *more]
    others = tuple(item for desk in desks for item in _others(desk))
    now, later = (tuple(item for item in asked if item.pressing == pressing) for pressing in (True, False))
    news = tuple(found for desk in desks if (found := _news(desk)))
    return AwaitsPage(heading(len(asked)), now, later, others, news, ())


def heading(count: int) -> str:
    """Return the page in one sentence."""
    if not count:
        return _("Nothing awaits you")
    return ngettext("%s thing awaits you", "%s things await you", count) % capfirst(spelled(count))


@dataclass(frozen=True, slots=True)
class Said:
    """The words of an item apart from its text."""

    what: str
    why: str
    if_nothing: str


def _items(desk: Desk) -> Iterator[Item]:
    if desk.by.role == Role.DELEGATE:
        yield from _of_delegation(desk)
    elif desk.by.role == Role.CHAIR:
        yield from _of_chair(desk)
    else:
        yield from _of_secretariat(desk)


# A delegation


def _of_delegation(desk: Desk) -> Iterator[Item]:
    if desk.text.state == Text.State.COUNCIL and not _objects(desk):
        yield _item(desk, _before_council(desk), "decision", _("Read and answer"), pressing=True)
    for standing in engine.choices(desk.body):
        if standing.choice.id in desk.lens.awaiting:
            posed = desk.posed.get(standing.choice.id)
            since = posed.row.at if posed else desk.written.get(standing.choice.id)
            words = _to_answer(desk, standing.choice, posed)
            yield _item(desk, words, "since", _("Read and answer"), pressing=True, since=since)
    for block, label in zip(desk.body.blocks, engine.labels(desk.body), strict=True):
        if desk.lens.me in block.status.pending and desk.text.state == Text.State.OPEN:
            yield _item(desk, _to_confirm(label, block), "since", _("Read and confirm"))
    for draft in desk.drafts:
        yield _item(desk, _own_draft(draft), "text", _("Open the draft"), query=_at(draft), since=draft.at)


def _before_council(desk: Desk) -> Said:
    here = desk.roll.get(desk.lens.me)
    return Said(
        _("Any objection to adopting “%s”?") % desk.text.title,
        _("The chair has put the text to the council."),
        _("you count as present without objection, and the text can be adopted.")
        if here
        else _("you are recorded as absent: neither consent nor objection. The text can be adopted."),
    )


def _to_answer(desk: Desk, choice: engine.Choice, posed: Posed | None) -> Said:
    held = engine.held(choice, desk.lens.me)
    mine = quoted(_plain(choice, held)) if held is not None else _("the common wording")
    question = posed.question if posed else None
    chair = engine.held(choice, engine.CHAIR)
    wording = quoted(_plain(choice, question.index if question else chair or 0))
    asked = bool(question and question.asked)
    what = _asked_words(posed is not None, asked) % {"number": choice.id, "wording": wording}
    here = bool(desk.roll.get(desk.lens.me))
    silence = if_nothing(closing=posed is not None, asked=asked, here=here, wording=mine)
    return Said(what, _("You hold %s.") % mine, silence)


def _asked_words(closing: bool, asked: bool) -> str:
    if asked:
        return _("Any objection to closing choice %(number)s on %(wording)s?")
    if closing:
        return _("Answer the chair’s proposal to close choice %(number)s on %(wording)s")
    return _("Answer the chair’s compromise on choice %(number)s: %(wording)s")


def _to_confirm(label: str, block: engine.Block) -> Said:
    where = {"label": label or _("a line without a number"), "forum": block.status.forum}
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


def _of_chair(desk: Desk) -> Iterator[Item]:
    if desk.text.state == Text.State.COUNCIL:
        yield _item(desk, _to_adopt(desk), "decision", _("Open the decision"), pressing=True)
    if desk.text.state != Text.State.OPEN:
        return
    for number, posed in desk.posed.items():
        if not posed.question.hindrance:
            words = _can_close(number, posed)
            yield _item(desk, words, "text", _("Close it"), query=f"?choice={number}&act=close", pressing=True)
    if not hindrance_to_council(desk.body):
        yield _item(desk, _ready(desk), "decision", _("Open the decision"), pressing=True)
    for draft in desk.drafts:
        yield _item(desk, _shown(draft), "text", _("Read"), query=_at(draft), since=draft.at)


def _to_adopt(desk: Desk) -> Said:
    objecting = [desk.lens.names.get(code, code) for code in desk.lens.order if code in desk.objecting]
    if objecting:
        stands = ngettext("%s objects.", "%s object.", len(objecting)) % ", ".join(objecting)
        return Said(_("Take up the objection to “%s”") % desk.text.title, stands, _("the text is not adopted."))
    return Said(
        _("Adopt “%s”, or take it back") % desk.text.title,
        _("Before the council; nobody has objected."),
        _("it stays before the council, and wording stands still."),
    )


def _can_close(number: str, posed: Posed) -> Said:
    return Said(
        _("Choice %(number)s can close on %(wording)s") % {"number": number, "wording": quoted(posed.row.wording)},
        _("Asked in the room; nobody objected.") if posed.question.asked else _("Nobody holds other wording."),
        _("it stays open."),
    )


def _ready(desk: Desk) -> Said:
    return Said(
        _("Put “%s” to the council") % desk.text.title,
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


def _of_secretariat(desk: Desk) -> Iterator[Item]:
    silent = count_silent(desk.by, desk.text)
    if silent:
        changed = ngettext(
            "%d paragraph has changed without an entry of the record",
            "%d paragraphs have changed without an entry of the record",
            silent,
        )
        words = Said(changed % silent, _("Nobody is recorded as having changed it."), _("the difference stays listed."))
        yield _item(desk, words, "compare", _("Show it"), query="?old=1", pressing=True)


# What one waits for oneself


def _others(desk: Desk) -> Iterator[Item]:
    if desk.by.role == Role.CHAIR and desk.text.state == Text.State.OPEN:
        for number, posed in desk.posed.items():
            if posed.question.hindrance:
                words = Said(
                    _("Choice %(number)s on %(wording)s") % {"number": number, "wording": quoted(posed.row.wording)},
                    posed.question.hindrance,
                    "",
                )
                yield _item(desk, words, "text", _("Show it"), query=f"?choice={number}", since=posed.row.at)
    if desk.by.role == Role.DELEGATE and _objects(desk):
        words = Said(_("Adoption of “%s”") % desk.text.title, _("Your delegation objects; it cannot be adopted."), "")
        yield _item(desk, words, "decision", _("Show it"))


def _item(
    desk: Desk,
    said: Said,
    place: str,
    act: str,
    *,
    query: str = "",
    pressing: bool = False,
    since: datetime | None = None,
) -> Item:
    return Item(
        text=desk.text.pk,
        symbol=desk.text.symbol,
        sample=desk.text.sample,
        since=since,
        what=said.what,
        why=said.why,
        if_nothing=said.if_nothing,
        place=place,
        act=act,
        query=query,
        pressing=pressing,
    )


def _news(desk: Desk) -> News | None:
    """Return what others did in this text since the person last read it, None where nobody did anything."""
    if not desk.count:
        return None
    labels = dict(zip((block.id for block in desk.body.blocks), engine.labels(desk.body), strict=True))
    shown = tuple((labels.get(entry.data.get("block", ""), ""), event_of(entry)) for entry in desk.latest)
    text = desk.text
    return News(text.pk, text.title, text.symbol, max(desk.seen, 1), text.number, shown, desk.count)


def _at(draft: Proposal) -> str:
    return f"?block={draft.block}" if draft.block else ""


def _objects(desk: Desk) -> bool:
    return desk.lens.me in desk.objecting


def _plain(choice: engine.Choice, index: int) -> str:
    return engine.project_block(engine.Block("", choice.alternatives[index].inlines), None)
