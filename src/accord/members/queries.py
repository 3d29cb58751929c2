"""Which organisations, members and mandates a subject can see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from accord.access import NotVisible, Role, Subject
from accord.members.models import Mandate, Member, Organisation


def visible_organisations(by: Subject) -> QuerySet[Organisation]:
    """The organisation of the subject's mandate, and those that are public."""
    return Organisation.objects.filter(Q(public=True) | Q(pk=by.organisation_id or ""))


def home_organisation(by: Subject) -> Organisation | None:
    """Return the organisation whose pages this subject sees: its own, else the first public one."""
    own = visible_organisations(by).filter(pk=by.organisation_id or "").first()
    return own or visible_organisations(by).filter(public=True).order_by("pk").first()


def members_of(organisation: Organisation) -> tuple[Member, ...]:
    """Return the members in the council's own order."""
    return tuple(Member.objects.filter(organisation=organisation))


def organisation_of(by: Subject) -> Organisation:
    """Return the organisation in which ``by`` acts. Raises NotVisible for the public."""
    organisation = visible_organisations(by).filter(pk=by.organisation_id or "").first()
    if organisation is None:
        raise NotVisible
    return organisation


def subject_of(user: object) -> Subject:
    """Return for whom this signed-in user acts; the public for anybody without a mandate."""
    mandate = Mandate.objects.filter(user_id=getattr(user, "pk", None), user__is_active=True).select_related("user").first()
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
