"""Lists in and out: all of them, one to bring in with what becomes of each row, and each as a file."""

from __future__ import annotations

from functools import partial
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible, Subject, require
from accord.formats.lists.values import Sheet
from accord.lists import actions, queries
from accord.lists.access import may_enter_list
from accord.lists.errors import NoList
from accord.lists.pages import PlanPage
from accord.members.errors import Unfit
from accord.members.queries import home_organisation, organisation_of
from accord.record.errors import Stale
from accord.web.forms.lists import ACCEPTED, ListForm
from accord.web.views.files import attachment
from accord.web.views.register import asked, shown_on

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
PLACES = {"agendas": "agenda", "participants": "participants"}
"""The page of a meeting that shows what such a list holds."""


@require_safe
def lists(request: HttpRequest) -> HttpResponse:
    """Show all lists that can be taken out, and brought in by the secretariat."""
    page = queries.lists_page(request.subject, _home(request))
    entered = next((each for each in page.lists if each.key == request.GET.get("entered")), None)
    values = {"page": page, "entered": entered, "day": shown_on(request), "asked": asked(request)}
    return render(request, "lists/lists.html", values)


@require_safe
def written(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """Hand out a list as a file, with ``?on=`` as of a day, with ``?meeting=`` of one meeting."""
    narrow = request.GET.get("meeting", "")[:16]
    data = queries.written_list(request.subject, _home(request), what, kind, on=shown_on(request), narrow=narrow)
    return attachment(data, f"{what}.{kind}", KINDS[kind])


@require_safe
def empty(request: HttpRequest, what: str, kind: str) -> HttpResponse:
    """Hand out a list to fill in."""
    data = queries.empty_list(request.subject, _home(request), what, kind)
    return attachment(data, f"{what}-empty.{kind}", KINDS[kind])


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest, what: str) -> HttpResponse:
    """Let the secretariat bring a list in: look at what becomes of each row, and enter them with one confirm."""
    line, organisation = queries.list_line(what), organisation_of(request.subject)
    require(may_enter_list(request.subject, organisation))
    meeting = _meeting(request, organisation.pk)
    filled = partial(_of_meeting, request.subject, organisation.pk, what, meeting)
    form = ListForm(request.POST, request.FILES, filled=filled) if request.method == "POST" else ListForm()
    found = None
    if form.is_bound:
        form.is_valid()
        if form.sheet and form.confirms and not form.errors and _entered(request, organisation.pk, what, form):
            return HttpResponseRedirect(_shown_at(what, meeting))
        found = _looked_at(request, organisation.pk, what, form)
    values = {"line": line, "form": form, "found": found, "key": uuid4(), "accepted": ACCEPTED, "meeting": meeting}
    return render(request, "lists/enter.html", values, status=422 if form.is_bound and form.errors else 200)


def _meeting(request: HttpRequest, organisation_id: str) -> tuple[str, str] | None:
    """Return id and title of the meeting from whose page a list is brought in, None without one. Raises NotVisible."""
    asked_for = request.GET.get("meeting", "")[:16]
    if not asked_for:
        return None
    return asked_for, queries.meeting_title(request.subject, organisation_id, asked_for)


def _of_meeting(by: Subject, organisation_id: str, what: str, meeting: tuple[str, str] | None, sheet: Sheet) -> Sheet:
    return queries.of_meeting(by, organisation_id, what, sheet, meeting[0]) if meeting else sheet


def _shown_at(what: str, meeting: tuple[str, str] | None) -> str:
    """Return the address of the page that shows what was entered."""
    if meeting and what in PLACES:
        return reverse(PLACES[what], args=[meeting[0]])
    return f"{reverse('lists')}?entered={what}"


def _entered(request: HttpRequest, organisation_id: str, what: str, form: ListForm) -> bool:
    """Enter the rows as they were shown; say why where that cannot be."""
    values = form.cleaned_data
    chosen = {"shown": values["shown"], "left_out": sorted(form.left_out), "key": values["key"]}
    try:
        actions.enter_list(organisation_id, what, form.sheet, **chosen, by=request.subject)
    except (Stale, Unfit) as error:
        form.add_error(None, str(error))
        return False
    return True


def _looked_at(request: HttpRequest, organisation_id: str, what: str, form: ListForm) -> PlanPage | None:
    if form.sheet is None:
        return None
    try:
        return queries.looked_at(request.subject, organisation_id, what, form.sheet)
    except NoList as error:
        form.add_error("file", str(error))
        return None


def _home(request: HttpRequest) -> str:
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    return organisation.pk
