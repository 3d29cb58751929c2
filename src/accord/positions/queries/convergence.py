"""How far a text has come over its rounds, for all who are admitted to it; who moved, for those who see names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from accord.access import Subject
from accord.drafting.models import Text, Version
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row
from accord.engine.text.converging import Movement, Named, Stand, movement, stand
from accord.positions.pages.convergence import ConvergencePage, MovedRow, NamedChoice, RoundRow
from accord.positions.queries.rounds import rounds_of
from accord.record import clock


def convergence_page(by: Subject, text_id: str) -> ConvergencePage:
    """Return how far a text has come. Raises NotVisible where ``by`` is not admitted to it."""
    text = text_row(by, text_id)
    lens = lens_of(by, text, current(text).body)
    moved_at = _moved_at(text)
    return ConvergencePage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        rounds=tuple(_rows(rounds_of(text), lens)),
        moved_at=moved_at,
        still=max(0, (clock.now() - moved_at).days),
        names=lens.shows_holders,
    )


@lru_cache(maxsize=1024)
def _stand(version_id: str) -> Stand:
    """Return how far a version has come; it never changes, so it is measured once."""
    return stand(Version.objects.get(pk=version_id).body)


@lru_cache(maxsize=1024)
def _movement(old_id: str, new_id: str) -> Movement:
    found = Version.objects.in_bulk([old_id, new_id])
    return movement(found[old_id].body, found[new_id].body)


def _moved_at(text: Text) -> datetime:
    """Return when the text last became other than it was; an act that only asks or objects changes nothing in it."""
    rows = text.versions.order_by("-number").values_list("fingerprint", "at").iterator()
    fingerprint, at = next(rows)
    for earlier, when in rows:
        if earlier != fingerprint:
            break
        at = when
    return at


def _rows(rounds: tuple[Version, ...], lens: Lens) -> Iterator[RoundRow]:
    for before, row in zip((None, *rounds), rounds, strict=False):
        yield _row(row, _stand(row.pk), _movement(before.pk, row.pk) if before else None, lens)


def _row(version: Version, here: Stand, moved: Movement | None, lens: Lens) -> RoundRow:
    return RoundRow(
        label=version.label,
        number=version.number,
        at=version.at,
        blocks=here.blocks,
        agreed=here.agreed,
        open_blocks=here.open_blocks,
        clear=max(0, here.blocks - here.agreed - here.open_blocks),
        open_share=here.open_share,
        choices=here.choices,
        held=here.held,
        each=here.holders_each,
        most=here.most,
        silent=here.silent,
        reservations=here.reservations,
        placeholders=here.placeholders,
        raised=_named(moved.raised, lens) if moved else (),
        lifted=_named(moved.lifted, lens) if moved else (),
        moved=_moved(moved, lens) if moved else (),
        reserved=lens.holders(moved.reserved) if moved else (),
        unreserved=lens.holders(moved.unreserved) if moved else (),
        agreed_now=moved.agreed if moved else 0,
        reopened=moved.reopened if moved else 0,
    )


def _named(named: tuple[Named, ...], lens: Lens) -> tuple[NamedChoice, ...]:
    return tuple(NamedChoice(each.choice, lens.holders(each.codes)) for each in named)


def _moved(moved: Movement, lens: Lens) -> tuple[MovedRow, ...]:
    if not lens.shows_holders:
        return ()
    return tuple(MovedRow(lens.holder(code), numbers) for code, numbers in moved.moved.items())
