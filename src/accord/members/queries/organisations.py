"""Which organisations, members and mandates a subject can see."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from accord.access import Allow, NotVisible, Role, Subject
from accord.members.access import may_keep_register
from accord.members.basis import Basis
from accord.members.models import Mandate, Member, Organisation
from accord.members.over_time import Since, belongs
from accord.members.queries.naming import reader_names
from accord.record import clock


def visible_organisations(by: Subject) -> QuerySet[Organisation]:
    """The organisation of the subject's mandate, and those that are public."""
    return Organisation.objects.filter(Q(public=True) | Q(pk=by.organisation_id or ""))


def home_organisation(by: Subject) -> Organisation | None:
    """Return the organisation whose pages this subject sees: its own, else the first public one."""
    own = visible_organisations(by).filter(pk=by.organisation_id).first() if by.organisation_id else None
    return own or visible_organisations(by).filter(public=True).order_by("pk").first()


def shown_day(organisation: Organisation) -> date:
    """Return the day that the pages of an organisation show: its own, else today."""
    return organisation.as_of or clock.now().date()


def end_of(organisation: Organisation, on: date | None) -> datetime | None:
    """Return the last instant of a day that is over; None for the day that the pages show, and later: as it is now."""
    if on is None or on >= shown_day(organisation):
        return None
    return datetime.combine(on, time.max, UTC)


def shown_day_of(field: str) -> Coalesce:
    """Return, for use in a query, the day that the pages of the organisation in this field of a row show."""
    own = Organisation.objects.filter(pk=OuterRef(field)).values("as_of")[:1]
    return Coalesce(Subquery(own), Value(clock.now().date()))


def members_of(organisation: Organisation, on: date | None = None) -> tuple[Member, ...]:
    """Return who is a member on a day, in the council's own order; without a day, on the one that the pages show."""
    day = on or shown_day(organisation)
    rows = Member.objects.filter(organisation=organisation).prefetch_related("states")
    return tuple(row for row in rows if belongs(states_of(row), day))


def member_names(organisation: Organisation, on: date | None = None) -> dict[str, str]:
    """Return the names of the members by code, in the council's own order, in the reader's language where known."""
    known = reader_names(organisation)
    return {row.code: known.get(f"member {row.code}", row.name) for row in members_of(organisation, on)}


def own_basis(by: Subject, basis: Basis) -> Basis:
    """Return on what an entry rests: where a delegation names no source for its own, the delegation; else as given."""
    if by.role != Role.DELEGATE or basis.source_name != Basis().source_name:
        return basis
    return replace(basis, source_name=Member.objects.get(organisation=by.organisation_id, code=by.delegation).name)


def states_of(row: Member) -> tuple[Since, ...]:
    """Return the statuses of a state, the first first."""
    return tuple(Since(state.status, state.since, state.when) for state in row.states.all())


def organisation_of(by: Subject) -> Organisation:
    """Return the organisation in which ``by`` acts. Raises NotVisible for the public."""
    organisation = visible_organisations(by).filter(pk=by.organisation_id or "").first()
    if organisation is None:
        raise NotVisible
    return organisation


def keeps_register(by: Subject, organisation_id: str) -> bool:
    """Whether ``by`` may enter something in the register of this organisation."""
    row = visible_organisations(by).filter(pk=organisation_id).first()
    return row is not None and isinstance(may_keep_register(by, row), Allow)


def subject_of(user: object) -> Subject:
    """Return for whom this signed-in user acts; the public for anybody without a mandate."""
    mandates = Mandate.objects.filter(user_id=getattr(user, "pk", None), user__is_active=True)
    mandate = mandates.select_related("user").first()
    if mandate is None:
        return Subject()
    return Subject(
        person_id=mandate.user.pk,
        name=mandate.user.get_username(),
        organisation_id=mandate.organisation_id,
        role=Role(mandate.role),
        delegation=mandate.delegation,
        may_table=mandate.may_table,
    )
