"""Reports: read on a page without being stored; stored with what was read of them; decided item by item."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import NotVisible, Subject, require
from accord.engine import text as engine
from accord.inbox import actions
from accord.inbox.access import may_keep_reports, may_read_report
from accord.inbox.prefilling import candidates_of, prefilled
from accord.inbox.queries import page as pages
from accord.inbox.queries.choosing import choosing
from accord.inbox.wording import way_of
from accord.members.errors import Unfit
from accord.members.queries import organisation_of
from accord.record.errors import Stale
from accord.web.forms.reports import ACCEPTED, AgainForm, ReportForm, StoreForm
from accord.web.forms.taking import ItemForm, choices_of, form_of, verbs_of


@require_http_methods(["GET", "HEAD", "POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Let the secretariat hand in a report, and show what it says; nothing is stored."""
    organisation = organisation_of(request.subject)
    require(may_read_report(request.subject, organisation))
    form = ReportForm(request.POST, request.FILES) if request.method == "POST" else ReportForm()
    page = pages.report_page(request.subject, organisation, form.text) if form.is_bound and form.is_valid() else None
    values = {"form": form, "page": page, "accepted": ACCEPTED}
    return render(request, "reports/read.html", values, status=422 if form.is_bound and form.errors else 200)


@require_safe
def report_list(request: HttpRequest) -> HttpResponse:
    """Show the stored reports."""
    organisation = organisation_of(request.subject)
    page = pages.reports_page(request.subject, organisation)
    return render(request, "reports/list.html", {"page": page, "organisation": organisation})


@require_http_methods(["GET", "HEAD", "POST"])
def store(request: HttpRequest) -> HttpResponse:
    """Let the secretariat store a report with its source; it is read at once, and nothing enters the register."""
    organisation = organisation_of(request.subject)
    require(may_keep_reports(request.subject, organisation))
    form = StoreForm(request.POST, request.FILES) if request.method == "POST" else StoreForm(initial={"language": "en"})
    if form.is_bound and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            report = actions.store_report(organisation.pk, form.entry, by=request.subject, key=key)
            return redirect("report", report.pk)
        except (Unfit, Stale) as error:
            refuse(form, error, "words")
    values = {"form": form, "accepted": ACCEPTED, "key": uuid4()}
    return render(request, "reports/store.html", values, status=422 if form.is_bound and form.errors else 200)


@require_safe
def report(request: HttpRequest, report_id: str) -> HttpResponse:
    """Show a stored report with its items and what became of them."""
    return _report(request, report_id, AgainForm())


@require_POST
def again(request: HttpRequest, report_id: str) -> HttpResponse:
    """Read a stored report with what the register says now."""
    form = AgainForm(request.POST)
    pages.report_row(request.subject, report_id)
    if form.is_valid():
        actions.read_again(report_id, by=request.subject, key=form.cleaned_data["key"])
        return redirect("report", report_id)
    return _report(request, report_id, form)


def _report(request: HttpRequest, report_id: str, form: AgainForm, *, gone: bool = False) -> HttpResponse:
    """Show a stored report; ``gone`` where an item was to be decided that is no longer read of it."""
    page = pages.stored_page(request.subject, report_id)
    values = {"page": page, "form": form, "key": uuid4(), "gone": gone}
    return render(request, "reports/report.html", values, status=422 if gone or form.errors else 200)


@require_safe
def item(request: HttpRequest, report_id: str, mark: str) -> HttpResponse:
    """Show one item beside its words, with what can be decided of it."""
    return _item(request, ItemAt(request, report_id, mark))


@require_POST
def decide(request: HttpRequest, report_id: str, mark: str, verb: str) -> HttpResponse:
    """Decide what becomes of an item; a form that is wrong comes back with what was typed."""
    try:
        at = ItemAt(request, report_id, mark)
    except NotVisible:
        return _report(request, report_id, AgainForm(), gone=True)
    if verb not in at.verbs:
        raise NotVisible
    form = at.form(verb, request.POST)
    if form.is_valid():
        try:
            DOING[verb](at.row.pk, form, by=request.subject, key=form.cleaned_data["key"])
            return redirect("report", report_id) if at.leaves(verb) else redirect("report-item", report_id, mark)
        except (Unfit, Stale, engine.TextError) as error:
            refuse(form, error, PLACES.get(verb, "note"))
    return _item(request, at, {verb: form})


class ItemAt:
    """An item with the forms that its page offers; ``verbs`` are what can be done with an item of its kind."""

    def __init__(self, request: HttpRequest, report_id: str, mark: str) -> None:
        self.page = pages.item_page(request.subject, report_id, mark)
        self.row = pages.item_row(request.subject, report_id, mark)
        self.data = self.row.data
        organisation = organisation_of(request.subject)
        self.choosing = choosing(request.subject, organisation, self.page.kind, self.page.meeting)
        self.verbs = verbs_of(self.page.kind, self.data, self.choosing)

    def form(self, verb: str, data: QueryDict | None = None) -> ItemForm:
        """Return the form of a verb, filled with what was read, or bound."""
        options: dict[str, Any] = {"choices": choices_of(self.choosing)}
        if verb == "take" and self.page.kind == "positions":
            options["candidates"] = candidates_of(self.data, self.choosing)
        if data is not None:
            return form_of(verb, self.page.kind)(data, auto_id=f"{verb}_%s", **options)
        line = self.page.line
        first = {"same": {"row": line.match_key if line else ""}, "settle": {"to": self.data.get("expected") or ""}}
        known = prefilled(self.page, self.data, self.choosing, verb) if verb in TAKING else first.get(verb, {})
        return form_of(verb, self.page.kind)(initial=known, auto_id=f"{verb}_%s", **options)

    def leaves(self, verb: str) -> bool:
        """Whether the item is there no longer when this is done: its decision kept what is not read any more."""
        told = self.page.line or self.page.doubt
        return verb in ("reopen", "unseat") and told is not None and told.gone


def _item(request: HttpRequest, at: ItemAt, bound: dict[str, ItemForm] | None = None) -> HttpResponse:
    wrong = bound or {}
    forms = {verb: wrong.get(verb) or at.form(verb) for verb in at.verbs}
    values = {
        "page": at.page,
        "forms": forms,
        "form": next(iter(wrong.values()), None),
        "ways": [(verb, way_of(at.page.kind, verb), forms[verb]) for verb in at.verbs if verb in TAKING],
        "keys": {verb: uuid4() for verb in at.verbs},
    }
    return render(request, "reports/item.html", values, status=422 if wrong else 200)


def _take(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.take(item_id, form.taking, by=by, key=key)


def _same(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.match(item_id, form.cleaned_data["row"], by=by, key=key)


def _leave(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.leave(item_id, form.cleaned_data["note"], by=by, key=key)


def _keep(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.keep(item_id, form.cleaned_data["note"], by=by, key=key)


def _settle(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.settle(item_id, form.verdict, by=by, key=key)


def _reopen(item_id: int, _form: Any, *, by: Subject, key: UUID) -> object:
    return actions.reopen(item_id, by=by, key=key)


def _seat(item_id: int, form: Any, *, by: Subject, key: UUID) -> object:
    return actions.take_seat(item_id, form.taking, by=by, key=key)


def _unseat(item_id: int, _form: Any, *, by: Subject, key: UUID) -> object:
    return actions.give_seat_back(item_id, by=by, key=key)


DOING: dict[str, Callable[..., object]] = {
    "take": _take, "voice": _take, "seat": _seat, "unseat": _unseat,
    "same": _same, "leave": _leave, "keep": _keep, "settle": _settle, "reopen": _reopen,
}  # fmt: skip
TAKING = ("take", "voice", "seat")
"""Verbs by which something enters the register."""
PLACES = {"take": "name", "voice": "words", "seat": "member"}
"""At which field it is noted that an act was refused, where the refusal names none."""


def refuse(form: Any, error: Unfit | Stale | engine.TextError, field: str) -> None:
    """Note why an act was refused at its field, where the form has it."""
    named = error.field if isinstance(error, Unfit) and error.field in form.fields else field
    form.add_error(named if named in form.fields else None, str(error))
