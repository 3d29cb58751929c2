"""What delegations have said that they can live with, as far as a subject may see it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.db.models import QuerySet

from accord.access import Deny, NotVisible, Role, Subject
from accord.access.queries import named_audience, visible_audiences
from accord.drafting.models import Text
from accord.drafting.pages import Holder
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row
from accord.engine import packages as engine
from accord.engine import text as texts
from accord.engine.text.wanting import Wanted, members_of, wanted
from accord.positions.access import may_wish
from accord.positions.models import Wish
from accord.positions.pages.wishes import WishPage, WishRow, WordingRow

WORDS = ("prefers", "lives", "objects")
PAGE_LENGTH = 60
"""Choices on one page: a form of more fields than a server takes would be lost whole."""


def visible_wishes(by: Subject) -> QuerySet[Wish]:
    """What was said where ``by`` sees it: its own, what is at the table, and for the chair what was told it."""
    return Wish.objects.filter(audience__in=visible_audiences(by))


def talks_of(body: texts.Text, open_: Iterable[Wanted], rows: Iterable[Wish]) -> engine.Talks:
    """Return what is known: a delegation prefers what it holds, and has said the rest."""
    said = {(row.choice, row.code): row for row in rows}
    members, choices = members_of(body), tuple(open_)
    wishes = {each.choice: dict(_wishes(each, members, said)) for each in choices}
    return engine.Talks(members, {each.choice: len(each.wordings) for each in choices}, wishes)


def _wishes(
    choice: Wanted, members: tuple[str, ...], said: Mapping[tuple[str, str], Wish]
) -> Iterable[tuple[str, engine.Wish]]:
    for code in members:
        row = said.get((choice.choice, code))
        words = {at: row.said[each] for at, each in enumerate(choice.wordings) if row and each in row.said}
        if code in choice.wants:
            words = {at: word for at, word in words.items() if word != "prefers"} | {choice.wants[code]: "prefers"}
        if words:
            yield code, engine.Wish(words, row.weight if row else 1)


def wish_page(by: Subject, text_id: str, page: int = 1) -> WishPage:
    """
    Return the page on which a delegation says what it can live with.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or speaks for none of its delegations.
    """
    text = text_row(by, text_id)
    version = current(text)
    body = version.body
    if by.role != Role.DELEGATE or by.delegation not in members_of(body) or by.organisation_id != text.organisation_id:
        raise NotVisible
    lens = lens_of(by, text, body)
    board = _board(by, text, body)
    answer = may_wish(by, text, body)
    labels = dict(zip((block.id for block in body.blocks), texts.labels(body), strict=True))
    own = [row for row in board.rows if row.code == by.delegation]
    table = named_audience(text.audience).pk
    shown = Paginator(board.open_, PAGE_LENGTH).get_page(page)
    return WishPage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        fingerprint=version.fingerprint,
        me=lens.holder(by.delegation),
        rows=tuple(board.row(each, labels[each.block], lens) for each in shown),
        said=sum(bool(row.said) for row in own),
        for_chair=not any(row.audience_id == table for row in own),
        refused=answer.reason if isinstance(answer, Deny) else "",
        choices=len(board.open_),
        number=shown.number,
        pages=shown.paginator.num_pages,
    )


@dataclass(frozen=True, slots=True)
class _Board:
    """The open choices of a text and what this subject may see of what was said on them."""

    open_: tuple[Wanted, ...]
    rows: tuple[Wish, ...]
    me: str

    def row(self, choice: Wanted, label: str, lens: Lens) -> WishRow:
        own = next((row for row in self.rows if row.code == self.me and row.choice == choice.choice), None)
        wordings = tuple(
            WordingRow(
                place=at,
                wording=wording.strip(),
                held=choice.wants.get(self.me) == at,
                said=own.said.get(wording, "") if own else "",
                known=tuple(self._known(choice, at, lens)),
            )
            for at, wording in enumerate(choice.wordings)
        )
        return WishRow(choice.choice, label, choice.block, wordings, own.weight if own else 1)

    def _known(self, choice: Wanted, at: int, lens: Lens) -> Iterable[tuple[str, tuple[Holder, ...]]]:
        holding = [code for code, wants in choice.wants.items() if wants == at and code != self.me]
        if holding:
            yield "holds", lens.holders(holding)
        others = [row for row in self.rows if row.choice == choice.choice and row.code not in (self.me, *holding)]
        for word in WORDS:
            codes = [row.code for row in others if row.said.get(choice.wordings[at]) == word]
            if codes:
                yield word, lens.holders(codes)


def _board(by: Subject, text: Text, body: texts.Text) -> _Board:
    rows = tuple(visible_wishes(by).filter(text=text).order_by("code", "choice"))
    return _Board(wanted(body), rows, by.delegation)
