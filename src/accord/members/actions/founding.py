"""Founding an organisation with its first sign-ins, and giving further mandates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accord.access import Role, Subject, require
from accord.access.models import Audience
from accord.access.queries import audience_of
from accord.access.subjects import seat
from accord.formats.rules import rules
from accord.members import access, checks, queries
from accord.members.actions.entering import call, enter, everybody, organisation_by_id
from accord.members.actions.register import enter_organs
from accord.members.errors import Unfit
from accord.members.models import Mandate, Member, Organisation, Partner
from accord.members.values import Founding, SignIn
from accord.record import acts as record


def _mandate(pk: str) -> Mandate:
    return Mandate.objects.select_related("user", "organisation").get(pk=pk)


@record.action(answers=organisation_by_id)
def begin_council(
    founding: Founding, *, sign_ins: Sequence[SignIn], password: Mapping[str, str], by: Subject, key: UUID
) -> Organisation:
    """
    Found an organisation together with all its first sign-ins: everything or nothing.

    Args:
        password: name of each sign-in → what is stored of its passphrase (members.passphrases).

    Raises:
        Unfit: a name, code or rule cannot be used, a sign-in name is taken, no sign-in is the secretariat's; Refused:
        the subject acts for an organisation already.
    """
    with record.act("founded", by=by, key=key) as act:
        require(access.may_found(by))
        members = checks.members(founding.members)
        organisation = Organisation.objects.create(**_columns(founding))
        Member.objects.bulk_create(
            Member(organisation=organisation, code=code, name=name, order=order, **founding.basis.columns())
            for order, (code, name) in enumerate(members)
        )
        call(organisation, "organisation", founding.names)
        for code, names in founding.member_names.items():
            call(organisation, f"member {code}", names)
        enter_organs(organisation, founding.organs)
        _make_sign_ins(organisation, sign_ins, password)
        data = {"what": organisation.name, "members": [code for code, _name in members]}
        enter(act, organisation, everybody(organisation), data, answer=organisation.pk)
        return organisation


@record.action(answers=_mandate)
def give_mandate(
    organisation_id: str,
    *,
    name: str,
    password: str,
    role: Role,
    delegation: str = "",
    may_table: bool = True,
    by: Subject,
    key: UUID,
) -> Mandate:
    """
    Make a sign-in and say for whom the person acts.

    Args:
        name: the sign-in name, by which the record calls the person.
        delegation: code of a member for a delegate, of a partner for a partner, "" for chair and secretariat.
        may_table: whether a delegate tables and binds the delegation, or only drafts.

    Raises:
        Unfit: the name is taken or cannot be used, the password is too weak, the code is not one of the council.
    """
    with record.act("gave a mandate to", by=by, key=key) as act:
        organisation = act.lock(queries.visible_organisations(by), organisation_id)
        require(access.may_give_mandate(by, organisation))
        mandate = Mandate.objects.create(
            user=_new_user(name, password),
            organisation=organisation,
            role=role,
            delegation=_delegation(organisation, role, delegation),
            may_table=role == Role.DELEGATE and may_table,
        )
        data = {"what": name, "role": str(role), "delegation": delegation}
        enter(act, organisation, mandates_audience(organisation), data, answer=str(mandate.pk))
        return mandate


def _columns(founding: Founding) -> dict[str, Any]:
    if founding.rule not in rules():
        raise Unfit("rule", _("There is no rule of this name."))
    return {
        "name": checks.name("name", founding.name, longest=200),
        "short_name": checks.name("short_name", founding.short_name, longest=40, optional=True),
        "council": checks.name("council", founding.council, longest=200, optional=True),
        "rule": founding.rule,
        "as_of": founding.as_of,
        "public": founding.public,
        "language": founding.language,
        "rotation": founding.rotation,
        "names_in": founding.names_in or (get_language() or "en").partition("-")[0],
    }


def _make_sign_ins(organisation: Organisation, sign_ins: Sequence[SignIn], stored: Mapping[str, str]) -> None:
    names = [checks.sign_in(one.name) for one in sign_ins]
    if not any(one.role == Role.SECRETARIAT for one in sign_ins):
        raise Unfit("name", _("The first sign-in is that of the secretariat; nobody else could give another."))
    if User.objects.filter(username__in=names).exists():
        raise Unfit("name", _("One of the sign-in names is taken. Send the form again."))
    users = User.objects.bulk_create(User(username=name, password=stored[name]) for name in names)
    codes = {*Member.objects.filter(organisation=organisation).values_list("code", flat=True), ""}
    if unknown := {one.delegation for one in sign_ins} - codes:
        raise Unfit("delegation", _("Nobody acts for “%s” here.") % min(unknown))
    Mandate.objects.bulk_create(
        Mandate(
            user=user,
            organisation=organisation,
            role=one.role,
            delegation=one.delegation,
            may_table=one.role == Role.DELEGATE,
        )
        for user, one in zip(users, sign_ins, strict=True)
    )


def _new_user(name: str, password: str) -> User:
    user = User(username=checks.sign_in(name))
    if User.objects.filter(username=name).exists():
        raise Unfit("name", _("The sign-in name “%s” is taken.") % name)
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise Unfit("password", " ".join(error.messages)) from error
    user.set_password(password)
    user.save(force_insert=True)
    return user


def _delegation(organisation: Organisation, role: Role, code: str) -> str:
    """Return the code for which this role acts in the organisation. Raises Unfit."""
    if role in (Role.CHAIR, Role.SECRETARIAT, Role.STAFF):
        known = [""]
    elif role in (Role.DELEGATE, Role.PARTNER):
        table = Member if role == Role.DELEGATE else Partner
        known = list(table.objects.filter(organisation=organisation).values_list("code", flat=True))
    else:
        raise Unfit("role", _("Nobody has a mandate for the public."))
    if code not in known:
        raise Unfit("delegation", _("This role does not act for “%s” here.") % code)
    return code


def mandates_audience(organisation: Organisation) -> Audience:
    """Return the audience of who has a sign-in: the chair and the secretariat."""
    tokens = [seat(organisation.pk, role) for role in (Role.CHAIR, Role.SECRETARIAT)]
    return audience_of(organisation.pk, "mandates", tokens)
