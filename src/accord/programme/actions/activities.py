"""What is done with joint activities: series, editions, what became of them, and how they are tied to one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from accord.access import Subject
from accord.members import checks
from accord.members.actions.entering import call
from accord.members.errors import Unfit
from accord.members.models import Member, Organisation
from accord.programme.actions.entering import area_of, entering, key_of, members_of, organisation_of
from accord.programme.actions.standing import differs, put_stand, stand_values
from accord.programme.choices import Holding, Tie
from accord.programme.models import STANDS, Activity, Relation, Series, Turn
from accord.programme.values import ActivityEntry, SeriesEntry, TieEntry, TurnEntry
from accord.record import acts as record


@record.action(answers=organisation_of)
def enter_series(organisation_id: str, series: Sequence[SeriesEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter series of joint activities; one of the same key, or without a key of the same name, is changed.

    Raises:
        Unfit: a name cannot be used, or another series has it.
    """
    data = {"names": [entry.name for entry in series]}
    with entering("entered series of activities", organisation_id, data, by=by, key=key) as organisation:
        for entry in series:
            put_series(organisation, entry)
        return organisation


@record.action(answers=organisation_of)
def enter_activities(
    organisation_id: str, activities: Sequence[ActivityEntry], *, by: Subject, key: UUID
) -> Organisation:
    """
    Enter editions of joint activities; one that is known is corrected.

    Raises:
        Unfit: something in an entry cannot be so.
    """
    data = {"activities": len(activities)}
    with entering("entered joint activities", organisation_id, data, by=by, key=key) as organisation:
        for entry in activities:
            put_activity(organisation, entry)
        return organisation


@record.action(answers=organisation_of)
def enter_turns(organisation_id: str, turns: Sequence[TurnEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter what became of editions; what is entered for one day once more corrects the first.

    Raises:
        Unfit: there is no such edition, it was not known by that day, or something in the entry cannot be so.
    """
    told = {f"{each.series} {each.edition}": None for each in turns}
    with entering("entered what became of", organisation_id, {"names": [*told]}, by=by, key=key) as organisation:
        members = members_of(organisation)
        for entry in turns:
            _put_turn(edition_of(organisation, entry.series, entry.edition), entry, members)
        return organisation


@record.action(answers=organisation_of)
def tie_activities(organisation_id: str, ties: Sequence[TieEntry], *, by: Subject, key: UUID) -> Organisation:
    """
    Enter how editions are tied to one another.

    Raises:
        Unfit: there is no such edition, it would be tied to itself, or to nothing.
    """
    told = {f"{each.series} {each.edition}": None for each in ties}
    with entering("tied an activity", organisation_id, {"names": [*told]}, by=by, key=key) as organisation:
        for entry in ties:
            _put_tie(organisation, entry)
        return organisation


def edition_of(organisation: Organisation, series: str, edition: str) -> Activity:
    """Return the edition of these names. Raises Unfit."""
    rows = Activity.objects.filter(organisation=organisation, series__name=series, edition=edition)
    found = rows.select_related("series").first()
    if found is None:
        raise Unfit("edition", _("“%s” is not among the joint activities. Enter it first.") % f"{series} {edition}")
    return found


def put_series(organisation: Organisation, entry: SeriesEntry) -> None:
    """
    Enter a series, or change the one of this key or name.

    Within an act, also of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    rows = Series.objects.filter(organisation=organisation)
    row = rows.filter(key=entry.key).first() if entry.key else rows.filter(name=entry.name).first()
    if entry.key and row is None:
        raise Unfit("key", _("“%s” is not among the joint activities. Enter it first.") % entry.key)
    if row is None:
        row = Series(organisation=organisation, key=key_of(entry.name, rows.values_list("key", flat=True)))
    elif rows.filter(name=entry.name).exclude(pk=row.pk).exists():
        raise Unfit("name", _("Another series is called “%s”.") % entry.name)
    row.name = checks.name("name", entry.name, longest=120)
    row.area = area_of(organisation, entry.area)
    row.first = entry.first
    for name, longest in (("kind", 120), ("subject", 200), ("note", 300)):
        setattr(row, name, checks.name(name, getattr(entry, name), longest=longest, optional=True))
    for name, value in entry.basis.columns().items():
        setattr(row, name, value)
    row.save()
    call(organisation, f"series {row.key}", entry.names, entry.aliases)


def _begun(organisation: Organisation, entry: ActivityEntry) -> Series:
    """Return the series of an edition; one that is not known begins with the area and the source of this edition."""
    found = Series.objects.filter(organisation=organisation, name=entry.series).first()
    if found is None:
        name = checks.name("series", entry.series, longest=120)
        put_series(organisation, SeriesEntry(name, entry.area, basis=entry.basis))
        found = Series.objects.get(organisation=organisation, name=name)
    return found


def put_activity(organisation: Organisation, entry: ActivityEntry) -> None:
    """
    Enter an edition of a joint activity, or correct the one of this series and edition, as it stands last.

    Within an act of another room, which locks, checks who may, and writes the one entry. Raises Unfit.
    """
    series, members = _begun(organisation, entry), members_of(organisation)
    area = area_of(organisation, entry.area)
    stand = stand_values(entry, members)
    own = {"area": area, "note": entry.note, "known": entry.known}
    row = Activity.objects.filter(series=series, edition=entry.edition).first()
    if row is None:
        edition = checks.name("edition", entry.edition, longest=40)
        key = key_of(edition, Activity.objects.filter(series=series).values_list("key", flat=True))
        row = Activity(organisation=organisation, series=series, edition=edition, key=key, **stand)
    for name, value in own.items():
        setattr(row, name, value)
    if row.pk is None:
        row.save()
    else:
        row.save(update_fields=[*own])
    put_stand(row.turns.filter(**STANDS).last() or row, entry, stand, members)


def _put_turn(activity: Activity, entry: TurnEntry, members: Mapping[str, Member]) -> None:
    if activity.known and entry.known < activity.known:
        raise Unfit("known", _("It was first known on %s.") % activity.known.isoformat())
    stand = stand_values(entry, members)
    if entry.state == Holding.MOVED and not differs(_before(activity, entry.known), stand):
        raise Unfit("state", _("What is moved has another host, place or day than before."))
    row = activity.turns.filter(known=entry.known).first() or Turn(activity=activity, known=entry.known)
    put_stand(row, entry, {**stand, **STANDS}, members)


def _before(activity: Activity, day: date) -> Activity | Turn:
    return activity.turns.filter(known__lt=day, **STANDS).last() or activity


def _put_tie(organisation: Organisation, entry: TieEntry) -> None:
    if entry.kind not in Tie.values:
        raise Unfit("kind", _("“%s” is no way in which activities are tied.") % entry.kind)
    activity = edition_of(organisation, entry.series, entry.edition)
    other = edition_of(organisation, entry.other_series, entry.other) if entry.other else None
    words = checks.name("words", entry.words, longest=200, optional=True)
    if other is None and not words:
        raise Unfit("other", _("Name the other activity, or say in words what it is."))
    if other == activity:
        raise Unfit("other", _("An activity is not tied to itself."))
    values = {"known": entry.known, **entry.basis.columns(), **STANDS}
    Relation.objects.update_or_create(activity=activity, kind=entry.kind, other=other, words=words, defaults=values)
