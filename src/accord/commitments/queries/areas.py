"""Areas of cooperation as a tree, with all that belongs to each and to what is below it, as on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext_lazy

from accord.access import NotVisible, Subject
from accord.commitments.pages import AreaPage, AreaRow, AreasPage, AreaThing
from accord.commitments.queries.lines import commitments_on, measures_on
from accord.commitments.queries.page import organisation_row
from accord.commitments.wording import area_sentence, areas_sentence
from accord.documents.queries.rows import known_on, shown_name, visible_documents
from accord.members.basis import Basis
from accord.members.pages import Called
from accord.members.queries import shown_day
from accord.members.queries.naming import NameBook, book_of
from accord.positions.queries.positions import position_list
from accord.positions.queries.situations import visible_situations
from accord.programme.models import STANDS, Area, Belonging
from accord.programme.queries import activity_list, series_list
from accord.programme.queries.activities import enters
from accord.programme.queries.striking import struck_of
from accord.programme.queries.visible import visible_areas, visible_operations, visible_priorities

KINDS = (
    ("organ", gettext_lazy("Organs")),
    ("priority", gettext_lazy("Priorities")),
    ("measure", gettext_lazy("Measures")),
    ("commitment", gettext_lazy("Commitments")),
    ("document", gettext_lazy("Documents")),
    ("series", gettext_lazy("Series of activities")),
    ("activity", gettext_lazy("Joint activities")),
    ("operation", gettext_lazy("Operations")),
    ("partner", gettext_lazy("Partners")),
    ("situation", gettext_lazy("Situations")),
    ("position", gettext_lazy("Positions")),
)
"""What belongs to areas, in the order in which pages show it."""

Held = tuple[str, str, AreaThing]
"""Kind of a thing, key of its area, and the thing."""


@dataclass(frozen=True, slots=True)
class Tree:
    """The areas of an organisation, each behind the one that it is a part of."""

    rows: tuple[Area, ...]
    depth: Mapping[int, int]

    def below(self, row: Area) -> tuple[Area, ...]:
        """Return an area and all that is below it, in order."""
        start = self.rows.index(row)
        end = start + 1
        while end < len(self.rows) and self.depth[self.rows[end].pk] > self.depth[row.pk]:
            end += 1
        return self.rows[start:end]


def areas_page(by: Subject, organisation_id: str, on: date | None = None) -> AreasPage:
    """Return all areas as a tree, with how much each holds on a day. Raises NotVisible."""
    day = on or shown_day(organisation_row(by, organisation_id))
    tree, held = _tree(by, organisation_id), tuple(_held(by, organisation_id, day))
    kinds = {kind for kind, _area, _thing in held}
    rows = tuple(_row(tree, row, held) for row in tree.rows)
    return AreasPage(
        day=day,
        sentence=areas_sentence(rows),
        rows=rows,
        kinds=tuple((name, str(label)) for name, label in KINDS if name in kinds),
        enters=enters(by, organisation_id),
    )


def area_page(by: Subject, organisation_id: str, key: str, on: date | None = None) -> AreaPage:
    """Return one area with all that belongs to it and to what is below it on a day. Raises NotVisible."""
    day = on or shown_day(organisation_row(by, organisation_id))
    tree, held = _tree(by, organisation_id), tuple(_held(by, organisation_id, day))
    found = next((row for row in tree.rows if row.key == key), None)
    if found is None:
        raise NotVisible
    row, keeps = _row(tree, found, held), enters(by, organisation_id)
    return AreaPage(
        day=day,
        sentence=area_sentence(row),
        row=row,
        path=tuple(_path(found)),
        parts=tuple(_row(tree, each, held) for each in tree.below(found)[1:]),
        groups=tuple(_groups({each.key for each in tree.below(found)}, held)),
        struck=struck_of(found) if keeps else (),
        enters=keeps,
    )


def _tree(by: Subject, organisation_id: str) -> Tree:
    rows = list(visible_areas(by).filter(organisation=organisation_id))
    named = {row.pk: row for row in rows}
    parts: dict[int | None, list[Area]] = defaultdict(list)
    for row in rows:
        row.parent = named.get(row.parent_id) if row.parent_id else None
        parts[row.parent_id].append(row)
    depth: dict[int, int] = {}
    return Tree(tuple(_walk(parts, None, 0, depth)), depth)


def _walk(parts: Mapping[int | None, list[Area]], parent: int | None, at: int, depth: dict[int, int]) -> Iterator[Area]:
    for row in parts.get(parent, ()):
        depth[row.pk] = at
        yield row
        yield from _walk(parts, row.pk, at + 1, depth)


def _path(row: Area) -> Iterator[tuple[str, str]]:
    """Yield key and name of the areas above one, the highest first."""
    if row.parent is not None:
        yield from _path(row.parent)
        yield row.parent.key, row.parent.name


def _row(tree: Tree, row: Area, held: Sequence[Held]) -> AreaRow:
    below = {each.key for each in tree.below(row)}
    counts: dict[str, int] = defaultdict(int)
    for kind, area, _thing in held:
        counts[kind] += area in below
    parent = row.parent.key if row.parent else ""
    holds = tuple((str(label), counts[name]) for name, label in KINDS if counts.get(name))
    return AreaRow(row.key, row.name, tree.depth[row.pk], parent, dict(counts), holds, Basis.of(row))


def _groups(keys: set[str], held: Sequence[Held]) -> Iterator[tuple[str, tuple[AreaThing, ...]]]:
    for name, label in KINDS:
        things = tuple(thing for kind, area, thing in held if kind == name and area in keys)
        if things:
            yield str(label), things


# What belongs to areas


def _held(by: Subject, organisation_id: str, day: date) -> Iterator[Held]:
    """Yield everything that belongs to an area and that ``by`` sees on a day."""
    book = book_of(organisation_id)
    yield from _belonging(by, organisation_id, day, book)
    yield from _priorities(by, organisation_id, day)
    for line in (*measures_on(by, organisation_id, day), *commitments_on(by, organisation_id, day)):
        if line.area_key:
            thing = AreaThing(Called(line.words), line.state, ("followed", line.id), line.area, line.basis)
            yield line.kind, line.area_key, thing
    yield from _activities(by, organisation_id, day)
    yield from _positions(by, organisation_id, day)
    for row in visible_operations(by).filter(organisation=organisation_id).select_related("area"):
        if row.area:
            title = book.called(f"operation {row.key}", row.name)
            address = ("operation", row.key)
            thing = AreaThing(title, "", address, row.area.name, Basis.of(row), row.purpose)
            yield "operation", row.area.key, thing


def _positions(by: Subject, organisation_id: str, day: date) -> Iterator[Held]:
    names = dict(visible_areas(by).filter(organisation=organisation_id).values_list("key", "name"))
    for line in position_list(by, organisation_row(by, organisation_id), day):
        if line.area:
            about = " · ".join(filter(None, (str(line.holder.name) or line.label, line.said)))
            address, name = ("position", line.id), names.get(line.area, "")
            yield "position", line.area, AreaThing(Called(line.words), about, address, name, line.basis)


def _priorities(by: Subject, organisation_id: str, day: date) -> Iterator[Held]:
    rows = visible_priorities(by).filter(Q(announced=None) | Q(announced__lte=day), organisation=organisation_id)
    for row in rows.exclude(area=None).select_related("area", "programme__term__member"):
        term = row.programme.term if row.programme else None
        about = f"{term.member.code} {term.begins.year}" if term else ""
        if row.area:
            thing = AreaThing(Called(row.name), about, ("implementation",), row.area.name, Basis.of(row))
            yield "priority", row.area.key, thing


def _activities(by: Subject, organisation_id: str, day: date) -> Iterator[Held]:
    lines = activity_list(by, organisation_id, day)
    known = {line.series_key for line in lines}
    areas = {}
    for series in series_list(by, organisation_id):
        areas[series.key] = series.area_key
        if series.area_key and series.key in known:
            thing = AreaThing(series.name, "", ("series", series.key), series.area, series.basis, series.kind)
            yield "series", series.area_key, thing
    for line in lines:
        if key := line.area_key or areas.get(line.series_key, ""):
            about = " · ".join(filter(None, (line.state, line.days)))
            address = ("activity", line.series_key, line.key)
            yield "activity", key, AreaThing(Called(line.title), about, address, line.area, line.basis)


def _belonging(by: Subject, organisation_id: str, day: date, book: NameBook) -> Iterator[Held]:
    rows = Belonging.objects.filter(area__in=visible_areas(by).filter(organisation=organisation_id), **STANDS)
    found = list(rows.select_related("area", "organ", "partner", "document", "situation"))
    papers = _seen(known_on(visible_documents(by), day), [row.document_id for row in found])
    seen = _seen(visible_situations(by), [row.situation_id for row in found])
    for row in found:
        if row.organ and (row.organ.founded is None or row.organ.founded <= day):
            title, place = book.organ(row.organ), ("organ", row.organ.key)
            yield "organ", row.area.key, _tied(row, title, place, row.organ.level)
        elif row.partner:
            place = ("partner", row.partner.code)
            yield "partner", row.area.key, _tied(row, book.partner(row.partner), place)
        elif row.document and row.document_id in papers:
            place = ("document", row.document.pk)
            yield "document", row.area.key, _tied(row, Called(shown_name(row.document)), place)
        elif row.situation and row.situation_id in seen:
            place = ("situation", row.situation.handle)
            yield "situation", row.area.key, _tied(row, Called(row.situation.name), place)


def _tied(row: Belonging, title: Called, address: tuple[str, ...], words: str = "") -> AreaThing:
    return AreaThing(title, "", address, row.area.name, Basis.of(row), words, row.handle)


def _seen(rows: object, wanted: Sequence[object]) -> set[object]:
    """Return the keys of those wanted rows that come through this door; no query where none is wanted."""
    named = [pk for pk in wanted if pk]
    return set(rows.filter(pk__in=named).values_list("pk", flat=True)) if named else set()  # type: ignore[attr-defined]
