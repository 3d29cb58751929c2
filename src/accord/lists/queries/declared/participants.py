"""The list of participants: a row is somebody who takes part in a meeting, for a member, a guest or the secretariat."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.book import Book
from accord.lists.columns import Column
from accord.lists.errors import Wrong
from accord.lists.gatherings import meeting_words, read_meeting
from accord.lists.queries.books import meetings_in
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.meetings.choices import Rank, State
from accord.meetings.models import Meeting, Participant
from accord.meetings.queries import visible_participants

_ORDER = ("meeting__day", "meeting__title", "name")
_OFFICE = frozenset({"secretariat", "секретариат"})


def _known(scope: Scope) -> list[Known]:
    shown = meetings_in(scope)
    rows = visible_participants(scope.by).filter(meeting__in=shown)
    if scope.narrow:
        rows = rows.filter(meeting=scope.narrow)
    return [
        Known(
            {
                "meeting": meeting_words(scope.book, row.meeting_id),
                "side": _side_words(row),
                "name": row.name,
                "post": row.post,
                "rank": Rank(row.rank),
                **sourced(row),
            }
        )
        for row in rows.select_related("member", "partner", "invitation").order_by(*_ORDER)
    ]


def _side_words(row: Participant) -> str:
    if row.member:
        return row.member.code
    if row.partner:
        return row.partner.code
    return row.invitation.guest if row.invitation else _("secretariat")


def _read_side(cell: str, book: Book) -> str:
    """Return for whom somebody takes part: the code of a member or partner, a guest by name, or the secretariat."""
    for called in (book.members, book.partners):
        if called.keys_of(cell):
            return called.key_of(cell)
    if cell.casefold() in _OFFICE:
        return _("secretariat")
    if book.guests.keys_of(cell):
        return cell
    raise Wrong(_("“%s” is neither a member nor invited to the meeting.") % cell)


def _identity(values: Values) -> Hashable:
    return values["meeting"], str(values["name"]).casefold()


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    meetings = {row.pk: row for row in Meeting.objects.filter(organisation=scope.organisation)}
    for place, each in enumerate(rows):
        meeting = meetings[scope.book.meetings.key_of(each.values["meeting"])]
        if meeting.state == State.CANCELLED:
            yield place, Fault("meeting", _("The meeting is cancelled: nobody takes part in it."))
        for change in each.changes:
            yield place, Fault(change.column, _("Registered already, as “%s”. Strike and register anew.") % change.old)
    yield from _heads(scope, rows)


def _heads(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    """Yield the rows that would give a delegation a second head."""
    heads = {_seat(known.values): known.values["name"] for known in scope.entered if known.values["rank"] == Rank.HEAD}
    for place, each in enumerate(rows):
        if each.known is not None or each.values.get("rank") != Rank.HEAD or each.values["side"] == _("secretariat"):
            continue
        first = heads.setdefault(_seat(each.values), each.values["name"])
        if first != each.values["name"]:
            words = _("%s is the head already. A delegation has one; others are alternates.")
            yield place, Fault("rank", words % first)


def _seat(values: Values) -> tuple[str, str]:
    return values["meeting"], values["side"]


PARTICIPANTS = DeclaredList(
    key="participants",
    title=gettext_lazy("Participants"),
    row=gettext_lazy("somebody who takes part in a meeting, with the post held then"),
    columns=(
        Column("meeting", gettext_lazy("Meeting"), read_meeting, needed=True, hint=gettext_lazy("its title")),
        Column("name", gettext_lazy("Name"), cells.words(120), needed=True, aliases=("person", "full name", "фио")),
        Column(
            "side",
            gettext_lazy("Delegation"),
            _read_side,
            needed=True,
            hint=gettext_lazy("code or name of a member or guest, or: secretariat"),
            aliases=("member", "for", "делегация", "страна"),
        ),
        Column("post", gettext_lazy("Post"), cells.words(160), aliases=("position", "пост", "должность")),
        Column("rank", gettext_lazy("Takes part as"), cells.one_of(Rank), hint=gettext_lazy("empty: adviser")),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
