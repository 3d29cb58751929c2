"""What a report says otherwise than the register: names, kinds, areas, hosts; its meeting is compared apart."""

from __future__ import annotations

from collections.abc import Iterator

from accord.engine.reading.areas import area_of
from accord.engine.reading.discrepancies.places import AMBIGUITY, ERROR, NOTE, flagged
from accord.engine.reading.discrepancies.register_meeting import meeting_differs, same_event
from accord.engine.reading.model import Activity, Discrepancy
from accord.engine.reading.names import plain
from accord.engine.reading.reading import Reading
from accord.engine.said import joined, say


def against_register(reading: Reading) -> Iterator[Discrepancy]:
    """Yield what does not fit the register; nothing for a report about another organisation."""
    if not reading.mentions.is_registers_own:
        return
    yield from _people(reading)
    yield from _operations(reading)
    yield from _organ_names(reading)
    yield from _plural(reading)
    yield from _activities(reading)
    yield from _areas(reading)
    yield from _wishes(reading)
    yield from _priorities(reading)
    for known in reading.mentions.register.meetings:
        main = next((each for each in reading.report.meetings if each.role == "main" and same_event(each, known)), None)
        if main is not None:
            yield from meeting_differs(reading, main, known)


def _people(reading: Reading) -> Iterator[Discrepancy]:
    for person, found in zip(reading.cast.people, reading.cast.found, strict=True):
        known = found.known
        if known is None:
            continue
        others = [form for form in known.forms if "*" not in form and _script(form) == _script(person.name)]
        run = found.runs[0]
        if _script(known.name) == _script(person.name) and person.name.casefold() != known.name.casefold():
            yield flagged(
                reading,
                "name-variants",
                AMBIGUITY,
                (run.first, run.last),
                say("The register writes {name}.", name=known.name),
                "register",
                known.name,
            )
        elif others:
            yield flagged(
                reading,
                "name-variants",
                NOTE,
                (run.first, run.last),
                say("Other reports write {others}.", others=", ".join(others)),
                "register",
                known.name,
            )
        posts = known.more.get("posts", "")
        for title in person.posts:
            if title.casefold() == "director general" and "secretary general" in posts.casefold():
                yield flagged(
                    reading,
                    "post-mismatch",
                    ERROR,
                    (run.first, run.last),
                    say("The register has another title."),
                    "register",
                    posts,
                )
        if person.member and known.more.get("member") and person.member != known.more["member"]:
            yield flagged(
                reading,
                "post-mismatch",
                ERROR,
                (run.first, run.last),
                say("The register has this person for {member}.", member=known.more["member"]),
                "register",
                known.more["member"],
            )


def _script(name: str) -> bool:
    return name.isascii()


def _operations(reading: Reading) -> Iterator[Discrepancy]:
    """Yield operations named otherwise than in the register: translated, or in another spelling."""
    known = {each.id: each for each in reading.mentions.register.operations}
    for each in reading.report.operations:
        written = reading.report.text[each.evidence.start : each.evidence.end]
        name = written.partition("-")[0].partition("–")[0].strip()
        if each.id in known and plain(name) != plain(each.name) and _script(name) == _script(each.name):
            yield flagged(
                reading,
                "name-variants",
                NOTE,
                each.evidence,
                say("The register calls this operation {name}.", name=each.name),
                "register",
                each.name,
            )


def _organ_names(reading: Reading) -> Iterator[Discrepancy]:
    """Yield the first place where an organ stands under another name than the register's."""
    script, seen = reading.mentions.script, set[str]()
    known = {each.id: each for each in reading.mentions.register.organs}
    for organ in reading.mentions.organs:
        written = script.quote(*organ.own)
        if (
            organ.named.id is None
            or organ.named.id in seen
            or organ.kind.is_meeting
            or organ.kind.is_gathered
            or " " not in written
            or script.language != "en"
        ):
            continue
        name = known[organ.named.id].name
        if organ.kind.id != "working-group" and _words(written) != _words(name):
            seen.add(organ.named.id)
            yield flagged(
                reading,
                "title-variant",
                NOTE,
                organ.own,
                say("The register calls this organ {name}.", name=name),
                "register",
                name,
            )


def _words(name: str) -> str:
    return " ".join(name.casefold().replace("’", "").replace("'", "").replace("defence", "defense").split())


def _plural(reading: Reading) -> Iterator[Discrepancy]:
    """Yield organs in the plural of which the register has one."""
    script = reading.mentions.script
    for organ in reading.mentions.organs:
        words = [token.folded for token in script.tokens[organ.own[0] : organ.own[1]]]
        known = reading.mentions.register.organ_table.at(
            script.tokens, organ.own[0], min(len(script.tokens), organ.own[1] + 6)
        )
        if known is not None and (
            "groups" in words or words[:2] in (["рабочие", "группы"], ["рабочих", "групп"], ["рабочим", "группам"])
        ):
            yield flagged(
                reading,
                "plural",
                NOTE,
                (organ.own[0], known.last),
                say("The register has one: {name}.", name=known.value.name),
                "register",
                known.value.name,
            )


def _activities(reading: Reading) -> Iterator[Discrepancy]:
    register = reading.mentions.register
    kinds = {each.id: each.more.get("kind", "") for each in register.series}
    for each in reading.report.activities:
        yield from _exercise_kind(reading, each, kinds.get(each.series.id or "", ""))
        turns = [one for one in register.editions if one.series == each.series.name and one.year == each.year]
        hosts = [one.host for one in turns if one.host]
        if each.host and hosts and each.host not in hosts:
            yield flagged(
                reading,
                "place-country",
                ERROR,
                each.evidence,
                say("The register has {host} as the host of {name}.", host=hosts[-1], name=each.name),
                "register",
                hosts[-1],
            )
        if turns and turns[-1].state == "cancelled" and each.state == "held":
            yield flagged(
                reading,
                "action-conflict",
                ERROR,
                each.evidence,
                say("The register has {name} as cancelled.", name=each.name),
                "register",
                "cancelled",
            )
    yield from _territory(reading)


def _exercise_kind(reading: Reading, activity: Activity, kind: str) -> Iterator[Discrepancy]:
    """Yield a special exercise that is called a command and staff one."""
    mentions = reading.mentions
    first = mentions.script.token_from(activity.evidence.start)
    sentence = mentions.script.sentence_at(first)
    for hit in mentions.hits("exercise_kinds", first, min(sentence.last, first + 12)):
        if kind == "special" and hit.value == "command-staff":
            yield flagged(
                reading,
                "rank-mismatch",
                ERROR,
                (first, hit.last),
                say(
                    "The register has {name} as a special exercise, not a command and staff one.",
                    name=activity.series.name,
                ),
                "register",
                say("special exercise"),
            )
            return


def _territory(reading: Reading) -> Iterator[Discrepancy]:
    """Yield "in its territory": the country alone, while the register knows the place, or knows of none."""
    mentions = reading.mentions
    for sentence in mentions.script.sentences:
        for hit in mentions.hits("territory_words", sentence.first, sentence.last):
            named = [
                each
                for each in reading.report.activities
                if mentions.script.tokens[sentence.first].start
                <= each.evidence.start
                <= mentions.script.tokens[sentence.last - 1].end
            ]
            places = {
                one.place
                for each in named
                for one in mentions.register.editions
                if one.series == each.series.name and one.year == each.year and one.place
            }
            if named:
                where = ", ".join(sorted(places))
                yield flagged(
                    reading,
                    "place-country",
                    NOTE,
                    (hit.first, hit.last),
                    say("Only the country is said; a place is a country and a region or city."),
                    "register",
                    where or None,
                )


def _areas(reading: Reading) -> Iterator[Discrepancy]:
    """Yield operations whose area is not among those that the report ties them to."""
    mentions = reading.mentions
    known = {each.id: each.more.get("area", "") for each in mentions.register.operations}
    for sentence in mentions.script.sentences:
        for hit in mentions.hits("part_of_these", sentence.first, sentence.last):
            keys = {each.value for each in mentions.hits("areas", hit.last, sentence.last)}
            ids = {found[0] for key in keys if (found := area_of(mentions.lexicon, mentions.register, key))} | keys
            for operation in reading.report.operations:
                area = known.get(operation.id or "", "")
                if area and area not in ids:
                    yield flagged(
                        reading,
                        "unlisted",
                        NOTE,
                        (hit.first, sentence.last),
                        say(
                            "{operation} belongs to the area “{area}”, which is not named here.",
                            operation=operation.name,
                            area=area,
                        ),
                        "register",
                        area,
                        [operation.evidence],
                    )


def _wishes(reading: Reading) -> Iterator[Discrepancy]:
    """Yield a practice of inviting that is a wish, and structures that are taken for organisations."""
    mentions = reading.mentions
    for sentence in mentions.script.sentences:
        structures = [each for each in mentions.organisations_in(sentence.first, sentence.last) if each.value.parent]
        for hit in mentions.hits("inviting", sentence.first, sentence.last):
            owners = [mentions.lexicon.by_id[each.value.parent or ""].short["en"] for each in structures]
            pairs = zip(structures, owners, strict=True)
            names = joined(
                ", ",
                (
                    say("{name} is a structure of {owner}", name=each.value.names["en"], owner=owner)
                    for each, owner in pairs
                ),
            )
            wish = say("A wish: no invitation was issued.")
            yield flagged(
                reading,
                "action-conflict",
                AMBIGUITY,
                (hit.first, hit.last),
                say("A wish: no invitation was issued. {names}.", names=names) if names else wish,
                "register",
                "proposed",
                [(each.first, each.last) for each in structures],
            )


def _priorities(reading: Reading) -> Iterator[Discrepancy]:
    """Yield priorities that are said to be set out now, while the register knows when they were announced."""
    mentions = reading.mentions
    announced = next(
        (each.more["announced"] for each in mentions.register.priorities if each.more.get("announced")), None
    )
    if announced is None or int((mentions.reported.value or announced)[:4]) - int(announced[:4]) > 1:
        return  # those of another chairmanship
    for sentence in mentions.script.sentences:
        for name in ("outlined", "course_of"):
            for hit in mentions.hits(name, sentence.first, sentence.last):
                why = say(
                    "Announced on {announced}: to set priorities out and to report on them are two things.",
                    announced=announced,
                )
                yield flagged(reading, "action-conflict", NOTE, (hit.first, hit.last), why, "register", announced)
