"""The list of people in public office: a row is a post that a person holds; without a post it is the person alone."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.errors import Wrong
from accord.lists.queries.declared.common import (
    SOURCE,
    aliases_column,
    all_faults,
    other_names,
    sourced,
    together,
)
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.members.models import Post
from accord.members.over_time import Held, clash, unfit_addition, unfit_posts
from accord.members.queries.people import people_of

_DAYS = ("since", "until", "seen")
_SEATS = ("member", "partner", "organ")


def _who(cell: str, book: Book) -> str:
    """Return the registered name of a person; one that is not known is new. Raises Wrong: several are so called."""
    name = str(cells.words(120)(cell, book))
    keys = book.people.keys_of(name)
    return book.people.names[book.people.key_of(name)] if keys else name


def _known(scope: Scope) -> list[Known]:
    found = []
    for person in people_of(scope.organisation):
        plain = {"name": person.name, **other_names(scope.book.people, person.pk, "name")}
        posts = [post for post in person.posts.all() if _held(post, scope)]
        found.append(Known({**plain, **sourced(person)}, person.pk, apart=bool(person.posts.all())))
        earlier: list[Post] = []
        for post in posts:
            found.append(Known({**plain, **_post_values(post, earlier), **sourced(post)}, post.pk))
            earlier.append(post)
    return found


def _held(post: Post, scope: Scope) -> bool:
    return scope.on is None or (post.since or scope.on) <= scope.on <= (post.until or scope.on)


def _post_values(post: Post, earlier: Sequence[Post]) -> dict[str, Any]:
    beside = any(next(unfit_posts([_as_held(each), _as_held(post)]), "") for each in earlier)
    return {
        "post": post.title,
        "member": post.member.code if post.member else "",
        "partner": post.partner.code if post.partner else "",
        "organ": post.organ.key if post.organ else "",
        "chairs": post.chairs,
        "since": post.since,
        "until": post.until,
        "seen": post.seen,
        "beside": beside,
    }


def _as_held(post: Post) -> Held:
    side = f"member {post.member.code}" if post.member else f"partner {post.partner.code}" if post.partner else ""
    return Held(post.title, side, post.since, post.until)


def _identity(values: Values) -> Hashable:
    seats = tuple(values.get(name) or "" for name in _SEATS)
    return values["name"], str(values.get("post") or "").casefold(), *seats


def _find(values: Values, index: Mapping[Hashable, Sequence[Known]]) -> Known | None:
    """Return the post that is meant: of the same first day, else the only one of which no other first day is known."""
    held = index.get(_identity(values), ())
    if not values.get("post"):
        return next(iter(held), None)
    since = values.get("since")
    same = [each for each in held if each.values["since"] == since]
    if same:
        return same[0]
    open_ones = list(held) if since is None else [each for each in held if each.values["since"] is None]
    if len(open_ones) > 1:
        raise Wrong(_("This person held this post several times. Give the first day."), "since")
    return open_ones[0] if open_ones else None


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    entered: dict[str, dict[Any, Held]] = {}
    for known in scope.entered:
        if known.values.get("post"):
            entered.setdefault(known.values["name"], {})[known.id] = _as_entered(known.values)
    for name, places in together(rows, lambda values: values["name"]).items():
        yield from _check_person(rows, places, dict(entered.get(str(name), {})))


def _check_person(
    rows: Sequence[Planned], places: Sequence[int], entered: dict[Any, Held]
) -> Iterator[tuple[int, Fault]]:
    """Yield the rows of one person that cannot stand beside what is entered, or beside one another."""
    held: dict[int, Held] = {}
    for place in places:
        each = rows[place]
        if not each.whole.get("post"):
            yield from _without_post(place, each)
        elif each.verdict != "same":
            held[place] = _as_entered(each.whole)
            entered.pop(each.known.id if each.known else None, None)
    for place, post in held.items():
        yield from all_faults([place], unfit_addition(post, tuple(entered.values())), "post")
    for one, other in combinations(held, 2):
        yield from all_faults([one, other], clash(held[one], held[other]), "post")


def _without_post(place: int, each: Planned) -> Iterator[tuple[int, Fault]]:
    if any(each.values.get(name) for name in (*_SEATS, *_DAYS)):
        yield place, Fault("post", _("Which post is it? Days, member and organ are those of a post."))


def _as_entered(values: Values) -> Held:
    member, partner = values.get("member"), values.get("partner")
    side = f"member {member}" if member else f"partner {partner}" if partner else ""
    return Held(str(values["post"]), side, values.get("since"), values.get("until"), bool(values.get("beside")))


PEOPLE = DeclaredList(
    key="people",
    title=gettext_lazy("People in office"),
    row=gettext_lazy("a post that a person in public office holds; without a post, the person alone"),
    columns=(
        Column("name", gettext_lazy("Name"), _who, needed=True, aliases=("person", "full name", "фио", "лицо")),
        Column("post", gettext_lazy("Post"), cells.words(160), aliases=("position", "title", "пост", "должность")),
        Column(
            "member",
            gettext_lazy("Of the member"),
            cells.named(cells.member),
            hint=cells.FROM_REGISTER,
            aliases=("state", "country", "delegation", "государство", "страна", "делегация", "член"),
        ),
        Column("partner", gettext_lazy("Of the partner"), cells.named(cells.partner), hint=cells.FROM_REGISTER),
        Column("organ", gettext_lazy("In the organ"), cells.named(cells.organ), hint=cells.FROM_REGISTER),
        Column("chairs", gettext_lazy("Presides over the organ"), cells.flag, hint=cells.YES),
        Column(
            "since",
            gettext_lazy("First day"),
            cells.day,
            hint=cells.A_DAY,
            aliases=cells.FROM,
        ),
        Column("until", gettext_lazy("Last day"), cells.day, hint=cells.A_DAY, aliases=cells.TO),
        Column("seen", gettext_lazy("Known to hold it on"), cells.day, hint=cells.A_DAY),
        Column("beside", gettext_lazy("Held beside another post"), cells.flag, hint=cells.YES, kept=False),
        aliases_column(),
        *SOURCE,
    ),
    names="name",
    known=_known,
    identity=_identity,
    find=_find,
    check=_check,
)
