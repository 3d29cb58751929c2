"""What a report says otherwise than another report of the same event."""

from __future__ import annotations

from collections.abc import Iterator

from accord.engine.reading.coded import coded
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged, silence
from accord.engine.reading.model import Date, Discrepancy, Document, Evidence, Meeting, Person, Span, When
from accord.engine.reading.names import same_person
from accord.engine.reading.reading import Reading
from accord.engine.reading.titles import core_of
from accord.engine.said import say

_DONE = {"adopted": 3, "forwarded": 3, "agreed": 2, "discussed": 1, "planned": 0, "not-agreed": -1}


def against_report(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    """Yield what two reports of one event tell differently; ``others`` holds the words of the other report."""
    yield from _meetings(reading, other)
    yield from _people(reading, other)
    yield from _documents(reading, other)
    yield from _activities(reading, other)
    yield from _silences(reading, other)


def _there(other: Reading, evidence: Evidence) -> Span:
    return Span(evidence.start, evidence.end, other.report.text[evidence.start : evidence.end])


def _main(reading: Reading) -> Meeting | None:
    return next((each for each in reading.report.meetings if each.role == "main"), None)


def _day(value: Date | None) -> str | None:
    return value.first if isinstance(value, When) else value


def _meetings(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    one, two = _main(reading), _main(other)
    if one is None or two is None:
        return
    there = [_there(other, two.evidence)]
    begins, ends, other_begins, other_ends = _day(one.begins), _last(one.ends), _day(two.begins), _last(two.ends)
    if begins and other_begins and ends and other_ends and (begins, ends) != (other_begins, other_ends):
        apart = begins > other_ends or ends < other_begins
        yield flagged(
            reading,
            "date-conflict",
            ERROR if apart else NOTE,
            one.evidence,
            say("The other report has {begins} to {ends}.", begins=other_begins, ends=other_ends)
            if other_ends != other_begins
            else say("The other report has {begins}.", begins=other_begins),
            "other_report",
            other_begins,
            there,
        )
    if one.ordinal and two.ordinal and one.ordinal != two.ordinal:
        yield flagged(
            reading,
            "ordinal-conflict",
            ERROR,
            one.evidence,
            say("The other report calls it number {ordinal}.", ordinal=two.ordinal),
            "other_report",
            str(two.ordinal),
            there,
        )
    cities = _city(reading), _city(other)
    if (one.country and two.country and one.country != two.country) or (all(cities) and cities[0] != cities[1]):
        yield flagged(
            reading,
            "place-country",
            ERROR,
            one.evidence,
            say("The other report has {place}.", place=two.place or two.country),
            "other_report",
            two.place or two.country,
            there,
        )
    yield from _next(reading, other)


def _next(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    for one in reading.report.meetings:
        for two in other.report.meetings:
            begins, other_begins = _day(one.begins), _day(two.begins)
            if (
                one.role == two.role == "next"
                and begins
                and other_begins
                and (begins > (_last(two.ends) or other_begins) or (_last(one.ends) or begins) < other_begins)
            ):
                yield flagged(
                    reading,
                    "date-conflict",
                    AMBIGUITY,
                    one.evidence,
                    say("The other report has the next meeting for {other_begins}.", other_begins=other_begins),
                    "other_report",
                    other_begins,
                    [_there(other, two.evidence)],
                )


def _last(value: Date | None) -> str | None:
    return value.last if isinstance(value, When) else value


def _city(reading: Reading) -> str | None:
    main, lexicon = _main(reading), reading.mentions.lexicon
    return next((each.names["en"] for each in lexicon.cities if main and main.place in each.names.values()), None)


def _people(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    for one in reading.report.people:
        two = next((each for each in other.report.people if _is_same(one, each)), None)
        if two is None:
            continue
        there = [_there(other, two.evidence)]
        same_script = one.name.isascii() == two.name.isascii()
        if (
            same_script
            and one.name.casefold() != two.name.casefold()
            and len(one.name.split()) == len(two.name.split())
        ):
            yield flagged(
                reading,
                "name-variants",
                AMBIGUITY,
                one.evidence,
                say("The other report writes {name}.", name=two.name),
                "other_report",
                two.name,
                there,
            )
        if {one.attendance, two.attendance} == {"present", "absent"}:
            yield flagged(
                reading,
                "attendance-conflict",
                ERROR,
                one.evidence,
                say("The other report has {name} as {attendance}.", name=two.name, attendance=coded(two.attendance)),
                "other_report",
                two.attendance,
                there,
            )
        if same_script and one.posts and two.posts and not _share(one.posts, two.posts):
            yield flagged(
                reading,
                "post-mismatch",
                AMBIGUITY,
                one.evidence,
                say("The other report has {posts}.", posts=", ".join(two.posts)),
                "other_report",
                ", ".join(two.posts),
                there,
            )
        elif one.member and two.member and one.member != two.member:
            yield flagged(
                reading,
                "post-mismatch",
                ERROR,
                one.evidence,
                say("The other report has {name} for {member}.", name=two.name, member=two.member),
                "other_report",
                two.member,
                there,
            )


def _is_same(one: Person, other: Person) -> bool:
    return (one.id is not None and one.id == other.id) or same_person(one.name.split(), other.name.split())


def _share(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    words = [
        {
            word
            for title in titles
            for word in title.casefold().replace("-", " ").split()
            if word not in ("of", "the", "for")
        }
        for titles in (one, other)
    ]
    return (
        bool(words[0] & words[1] - {"minister", "министр", "general", "deputy", "заместитель"})
        or words[0] <= words[1]
        or words[1] <= words[0]
    )


def _documents(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    for one in reading.report.documents:
        for two in other.report.documents:
            there = [_there(other, two.evidence)]
            if one.count and two.count and one.kind == two.kind and one.count != two.count:
                yield flagged(
                    reading,
                    "number-conflict",
                    ERROR,
                    one.evidence,
                    say("The other report has {count}.", count=two.count),
                    "other_report",
                    str(two.count),
                    there,
                )
            elif one.action != two.action and _is_one(reading, other, one, two):
                severity = ERROR if "not-agreed" in (one.action, two.action) else AMBIGUITY
                yield flagged(
                    reading,
                    "action-conflict",
                    severity,
                    one.evidence,
                    say("Here {here}; the other report has {there}.", here=coded(one.action), there=coded(two.action)),
                    "other_report",
                    two.action,
                    there,
                )


def _is_one(reading: Reading, other: Reading, one: Document, two: Document) -> bool:
    """Whether two reports tell of one document: by its title; without a title of the same count."""
    if one.kind != two.kind and "documents" not in (one.kind, two.kind):
        return False
    if one.count and one.count == two.count:
        return True
    first, second = core_of(one.title), core_of(two.title)
    shared = len(first & second)
    return (
        shared >= 2
        and shared >= 0.6 * min(len(first), len(second))
        and reading.mentions.script.language == other.mentions.script.language
    )


def _activities(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    for one in reading.report.activities:
        for two in other.report.activities:
            if one.series.name.casefold() != two.series.name.casefold():
                continue
            there = [_there(other, two.evidence)]
            if (
                one.year_as_written
                and two.year_as_written
                and one.year_as_written != two.year_as_written
                and (one.year or two.year) in (two.year_as_written, one.year)
            ):
                yield flagged(
                    reading,
                    "wrong-year",
                    AMBIGUITY,
                    one.evidence,
                    say("The other report has {year}.", year=two.year_as_written),
                    "other_report",
                    str(two.year_as_written),
                    there,
                )
            if one.year != two.year:
                continue
            if one.host and two.host and one.host != two.host:
                yield flagged(
                    reading,
                    "place-country",
                    ERROR,
                    one.evidence,
                    say("The other report has {host} as host.", host=two.host),
                    "other_report",
                    two.host,
                    there,
                )
            if "cancelled" in (one.state, two.state) and one.state != two.state:
                yield flagged(
                    reading,
                    "action-conflict",
                    ERROR,
                    one.evidence,
                    say("Here {here}; the other report has it {there}.", here=coded(one.state), there=coded(two.state)),
                    "other_report",
                    two.state,
                    there,
                )
            begins, other_begins = _day(one.when), _day(two.when)
            if begins and other_begins and (begins > (_last(two.when) or "") or (_last(one.when) or "") < other_begins):
                yield flagged(
                    reading,
                    "date-conflict",
                    AMBIGUITY,
                    one.evidence,
                    say("The other report has {begins}.", begins=other_begins),
                    "other_report",
                    other_begins,
                    there,
                )


def _silences(reading: Reading, other: Reading) -> Iterator[Discrepancy]:
    """Yield that somebody was absent, where only the other report says so."""
    for two in other.report.people:
        if two.attendance == "absent" and not any(_is_same(one, two) for one in reading.report.people):
            yield silence(
                say("The other report has {name} as absent; this one does not say so.", name=two.name),
                "other_report",
                two.name,
            )
