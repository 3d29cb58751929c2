"""The text room: one text as one subject sees it, in the view that it asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from django.db.models import Q

from accord.access import Allow, Role, Subject
from accord.drafting import access
from accord.drafting.labels import label_told
from accord.drafting.models import Adoption, Look, Proposal, Text, Version
from accord.drafting.pages import (
    Asked,
    Figures,
    HandedIn,
    Holder,
    Mine,
    Mover,
    Paragraph,
    Powers,
    Round,
    TextPage,
    VersionRow,
)
from accord.drafting.queries import events, lists, panels
from accord.drafting.queries.building import Lens, paragraph_of
from accord.drafting.queries.entering import NAMED, Room, enter
from accord.drafting.queries.languages import language_lines
from accord.drafting.queries.news import WAITING, mark_of
from accord.drafting.queries.recovery import recoveries
from accord.drafting.queries.rows import visible_proposals
from accord.engine import text as engine


def text_page(by: Subject, text_id: str, asked: Asked) -> TextPage:
    """
    Return the room of a text.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or it has no such version.
    """
    room = enter(by, text_id, asked)
    lens, body, text = room.lens, room.body, room.text
    drafts = _drafts(room)
    paragraphs = _paragraphs(room, drafts)
    standings = list(engine.choices(body))
    versions = _named(text)
    return TextPage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        state=text.state,
        state_word=str(Text.State(text.state).label),
        meeting=text.meeting,
        number=room.version.number,
        fingerprint=room.version.fingerprint,
        label=label_told(room.version.label),
        at=room.version.at,
        live=room.live,
        me=lens.holder(lens.me) if lens.me else None,
        powers=powers_of(by, text, body),
        asked=asked,
        figures=_figures(body, paragraphs),
        standing_in=tuple(each.choice.id for each in standings if lens.me and lens.me in each.choice.holders),
        awaiting=tuple(each.choice.id for each in standings if each.choice.id in lens.awaiting),
        paragraphs=paragraphs,
        beginning=drafts.get("", ()),
        panel=panels.choice_panel(room, paragraphs),
        block_panel=panels.block_panel(room, paragraphs),
        gone=panels.gone(room),
        history=panels.history_of_gone(room),
        versions=versions,
        rounds=_rounds(room, versions),
        roster=lens.holders(body.delegations),
        present=lens.holders([code for code in body.delegations if room.roll.get(code)]),
        absent=lens.holders([code for code in body.delegations if not room.roll.get(code)]),
        counts=(
            len(paragraphs),
            sum(bool(each.numbers) for each in paragraphs),
            sum(each.mine or each.awaits_me for each in paragraphs),
        ),
        narrow=lists.is_narrow(text),
        adoption=_adoption(text),
        clear=sum(each.state in ("clear", "reopened") and not each.numbers for each in paragraphs),
        handed_in=_handed_in(room),
        movers=_movers(paragraphs, lens),
        languages=language_lines(text, body) if room.live else (),
        drafts=mark_of((each.id, each.stage) for standing in drafts.values() for each in standing),
    )


def _adoption(text: Text) -> str:
    if text.state != Text.State.ADOPTED:
        return ""
    return Adoption.objects.filter(text=text).values_list("pk", flat=True).first() or ""


def powers_of(by: Subject, text: Text, body: engine.Text) -> Powers:
    """Return what this subject may do, as access decides it."""
    drafts = access.may_draft(by, text, body)
    return Powers(
        draft=isinstance(drafts, Allow),
        table=isinstance(access.may_table(by, text, body), Allow),
        chair=isinstance(access.may_preside(by, text), Allow),
        secretariat=by.role == Role.SECRETARIAT,
        object=isinstance(access.may_object(by, text, body), Allow),
        names=by.role in NAMED,
        reason="" if isinstance(drafts, Allow) or by.role != Role.DELEGATE else drafts.reason,
    )


def _paragraphs(room: Room, drafts: Mapping[str, tuple[Mine, ...]]) -> tuple[Paragraph, ...]:
    changed = _changed(room)
    labelled = zip(room.body.blocks, engine.labels(room.body), strict=True)
    return tuple(
        paragraph_of(
            block,
            label,
            room.lens,
            changed=changed.get(block.id, ""),
            drafts=drafts.get(block.id, ()),
            block_id=room.asked.block,
        )
        for block, label in labelled
    )


def _changed(room: Room) -> dict[str, str]:
    """Return block id → clock time of the last change by others since this person last looked."""
    look = Look.objects.filter(text=room.text, person=room.by.person_id or 0).first()
    if look is None or not room.live or look.number >= room.text.number:
        return {}
    since = events.entries_of(room.by, room.text).filter(data__version__gt=look.number).reverse()
    others = since.exclude(on_behalf_of=room.lens.me) if room.lens.me else since
    return {
        block: f"{entry.at:%H:%M}"
        for entry in others
        for block in (entry.data.get("block"), *entry.data.get("blocks", ()))
        if block
    }


def _drafts(room: Room) -> dict[str, tuple[Mine, ...]]:
    """Return block id → proposals that are not tabled and that this subject may see."""
    if not room.live or not room.lens.shows_holders:
        return {}
    rows = visible_proposals(room.by).filter(text=room.text, stage__in=WAITING)
    out: dict[str, tuple[Mine, ...]] = {}
    powers = powers_of(room.by, room.text, room.body)
    for row in rows:
        out[row.block] = (*out.get(row.block, ()), _mine(row, room.lens, powers))
    return out


def _mine(row: Proposal, lens: Lens, powers: Powers) -> Mine:
    own = row.code == lens.me
    return Mine(
        id=row.pk,
        holder=lens.holder(row.code),
        stage=row.stage,
        kind=row.kind,
        wording=row.wording,
        may_table=own and powers.table,
        may_show=own and powers.draft and row.stage == Proposal.Stage.PRIVATE,
        may_drop=own and powers.draft,
    )


def _figures(body: engine.Text, paragraphs: tuple[Paragraph, ...]) -> Figures:
    measures = engine.measures(body)
    return Figures(
        blocks=measures.blocks,
        agreed=measures.agreed,
        reserved=sum(any(remark.kind == "reserve" for remark in each.remarks) for each in paragraphs),
        open_blocks=sum(bool(each.numbers) for each in paragraphs),
        choices=measures.choices,
    )


def _named(text: Text) -> tuple[VersionRow, ...]:
    """Return the versions that have a name, and the current one, oldest first."""
    rows = text.versions.filter(~Q(label="") | Q(number=text.number)).defer("stored")
    return tuple(VersionRow(row.number, label_told(row.label), row.at, row.fingerprint) for row in rows)


def _rounds(room: Room, versions: tuple[VersionRow, ...]) -> tuple[Round, ...]:
    rounds = [Round(label_told(row.label), *_measured(room.text.pk, row.number)) for row in versions if row.label]
    return (*rounds, Round("", *_shares(room.body)))


@lru_cache(maxsize=4096)
def _measured(text_id: str, number: int) -> tuple[float, int, int]:
    """Return the measures of a version; it never changes, so they are worked out once."""
    return _shares(Version.objects.get(text=text_id, number=number).body)


def _shares(body: engine.Text) -> tuple[float, int, int]:
    measures = engine.measures(body)
    return measures.open_words, measures.agreed, measures.blocks


def _handed_in(room: Room) -> tuple[HandedIn, ...]:
    """Return the versions handed in with their check, where the panel has room for it: nothing is selected."""
    if room.asked.choice or room.asked.block or not room.lens.shows_holders or not room.live:
        return ()
    found = recoveries(room.by, room.text)
    return tuple(HandedIn(room.lens.holder(each.code), each.entry, each.exact) for each in found)


def _movers(paragraphs: tuple[Paragraph, ...], lens: Lens) -> tuple[Mover, ...]:
    on: dict[Holder, tuple[str, ...]] = {}
    for paragraph in paragraphs:
        for mover in paragraph.movers:
            on[mover.holder] = (*on.get(mover.holder, ()), *mover.numbers)
    return tuple(Mover(lens.holder(code), on[lens.holder(code)]) for code in lens.order if lens.holder(code) in on)
