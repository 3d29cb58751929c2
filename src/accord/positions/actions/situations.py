"""What is done with situations and positions. Each action is one transaction and one entry of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import NotVisible, Subject, require
from accord.access.models import Audience
from accord.access.queries import council_audience, is_public, public_audience
from accord.engine.text.naming import plain_name
from accord.members import checks
from accord.members.actions.entering import enter, everybody, organisation_by_id
from accord.members.errors import Unfit
from accord.members.models import Organisation
from accord.members.queries import members_of, visible_organisations
from accord.positions import queries
from accord.positions.access import may_assess, may_enter_situations, may_put_points, may_set_showing
from accord.positions.audiences import shown_to
from accord.positions.choices import Shown
from accord.positions.models import Assessment, Showing, Situation, SituationPoint
from accord.positions.pages import SituationLine
from accord.record import acts as record


@record.action(answers=organisation_by_id)
def enter_situations(
    organisation_id: str, situations: Sequence[SituationLine], *, by: Subject, key: UUID
) -> Organisation:
    """Enter what is reported of situations. The words are of the one who enters them, never a member's position."""
    with record.act("entered situations", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_enter_situations(by, organisation))
        readers = everybody(organisation)
        Situation.objects.bulk_create(
            Situation(
                organisation=organisation,
                audience=readers,
                name=one.name,
                sitting=one.sitting,
                gist=one.gist,
                **one.basis.columns(),
            )
            for one in situations
        )
        names = [one.name for one in situations]
        enter(act, organisation, readers, {"names": names}, answer=organisation.pk)
        return organisation


@record.action(answers=organisation_by_id)
def set_showing(organisation_id: str, circle: str, *, by: Subject, key: UUID) -> Organisation:
    """Set who sees how near the members are: "council" or "office" (see ``models.Showing``)."""
    with record.act("set who sees the alignment", by=by, key=key) as act:
        organisation = act.lock(visible_organisations(by), organisation_id)
        require(may_set_showing(by, organisation))
        chosen = Showing.Circle(circle)
        Showing.objects.update_or_create(organisation=organisation, defaults={"circle": chosen})
        council = council_audience(organisation.pk)
        act.entry(
            organisation_id=organisation.pk,
            stream=f"alignment:{organisation.pk}:{council.pk}",
            audience=council,
            data={"circle": chosen.value},
            answer=organisation.pk,
        )
        return organisation


@record.action(answers=organisation_by_id)
def put_point(
    situation_id: str, wording: str, *, until: date | None = None, public: bool = False, by: Subject, key: UUID
) -> Organisation:
    """
    Put a question on which the members assess a situation.

    Args:
        until: the last day on which the members are asked for it. public: everybody reads the question, so that a
            member can make public what it says; else the council alone does.

    Raises:
        Unfit: the day is over, or the council is not public.
    """
    with record.act("put a point on", by=by, key=key) as act:
        situation = locked(act, situation_id)
        require(may_put_points(by, situation.organisation_id))
        if until and until < act.at.date():
            raise Unfit("until", _("This day is over. Ask until today or a later day."))
        if public and not situation.organisation.public:
            raise Unfit("public", _("Nothing of this council is public."))
        audience = (public_audience if public else council_audience)(situation.organisation_id)
        words = plain_name(wording, longest=300)
        SituationPoint.objects.create(situation=situation, audience=audience, wording=words, at=act.at, until=until)
        _write_situation(act, situation, audience, point=words)
        return situation.organisation


@record.action(answers=organisation_by_id)
def assess(
    situation_id: str,
    said: Mapping[str, str],
    *,
    words: Mapping[str, str] | None = None,
    shown: str = Shown.COUNCIL,
    members: Sequence[str] = (),
    again: bool = False,
    by: Subject,
    key: UUID,
) -> Organisation:
    """
    Say what the own member says of questions on a situation. What it said before stays beside it.

    Args:
        said: id of a question → a value of ``Assessment.Said``. words: id → the same in words.
        shown: who reads it, a value of ``Shown``. members: codes of single members that read it too, where the
            whole council does not. again: an answer that is the same as before goes to these readers too; else it stays
            with those that have it.

    Raises:
        NotVisible: one of them is no question on this situation.
        Unfit: nothing is said anew, a question that everybody does not read would be answered for everybody, or there
            is no such member.
    """
    with record.act("assessed", by=by, key=key) as act:
        situation = locked(act, situation_id)
        require(may_assess(by, situation.organisation_id))
        readers = Shown(shown)
        named = _named(situation.organisation, readers, members, by.delegation)
        audience = shown_to(readers, by.delegation, situation.organisation_id, named)
        points = {row.pk: row for row in queries.visible_points(by).filter(situation=situation)}
        known = {"code": by.delegation, "shown": readers.value, "members": named, "audience": audience, "at": act.at}
        made = [
            Assessment(point=_answered(points, point, audience), said=Assessment.Said(value), words=told, **known)
            for point, value in said.items()
            for told in [_told((words or {}).get(point, ""))]
        ]
        before = _last_said(points, by.delegation)
        anew = [row for row in made if _says_anew(row, before.get(row.point_id), again=again)]
        if not anew:
            raise Unfit("said", _("This is what your delegation said before. Nothing was changed."))
        Assessment.objects.bulk_create(anew)
        _write_situation(act, situation, audience, points=len(anew))
        return situation.organisation


@record.action(answers=organisation_by_id)
def take_back(situation_id: str, point: str, *, by: Subject, key: UUID) -> Organisation:
    """
    Take back all that the own member said of a question. It stays for the own delegation, with the day.

    Whoever read it sees from then on that it was withdrawn, and not what it said; it counts nowhere any more.

    Raises:
        NotVisible: this is no question on this situation.
        Unfit: nothing that the member said of it stands.
    """
    with record.act("took back its assessment of", by=by, key=key) as act:
        situation = locked(act, situation_id)
        require(may_assess(by, situation.organisation_id))
        row = queries.visible_points(by).filter(situation=situation, pk=point).first()
        if row is None:
            raise NotVisible
        standing = Assessment.objects.filter(point=row, code=by.delegation, withdrawn=None).select_related("audience")
        last = standing.last()
        if last is None:
            raise Unfit("point", _("Nothing that your delegation said of it stands."))
        standing.update(withdrawn=act.at)
        _write_situation(act, situation, last.audience)
        return situation.organisation


def _named(organisation: Organisation, shown: Shown, members: Sequence[str], own: str) -> list[str]:
    """Return the single members that read an answer, in the council's own order; none where all do. Raises Unfit."""
    codes = [member.code for member in members_of(organisation)]
    for code in members:
        if code not in codes:
            raise Unfit("members", _("“%s” is no member in the register.") % code)
    if shown in (Shown.COUNCIL, Shown.PUBLIC):
        return []
    return [code for code in codes if code in members and code != own]


def _says_anew(row: Assessment, before: tuple[str, str, str] | None, *, again: bool) -> bool:
    """Whether an answer is another than the last; with ``again`` also whether others read it than before."""
    if before is None or before[:2] != (row.said, row.words):
        return True
    return again and before[2] != row.audience_id


def _last_said(points: Mapping[str, SituationPoint], code: str) -> dict[str, tuple[str, str, str]]:
    rows = Assessment.objects.filter(point__in=points, code=code, withdrawn=None)
    return {row.point_id: (row.said, row.words, row.audience_id) for row in rows}


def _answered(points: Mapping[str, SituationPoint], point: str, audience: Audience) -> SituationPoint:
    """Return the question that is answered. Raises NotVisible, and Unfit where more would read the answer than it."""
    if point not in points:
        raise NotVisible
    if is_public(audience) and not is_public(points[point].audience):
        raise Unfit("shown", _("Not everybody reads this question, so not everybody can read what you say of it."))
    return points[point]


def _told(words: str) -> str:
    return checks.name("words", " ".join(words.split()), longest=600, optional=True)


def locked(act: record.Act, handle: str) -> Situation:
    """Return the situation with its organisation, locked until the act ends. Raises NotVisible."""
    rows = queries.visible_situations(act.by)
    return act.lock(rows.select_related("organisation"), queries.situation_key(act.by, handle))


def _write_situation(act: record.Act, situation: Situation, audience: Audience, **data: object) -> None:
    act.entry(
        organisation_id=situation.organisation_id,
        stream=f"situation:{situation.pk}:{audience.pk}",
        audience=audience,
        data={"what": situation.name, **data},
        answer=situation.organisation_id,
    )
