"""A council with joint activities and operations: made through the actions that people use."""

from datetime import date
from decimal import Decimal

from accord.access import Subject
from accord.programme import actions
from accord.programme.values import (
    ActivityEntry,
    AreaEntry,
    OperationEntry,
    PhaseEntry,
    ResultEntry,
    SeriesEntry,
    TakingEntry,
    TieEntry,
    TurnEntry,
)
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


def operations_of(council: Council) -> Council:
    """Enter the operation Spring with a member, two phases (one known from June) and a result. Returns the council."""
    pk, by = council.organisation.pk, council.secretariat
    spring = OperationEntry("Spring", "keep springs clean", names={"ru": "Родник"}, aliases=("Springs",))
    actions.enter_operations(pk, [spring], by=by, key=key())
    actions.enter_takings(pk, [TakingEntry("Spring", ("XAA",), LATE)], by=by, key=key())
    actions.enter_phases(pk, [phase(), phase(name="Spring-2", known=LATE, participants=("XBB",))], by=by, key=key())
    actions.enter_results(pk, [result()], by=by, key=key())
    return council


def phase(**values: object) -> PhaseEntry:
    """Return the first phase of Spring."""
    known: dict[str, object] = {"begins": date(2030, 4, 1), "ends": date(2030, 4, 5), **values}
    return PhaseEntry("Spring", **{"name": "Spring-1", "state": "held", **known})  # type: ignore[arg-type]


def result(**values: object) -> ResultEntry:
    """Return what was published of the first phase on 1 February 2031."""
    known: dict[str, object] = {"what": "litter gathered", "figure": Decimal("1250.5"), "known": EARLY, "unit": "kg"}
    return ResultEntry("Spring", **{**known, "phase": "Spring-1", "exactness": "more", **values})  # type: ignore[arg-type]
