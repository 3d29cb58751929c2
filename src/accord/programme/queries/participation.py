"""Who hosted joint activities and who took part, by member and year, as the sources say it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from accord.access import Subject
from accord.members.pages import MemberLine
from accord.members.queries import organisation_page
from accord.programme.pages.activities import ActivityLine
from accord.programme.pages.participation import MemberShares, ParticipationPage, Share
from accord.programme.queries.activities import activity_list
from accord.programme.queries.visible import shown
from accord.programme.wording import participation_sentence


def participation_page(by: Subject, organisation_id: str, on: date | None = None) -> ParticipationPage:
    """Return who hosted and took part in what was held by a day. Raises NotVisible."""
    council = organisation_page(by, organisation_id, brief=True, on=on)
    day = on or shown(by, organisation_id)
    held = [line for line in activity_list(by, organisation_id, day) if line.held]
    years = _years(held)
    members = (*council.members, *(line for line in council.others if _is_named(line.code, held)))
    return ParticipationPage(
        day=day,
        sentence=participation_sentence(held),
        years=years,
        held=tuple(sum(line.year == year for line in held) for year in years),
        rows=tuple(_shares(member, held, years) for member in members),
    )


def shares_of(by: Subject, organisation_id: str, code: str, on: date | None = None) -> tuple[Share, ...]:
    """Return what the sources say of one member and what was held by a day: by year, the newest first."""
    held = [line for line in activity_list(by, organisation_id, on) if line.held]
    years = sorted({line.year for line in held}, key=lambda year: -(year or 0))
    return tuple(_share(code, [each for each in held if each.year == year], year) for year in years)


def _years(held: Sequence[ActivityLine]) -> tuple[int | None, ...]:
    """Return every year from first to last, also those of which nothing is known; None last, where it is needed."""
    known = [line.year for line in held if line.year]
    every: tuple[int | None, ...] = tuple(range(min(known), max(known) + 1)) if known else ()
    return every if len(known) == len(held) else (*every, None)


def _is_named(code: str, held: Sequence[ActivityLine]) -> bool:
    return any(code == line.host or code in (*line.participants, *line.absent) for line in held)


def _shares(member: MemberLine, held: Sequence[ActivityLine], years: Sequence[int | None]) -> MemberShares:
    return MemberShares(
        member, tuple(_share(member.code, [each for each in held if each.year == year], year) for year in years)
    )


def _share(code: str, held: Sequence[ActivityLine], year: int | None) -> Share:
    return Share(
        year=year,
        hosts=tuple(line for line in held if line.host == code),
        takes=tuple(line for line in held if code in line.participants),
        absent=tuple(line for line in held if code in line.absent),
        silent=tuple(line for line in held if code not in (*line.participants, *line.absent)),
    )
