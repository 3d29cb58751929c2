"""A council with joint activities: made through the actions that people use."""

from datetime import date

from accord.access import Subject
from accord.programme import actions
from accord.programme.values import ActivityEntry, AreaEntry, SeriesEntry, TieEntry, TurnEntry
from tests.factories import Council, key

EARLY, LATE = date(2031, 2, 1), date(2031, 6, 1)


def activities_of(council: Council, by: Subject | None = None) -> Council:
    """
    Enter two areas, two series and their editions; one of 2032 is moved on 1 June 2031. Returns the council.

    Field Day 2030 was held by XAA with XAA and XBB, without XCC. Field Day 2031 is planned for XBB, moved to XCC.
    Night Walk 2031 is planned, nothing else is known of it.
    """
    pk, who = council.organisation.pk, by or council.secretariat
    actions.set_priorities(
        pk, [AreaEntry("water", "Clear water"), AreaEntry("air", "Clear air")], (), by=who, key=key()
    )
    series = [
        SeriesEntry(
            "Field Day", "water", "exercise", "clean rivers", names={"ru": "День в поле"}, aliases=("Fieldday",)
        ),
        SeriesEntry("Night Walk"),
    ]
    actions.enter_series(pk, series, by=who, key=key())
    held = {"participants": ("XAA", "XBB"), "absent": ("XCC",)}
    editions = [
        ActivityEntry("Field Day", "2030", "held", host="XAA", place="Aland Example", begins=date(2030, 5, 1), **held),
        ActivityEntry("Field Day", "2031", "planned", host="XBB", place="Bergen Example", when="autumn 2031"),
        ActivityEntry("Night Walk", "2031", "planned", known=EARLY),
    ]
    actions.enter_activities(pk, editions, by=who, key=key())
    actions.enter_turns(pk, [moved()], by=who, key=key())
    actions.tie_activities(pk, [tied()], by=who, key=key())
    return council


def moved(**values: object) -> TurnEntry:
    """Return how Field Day 2031 is moved from Bergen to Celle."""
    known: dict[str, object] = {"host": "XCC", "place": "Celle Example", "reason": "Bergen declined.", **values}
    return TurnEntry("Field Day", "2031", LATE, "moved", when="autumn 2031", **known)  # type: ignore[arg-type]


def tied(**values: object) -> TieEntry:
    """Return how the Night Walk is part of the Field Day of the same year."""
    known: dict[str, object] = {"other_series": "Field Day", "other": "2031", "known": EARLY, **values}
    return TieEntry("Night Walk", "2031", "part", **known)  # type: ignore[arg-type]
