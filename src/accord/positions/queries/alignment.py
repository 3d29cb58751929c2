"""
How near the delegations of a text are on its open choices, for those whom the organisation allows to see it.

It is computed from the versions of the text alone, which all who see names can read in the room; what is not tabled,
and what the chair alone was told, is not in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from accord.access import Allow, NotVisible, Subject
from accord.drafting.models import Closing, Objection, Text, Version
from accord.drafting.queries.building import Lens
from accord.drafting.queries.entering import lens_of
from accord.drafting.queries.rows import current, text_row
from accord.engine import alignment as engine
from accord.engine import text as texts
from accord.engine.alignment import Approaches, Offered
from accord.engine.text.wanting import Wanted, members_of, wanted
from accord.positions.access import may_see_alignment, may_set_showing
from accord.positions.pages.alignment import (
    AlignmentPage,
    Course,
    Dot,
    Figure,
    MapPage,
    OpenPoint,
    PairCell,
    PairLine,
    PairRow,
    PlaceRow,
    Side,
)
from accord.positions.placing import dots
from accord.positions.queries.rounds import rounds_of
from accord.positions.queries.showing import circle_of

FEWEST_ON_MAP = 3
MOST_IN_MATRIX = 40
LISTED = 15
"""Pairs listed from either end where there is no matrix."""
STEPS = 5


def alignment_page(by: Subject, text_id: str) -> AlignmentPage:
    """
    Return how near the delegations of a text are.

    Raises:
        NotVisible: ``by`` is not admitted to the text, or the organisation does not show it to such as ``by``.
    """
    text = text_row(by, text_id)
    circle = circle_of(text.organisation_id)
    if not isinstance(may_see_alignment(by, text.organisation_id, circle), Allow):
        raise NotVisible
    version = current(text)
    body = version.body
    lens = lens_of(by, text, body)
    open_ = _wanted(version.pk)
    found = _compared(open_, members_of(body), _objected(text))
    measures = texts.measures(body)
    rounds = rounds_of(text)
    drawn = _drawn(found, rounds) if found else None
    many = found is not None and len(found.members) > MOST_IN_MATRIX
    ranked = sorted(engine.pairs(found), key=lambda each: -each.similarity) if found and many else []
    return AlignmentPage(
        id=text.pk,
        title=text.title,
        symbol=text.symbol,
        sample=text.sample,
        number=version.number,
        label=version.label,
        at=version.at,
        members=lens.holders(members_of(body)),
        silent=lens.holders(set(members_of(body)) - {code for each in open_ for code in each.wants}),
        figure=figure_of(found) if found else None,
        pairs=pair_rows(found, drawn, lens) if found and drawn and not many else (),
        nearest=_listed(ranked[:LISTED], lens),
        farthest=_listed(ranked[: -LISTED - 1 : -1], lens),
        points=tuple(_points(found, open_, body, lens)) if found else (),
        map=map_page(drawn, lens) if drawn and len(drawn.places) >= FEWEST_ON_MAP else None,
        blocs=tuple(lens.holders(bloc) for bloc in engine.suggested_blocs(found)) if found else (),
        course=tuple(_course(rounds)),
        agreed=measures.agreed,
        blocks=measures.blocks,
        may_set=isinstance(may_set_showing(by, text.organisation), Allow),
        shown_to=circle,
    )


# What is read


@lru_cache(maxsize=512)
def _wanted(version_id: str) -> tuple[Wanted, ...]:
    """Return the open choices of a version; it never changes, so they are worked out once."""
    return wanted(Version.objects.get(pk=version_id).body)


@lru_cache(maxsize=512)
def _members(version_id: str) -> tuple[str, ...]:
    return members_of(Version.objects.get(pk=version_id).body)


def _objected(text: Text) -> frozenset[str]:
    """Return the choices on which a delegation objects to how the chair proposes to close them."""
    rows = Objection.objects.filter(text=text, closing__state__in=Closing.OPEN)
    return frozenset(rows.values_list("closing__choice", flat=True))


def _offered(open_: tuple[Wanted, ...], objected: frozenset[str]) -> Iterator[Offered]:
    for each in open_:
        yield Offered(each.choice, len(each.wordings), each.wants, each.block, objected=each.choice in objected)


def _compared(open_: tuple[Wanted, ...], members: tuple[str, ...], objected: frozenset[str]) -> Approaches | None:
    """Return the approaches; None where nothing is open, or there are not two members."""
    if not open_ or len(members) < 2:
        return None
    return engine.on_choices(_offered(open_, objected), members)


# Parts of the page


def figure_of(found: Approaches) -> Figure:
    """Return the headline of these approaches."""
    head = engine.headline(found)
    return Figure(
        value=head.value,
        lower=head.lower,
        upper=head.upper,
        coverage=head.coverage,
        interval=head.interval,
        indicative=head.indicative,
        alpha=head.alpha,
        large=head.is_large_extent,
        similar=head.similar,
        points=head.points,
    )


def pair_rows(found: Approaches, drawn: engine.Map, lens: Lens) -> tuple[PairRow, ...]:
    """Return the matrix; members that are alike stand beside each other as far as one row allows."""
    known = {(pair.a, pair.b): pair for pair in engine.pairs(found)}
    known |= {(b, a): pair for (a, b), pair in known.items()}
    order = _by_likeness(found, drawn)
    return tuple(PairRow(lens.holder(row), tuple(_cell(row, code, known) for code in order)) for row in order)


def _listed(pairs: Sequence[engine.Pair], lens: Lens) -> tuple[PairLine, ...]:
    return tuple(PairLine(lens.holder(each.a), lens.holder(each.b), each.same, each.n) for each in pairs)


def _cell(row: str, column: str, known: Mapping[tuple[str, str], engine.Pair]) -> PairCell:
    if row == column:
        return PairCell("self")
    pair = known.get((row, column))
    if pair is None:
        return PairCell("few")
    return PairCell("shown", pair.same, pair.n, min(STEPS, int(pair.similarity * STEPS) + 1))


def _by_likeness(found: Approaches, drawn: engine.Map) -> list[str]:
    """Return the members along the first axis of the map; those without a place last."""
    place = {each.member: each.x for each in drawn.places}
    return sorted(found.members, key=lambda code: (code not in place, place.get(code, 0.0), code))


def _points(found: Approaches, open_: tuple[Wanted, ...], body: texts.Text, lens: Lens) -> Iterator[OpenPoint]:
    """Yield the open choices, those that divide most evenly first."""
    labels = dict(zip((block.id for block in body.blocks), texts.labels(body), strict=True))
    standings = zip(open_, engine.standings(found), strict=True)
    ranked = sorted(standings, key=lambda each: 2.0 if each[1].similarity is None else each[1].similarity)
    for each, standing in ranked:
        yield OpenPoint(
            number=each.choice,
            label=labels[each.block],
            block=each.block,
            state=standing.state,
            similarity=standing.similarity,
            sides=_sides(each, lens),
            silent=lens.holders([code for code in found.members if code not in each.wants]),
            objected=each.choice in found.objected,
        )


def _sides(choice: Wanted, lens: Lens) -> tuple[Side, ...]:
    holding = {
        index: [code for code, wants in choice.wants.items() if wants == index] for index in range(len(choice.wordings))
    }
    ranked = sorted(holding, key=lambda index: (-len(holding[index]), index))
    wordings = [(index, choice.wordings[index].strip()) for index in ranked]
    return tuple(Side(words, lens.holders(holding[index]), index == 0) for index, words in wordings if holding[index])


def _drawn(found: Approaches, rounds: tuple[Version, ...]) -> engine.Map:
    """Return the map, turned to that of the round before where there is one."""
    before = [_compared(_wanted(row.pk), _members(row.pk), frozenset()) for row in rounds[-2:-1]]
    earlier = engine.draw_map(before[0]) if before and before[0] else None
    return engine.draw_map(found, earlier)


def map_page(drawn: engine.Map, lens: Lens) -> MapPage:
    """Return the map as it is drawn."""
    return MapPage(
        dots=_dots(drawn, lens),
        places=tuple(PlaceRow(lens.holder(each.member), each.x, each.y, each.moves) for each in drawn.places),
        explained=drawn.explained,
        left_out=lens.holders(drawn.left_out),
        few_points=drawn.few_points,
        weak=drawn.weak,
    )


def _dots(drawn: engine.Map, lens: Lens) -> tuple[Dot, ...]:
    return tuple(Dot(lens.holders(each.members), each.x, each.y, each.moves) for each in dots(drawn.places))


def _course(rounds: tuple[Version, ...]) -> Iterator[Course]:
    tables = [_compared(_wanted(row.pk), _members(row.pk), frozenset()) for row in rounds]
    for (before, here), row in zip(pairwise([None, *tables]), rounds, strict=True):
        yield _round(row, before, here)


def _round(row: Version, before: Approaches | None, here: Approaches | None) -> Course:
    head = engine.headline(here) if here else None
    then, now = (frozenset(point.id for point in each.points) if each else frozenset() for each in (before, here))
    change = _change(before, here)
    return Course(
        label=row.label,
        number=row.number,
        at=row.at,
        choices=len(now),
        value=head.value if head else None,
        lower=head.lower if head else None,
        upper=head.upper if head else None,
        coverage=head.coverage if head else None,
        closed=len(then - now),
        raised=len(now - then),
        common=len(then & now),
        difference=change.difference if change else None,
        interval=change.interval if change else None,
    )


def _change(before: Approaches | None, here: Approaches | None) -> engine.Change | None:
    """Return how similarity changed on the choices that are open in both; None where nothing can be compared."""
    if before is None or here is None:
        return None
    try:
        return engine.change(before, here)
    except engine.NotComparable:
        return None
