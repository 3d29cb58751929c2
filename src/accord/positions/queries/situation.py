"""One situation on a day: what is reported of it, positions on it, and what members said of it over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import QuerySet

from accord.access import Allow, NotVisible, Role, Subject
from accord.access.queries import visible_audiences
from accord.drafting.queries.rows import visible_texts
from accord.members.queries import member_names, members_of, shown_day
from accord.positions.access import may_assess, may_draw_up, may_put_points
from accord.positions.choices import Shown
from accord.positions.models import Assessment, DrawnUp, Situation, SituationPoint
from accord.positions.pages.situation import MemberSaid, Question, SaidLine, SituationPage, TextLink
from accord.positions.queries.positions import keeps_positions, position_list
from accord.positions.queries.situations import line_of, visible_points, visible_situations
from accord.positions.wording import shown_told
from accord.record import clock

PUBLIC = "public"
"""Name of the audience that admits everybody."""


def visible_assessments(by: Subject) -> QuerySet[Assessment]:
    """What members said of questions that ``by`` sees, as their delegations allow, the oldest first; withdrawn too."""
    return Assessment.objects.filter(audience__in=visible_audiences(by), point__in=visible_points(by))


def standing_assessments(by: Subject) -> QuerySet[Assessment]:
    """The same without what its member took back: what counts."""
    return visible_assessments(by).filter(withdrawn=None)


def situation_page(by: Subject, organisation_id: str, situation_id: str, on: date | None = None) -> SituationPage:
    """Return a situation as ``by`` sees it. Raises NotVisible."""
    row = situation_row(by, organisation_id, situation_id)
    day = on or shown_day(row.organisation)
    known = position_list(by, row.organisation, day)
    return SituationPage(
        id=row.handle,
        day=day,
        line=line_of(row),
        positions=tuple(line for line in known if line.situation_id == row.handle),
        questions=tuple(reversed(questions_of(by, row))),
        scale=tuple((value, str(label)) for value, label in Assessment.Said.choices),
        circles=tuple((each.value, str(each.label)) for each in Shown if _open_to(row, each)),
        enters=keeps_positions(by, row.organisation),
        may_put=isinstance(may_put_points(by, row.organisation_id), Allow),
        may_assess=isinstance(may_assess(by, row.organisation_id), Allow),
        may_draw=isinstance(may_draw_up(by, row.organisation_id), Allow),
        texts=texts_of(by, row),
        others=tuple(pair for pair in member_names(row.organisation).items() if pair[0] != by.delegation),
    )


def situation_row(by: Subject, organisation_id: str, situation_id: str) -> Situation:
    """Return the row of a situation with its organisation. Raises NotVisible."""
    rows = visible_situations(by).filter(organisation=organisation_id).select_related("organisation")
    row = rows.filter(handle=situation_id).first()
    if row is None:
        raise NotVisible
    return row


def questions_of(by: Subject, row: Situation) -> tuple[Question, ...]:
    """Return the questions on a situation with what members said, in the order in which they were put."""
    points = list(visible_points(by).filter(situation=row).select_related("audience"))
    codes = [member.code for member in members_of(row.organisation)]
    said = by_point(visible_assessments(by).filter(point__in=[point.pk for point in points]))
    me = by.delegation if by.role == Role.DELEGATE and by.organisation_id == row.organisation_id else ""
    return tuple(_question(point, codes, said.get(point.pk, {}), me) for point in points)


def by_point(rows: Iterable[Assessment]) -> Mapping[str, Mapping[str, Sequence[Assessment]]]:
    """Return what was said by question and by member, each the oldest first."""
    found: dict[str, dict[str, list[Assessment]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row.point_id][row.code].append(row)
    return found


def _question(
    point: SituationPoint,
    codes: Sequence[str],
    said: Mapping[str, Sequence[Assessment]],
    me: str,
) -> Question:
    lines = {code: [_line(row, code == me) for row in reversed(said[code])] for code in codes if code in said}
    own = [row for row in said.get(me, ()) if row.withdrawn is None]
    return Question(
        id=point.pk,
        wording=point.wording,
        asked=point.at,
        until=point.until,
        over=bool(point.until and point.until < clock.now().date()),
        public=point.audience.name == PUBLIC,
        members=tuple(MemberSaid(code, each[0], tuple(each[1:])) for code, each in lines.items()),
        silent=tuple(code for code in codes if code not in said),
        mine=lines[me][0] if own else None,
        mine_shown=own[-1].shown if own else "",
        mine_members=tuple(own[-1].members) if own else (),
    )


def _line(row: Assessment, mine: bool) -> SaidLine:
    if row.withdrawn and not mine:
        return SaidLine("", "", "", row.at, withdrawn=row.withdrawn)
    shown = shown_told(Shown(row.shown), row.members) if mine else ""
    return SaidLine(row.said, str(Assessment.Said(row.said).label), row.words, row.at, shown, row.withdrawn)


def _open_to(row: Situation, shown: Shown) -> bool:
    return shown != Shown.PUBLIC or row.organisation.public


def texts_of(by: Subject, row: Situation) -> tuple[TextLink, ...]:
    """Return the texts that were drawn up on a situation, as far as ``by`` is admitted to them."""
    rows = DrawnUp.objects.filter(situation=row, text__in=visible_texts(by)).select_related("text")
    return tuple(TextLink(each.text_id, each.text.title, each.day) for each in rows)
