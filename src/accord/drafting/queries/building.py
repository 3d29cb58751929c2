"""From the engine's text to the values of a page, as one subject sees it. Pure: no database."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from accord.drafting.pages import Holder, Mine, Mover, Open, Option, Paragraph, Remark, Row, Words
from accord.engine import text as engine
from accord.engine.text.tokens import words

INLINE_HOLDERS = 4
"""Holders printed in the sentence; the panel lists all."""

LONG = 12
"""An alternative of more words than this stands as a paragraph of its own."""

DEEP = 2
"""A paragraph whose choices are nested deeper than this is shown as ledger rows."""


@dataclass(frozen=True, slots=True)
class Lens:
    """
    Through whose eyes a text is shown.

    Attributes:
        me: the subject's delegation, or "".
        names: code → name of the member.
        order: the roster.
        shows_holders: whether this subject sees who holds what (partners and the public do not).
        awaiting: numbers of the choices that wait for this subject.
        closing: numbers of the choices that the chair has proposed to close.
        selected: number of the selected choice, or "".
        view: "all" | "ledger" | "mine" | "clean": how paragraphs are read (drafting.pages.Asked).
    """

    me: str
    names: Mapping[str, str]
    order: tuple[str, ...]
    shows_holders: bool = True
    awaiting: frozenset[str] = frozenset()
    closing: frozenset[str] = frozenset()
    selected: str = ""
    view: str = "all"

    def holder(self, code: str) -> Holder:
        """Return the code as this subject sees it."""
        if code == engine.CHAIR:
            return Holder(code, _("the chair"), "chair")
        return Holder(code, self.names.get(code, code), "mine" if code == self.me else self._tone(code))

    def holders(self, codes: Collection[str]) -> tuple[Holder, ...]:
        """Return the codes in the council's order; none where this subject sees no holders."""
        ranked = sorted(codes, key=lambda code: self.order.index(code) if code in self.order else len(self.order))
        return tuple(map(self.holder, ranked)) if self.shows_holders else ()

    def _tone(self, code: str) -> str:
        known = code in self.order[:6] and len(self.order) <= 8
        return f"d{self.order.index(code) + 1}" if known else "edge"


def inlines_of(inlines: tuple[engine.Inline, ...], lens: Lens, *, letter: str = "") -> tuple[Words | Open, ...]:
    """Return wording and choices as page values."""
    alone = len(inlines) == 1
    return tuple(
        Words(item) if isinstance(item, str) else choice_of(item, lens, whole=alone and not letter, letter=letter)
        for item in aired(inlines)
    )


def aired(inlines: tuple[engine.Inline, ...]) -> tuple[engine.Inline, ...]:
    """Return inlines with the space that all alternatives of a choice begin or end with outside its brackets."""
    out: list[engine.Inline] = []
    for item in inlines:
        if isinstance(item, str):
            out.append(item)
            continue
        worded = [each.inlines for each in item.alternatives if each.inlines]
        before = all(_edge(each[0]).startswith(" ") for each in worded)
        after = all(_edge(each[-1]).endswith(" ") and each != (" ",) for each in worded)
        stripped = (replace(each, inlines=_stripped(each.inlines, before, after)) for each in item.alternatives)
        out += [" " * before, replace(item, alternatives=tuple(stripped)), " " * after]
    return tuple(item for item in out if item)


def _edge(item: engine.Inline) -> str:
    return item if isinstance(item, str) else ""


def _stripped(inlines: tuple[engine.Inline, ...], before: bool, after: bool) -> tuple[engine.Inline, ...]:
    items = list(inlines)
    if items and before:
        items[0] = str(items[0])[1:]
    if items and after:
        items[-1] = str(items[-1])[:-1]
    return tuple(item for item in items if item)


def choice_of(choice: engine.Choice, lens: Lens, *, whole: bool = False, letter: str = "") -> Open:
    """Return one choice as a page value; ``letter`` is that of the alternative it stands in."""
    options = options_of(choice, lens, letter)
    worded = [option for option in options if not option.is_null]
    lone = len(worded) == 1
    return Open(
        number=choice.id,
        options=tuple(worded) if lone else options,
        null=next((option for option in options if option.is_null), None) if lone else None,
        spoken=_spoken(choice.id, options),
        selected=choice.id == lens.selected,
        whole=whole,
        stacked=whole or any(len(words(option.plain)) > LONG for option in options),
        mine=any(option.is_mine for option in options),
        awaits_me=choice.id in lens.awaiting,
        closing=choice.id in lens.closing,
    )


def options_of(choice: engine.Choice, lens: Lens, letter: str = "") -> tuple[Option, ...]:
    """Return all alternatives of a choice, the base first; the chair's compromise carries ◇."""
    out = []
    for index, alternative in enumerate(choice.alternatives):
        chair = engine.CHAIR in alternative.holders
        name = "◇" if chair else f"{letter}{index + 1}" if letter else chr(ord("a") + index % 26)
        out.append(_option(choice, index, alternative, lens, letter=name, chair=chair))
    return tuple(out)


def _option(
    choice: engine.Choice, index: int, alternative: engine.Alternative, lens: Lens, *, letter: str, chair: bool
) -> Option:
    holders = lens.holders(alternative.holders)
    shown = _shortened(holders, lens.me)
    others = {code for i, each in enumerate(choice.alternatives) if i != index for code in each.holders}
    return Option(
        index=index,
        letter=letter,
        holders=shown,
        more=len(holders) - len(shown),
        all_holders=holders,
        inlines=inlines_of(alternative.inlines, lens, letter=letter),
        plain=plain_of(alternative.inlines),
        is_null=alternative.is_null,
        is_base=index == 0,
        is_mine=bool(lens.me) and lens.me in alternative.holders,
        is_chair=chair,
        others=lens.holders(others - {engine.CHAIR, lens.me, *alternative.holders}),
    )


def _shortened(holders: tuple[Holder, ...], me: str) -> tuple[Holder, ...]:
    if len(holders) <= INLINE_HOLDERS:
        return holders
    mine = tuple(holder for holder in holders if holder.code == me)
    others = tuple(holder for holder in holders if holder.code != me)
    return mine + others[: 2 - len(mine)]


def plain_of(inlines: tuple[engine.Inline, ...]) -> str:
    """Return wording in one line, choices inside as their numbers in brackets."""
    return "".join(item if isinstance(item, str) else f"[{item.id}]" for item in inlines).strip()


def _spoken(number: str, options: tuple[Option, ...]) -> str:
    parts = (f"{_who(option)}: {option.plain or _('no text')}" for option in options)
    head = _("Choice %(number)s, %(count)d alternatives.") % {"number": number, "count": len(options)}
    return f"{head} {'. '.join(parts)}."


def _who(option: Option) -> str:
    names = ", ".join(holder.name for holder in option.delegations)
    if option.is_chair:
        return _("Chair’s compromise, held by %s") % names if names else _("Chair’s compromise")
    return names or (_("Base") if option.is_base else _("Alternative %s") % option.letter)


def paragraph_of(
    block: engine.Block, label: str, lens: Lens, *, changed: str = "", drafts: tuple[Mine, ...] = (), block_id: str = ""
) -> Paragraph:
    """Return one block as a page value, read as the lens says; ``block_id`` is the selected block."""
    standings = list(engine.choices_in(block))
    state = state_of(block)
    notes = block.notes if lens.shows_holders else ()
    return Paragraph(
        id=block.id,
        label=label,
        state=state,
        word=word_of(state),
        forum=block.status.forum,
        pending=lens.holders(block.status.pending),
        inlines=reading_of(block.inlines, lens) if lens.view in ("mine", "clean") else inlines_of(block.inlines, lens),
        rows=tuple(_rows(standings, lens)),
        remarks=tuple(Remark(note.kind, lens.holder(note.holder), note.wording) for note in notes),
        first=first_words(block),
        numbers=tuple(standing.choice.id for standing in standings),
        awaits_me=any(standing.choice.id in lens.awaiting for standing in standings),
        mine=bool(lens.me) and lens.me in engine.holders_in(block),
        selected=block.id == block_id or any(standing.choice.id == lens.selected for standing in standings),
        changed=changed,
        drafts=drafts,
        movers=movers_of(standings, lens) if lens.view == "mine" else (),
        plain=engine.project_block(block, lens.me or None),
        reserved=any(note.kind == "reserve" and note.holder == lens.me for note in block.notes),
        is_heading=not label and engine.is_heading(block),
    )


def reading_of(inlines: tuple[engine.Inline, ...], lens: Lens, mark: str = "") -> tuple[Words, ...]:
    """Return the wording as the subject's delegation has it (where it has no position: the base), choices marked."""
    out: list[Words] = []
    for item in aired(inlines):
        if isinstance(item, str):
            out.append(Words(item, mark))
            continue
        code = lens.me if lens.view == "mine" else None
        taken = item.alternatives[engine.held(item, code) or 0]
        out.append(Words("", "wanted" if taken.is_null else "open", item.id))
        out.extend(reading_of(taken.inlines, lens, "open"))
    return tuple(out)


def movers_of(standings: Collection[engine.Standing], lens: Lens) -> tuple[Mover, ...]:
    """Return who holds other wording than the subject's delegation, and on which choices."""
    on: dict[str, list[str]] = {}
    for standing in standings:
        index = engine.held(standing.choice, lens.me) or 0
        for code in engine.holding_other(standing, index):
            on.setdefault(code, []).append(standing.choice.id)
    return tuple(Mover(lens.holder(code), tuple(on[code])) for code in lens.order if code in on)


def _rows(standings: Collection[engine.Standing], lens: Lens) -> Iterator[Row]:
    """Yield the choices of a paragraph as ledger rows, where the view or their depth asks for it."""
    deep = any(standing.depth > DEEP for standing in standings)
    if lens.view == "ledger" or (lens.view == "all" and deep):
        yield from (Row(standing.choice.id, options_of(standing.choice, lens)) for standing in standings)


def state_of(block: engine.Block) -> str:
    """Return "agreed", "reserved", "reopened", "open" or "clear" (nothing open, not agreed yet)."""
    if block.status.state == "agreed":
        return "agreed"
    if any(note.kind == "reserve" for note in block.notes):
        return "reserved"
    if block.status.state == "reopened":
        return "reopened"
    return "open" if any(True for _each in engine.choices_in(block)) else "clear"


def word_of(state: str) -> str:
    """Return the state in words."""
    return {
        "agreed": _("ad ref"),
        "reserved": _("reserved"),
        "reopened": _("reopened"),
        "open": _("open"),
        "clear": _("clear"),
        "adopted": _("adopted"),
    }[state]


def first_words(block: engine.Block, count: int = 4) -> str:
    """Return the first words of a block, for the outline; wording that only some want where it begins so."""
    wording = engine.project_block(block, None) or plain_of(_first_worded(block))
    return " ".join(wording.split()[:count]).rstrip(",;:.")


def _first_worded(block: engine.Block) -> tuple[engine.Inline, ...]:
    for standing in engine.choices_in(block):
        for alternative in standing.choice.alternatives:
            if not alternative.is_null:
                return alternative.inlines
    return block.inlines


def inner_rows(choice: engine.Choice, lens: Lens) -> Iterator[Row]:
    """Yield every choice inside ``choice`` as a row, an enclosing one before those inside it."""
    for index, alternative in enumerate(choice.alternatives):
        for item in alternative.inlines:
            if isinstance(item, engine.Choice):
                yield Row(item.id, options_of(item, lens, chr(ord("a") + index % 26)))
                yield from inner_rows(item, lens)


def selected(lens: Lens, choice: str) -> Lens:
    """Return the lens with this choice selected."""
    return replace(lens, selected=choice)
