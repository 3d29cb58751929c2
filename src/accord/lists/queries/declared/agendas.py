"""The list of agendas: a row is an item of the agenda of a meeting; new ones come behind those that stand there."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accord.lists import columns as cells
from accord.lists.columns import Column
from accord.lists.gatherings import meeting_words, read_meeting, read_sitting
from accord.lists.queries.books import meetings_in
from accord.lists.queries.declared.common import SOURCE, by_identity, sourced
from accord.lists.values import DeclaredList, Fault, Known, Planned, Scope, Values
from accord.meetings.choices import AgendaStage
from accord.meetings.models import Agenda, Sitting
from accord.meetings.queries import visible_items


def _known(scope: Scope) -> list[Known]:
    shown = meetings_in(scope)
    rows = visible_items(scope.by).filter(meeting__in=shown, removed=False).select_related("sitting")
    if scope.narrow:
        rows = rows.filter(meeting=scope.narrow)
    return [
        Known(
            {
                "meeting": meeting_words(scope.book, row.meeting_id),
                "number": row.number,
                "sitting": row.sitting.code if row.sitting else "",
                "item": row.title,
                "rapporteur": row.rapporteur,
                "minutes": row.minutes,
                **sourced(row),
            },
            row.pk,
        )
        for row in rows.order_by("meeting__day", "meeting__title", "meeting", "order").distinct()
    ]


def _identity(values: Values) -> Hashable:
    return values["meeting"], str(values["item"]).casefold()


def _check(scope: Scope, rows: Sequence[Planned]) -> Iterator[tuple[int, Fault]]:
    stages = dict(Agenda.objects.filter(meeting__organisation=scope.organisation).values_list("meeting", "stage"))
    codes: dict[str, set[str]] = {}
    for pk, code in Sitting.objects.filter(meeting__organisation=scope.organisation).values_list("meeting", "code"):
        codes.setdefault(pk, set()).add(code)
    for place, each in enumerate(rows):
        meeting, sitting = scope.book.meetings.key_of(each.values["meeting"]), each.values.get("sitting")
        if stages.get(meeting) == AgendaStage.ADOPTED:
            yield place, Fault("", _("The agenda is adopted. It is changed on its page, with the reason."))
        if sitting and sitting not in codes.get(meeting, ()):
            yield place, Fault("sitting", _("The meeting has no such sitting."))
        if not 1 <= each.values.get("minutes", 1) <= 1440:
            yield place, Fault("minutes", _("An item takes between 1 and %d minutes.") % 1440)


AGENDAS = DeclaredList(
    key="agendas",
    title=gettext_lazy("Agendas"),
    row=gettext_lazy("an item of the agenda of a meeting, in the order in which the items stand"),
    columns=(
        Column("meeting", gettext_lazy("Meeting"), read_meeting, needed=True, hint=gettext_lazy("its title")),
        Column("item", gettext_lazy("Item"), cells.words(300), needed=True, aliases=("title", "topic", "вопрос")),
        Column("sitting", gettext_lazy("Sitting"), read_sitting, hint=gettext_lazy("narrow, extended, extended 2")),
        Column("rapporteur", gettext_lazy("Who introduces it"), cells.words(120), aliases=("rapporteur", "докладчик")),
        Column("minutes", gettext_lazy("Minutes"), cells.number, aliases=("estimated time", "время")),
        Column("number", gettext_lazy("Number"), cells.number, kept=False),
        *SOURCE,
    ),
    known=_known,
    identity=_identity,
    find=by_identity(_identity),
    check=_check,
)
