"""Documents on their way: the list, bringing one in, its page and the acts on it, the way of the organisation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import Allow, NotVisible, require
from accord.documents import actions, queries
from accord.documents.access import may_begin, may_set_way
from accord.documents.choices import StepKind, SymbolKind
from accord.documents.pages import DocumentPage, WayPage
from accord.documents.templates import way_of
from accord.engine import text as engine
from accord.formats.organisations import templates
from accord.members.errors import Unfit
from accord.members.queries import agreements_in, home_organisation, organisation_of, organisation_page, shown_day
from accord.record.errors import Stale
from accord.web.forms import passage as forms
from accord.web.forms.paging import page_of
from accord.web.views.deeds import Deed
from accord.web.views.register import asked, home_id

DEEDS: Mapping[str, Deed] = {
    "send": Deed(forms.SendForm, actions.send_on),
    "return": Deed(forms.ReturnForm, actions.return_to),
    "withdraw": Deed(forms.DatedForm, actions.withdraw),
    "clear": Deed(forms.ClearForm, actions.clear),
    "table": Deed(forms.PlainForm, actions.table_remarks),
    "split": Deed(forms.SplitForm, actions.split),
    "merge": Deed(forms.MergeForm, actions.merge),
    "title": Deed(forms.TitleForm, actions.entitle),
    "symbol": Deed(forms.SymbolForm, actions.give_symbol),
    "lay": Deed(forms.LayForm, actions.lay_before),
    "link": Deed(forms.LinkForm, actions.link_text),
    "adopted": Deed(forms.PlainForm, actions.take_adoption),
    "prepare": Deed(forms.PrepareForm, actions.prepare_next),
    "report": Deed(forms.ReportForm, actions.report),
    "stop": Deed(forms.StopForm, actions.report_stop),
}


@require_safe
def document_list(request: HttpRequest) -> HttpResponse:
    """Show the documents of the council and where each is."""
    organisation = home_organisation(request.subject)
    if organisation is None:
        raise NotVisible
    form = forms.WantedForm(request.GET)
    wanted = form.wanted
    day = form.cleaned_data.get("on") or shown_day(organisation)
    page = queries.document_list(
        request.subject, organisation.pk, on=day, wanted=wanted, number=page_of(request.GET)
    )
    values = {
        "page": page,
        "wanted": wanted,
        "day": day,
        "asked": asked(request),
        "begins": isinstance(may_begin(request.subject, organisation), Allow),
        "sets": isinstance(may_set_way(request.subject, organisation), Allow),
    }
    return render(request, "documents/list.html", values)


@require_safe
def document(request: HttpRequest, document_id: str) -> HttpResponse:
    """Show one document, on the day that the pages show or on another."""
    form = forms.WantedForm(request.GET)
    form.is_valid()
    page = queries.document_page(request.subject, document_id, on=form.cleaned_data.get("on"))
    return _page(request, page)


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest) -> HttpResponse:
    """Let delegations, chair and secretariat bring a document in."""
    organisation = organisation_of(request.subject)
    require(may_begin(request.subject, organisation))
    choices: dict[str, Any] = {
        "finals": queries.final_steps(request.subject, organisation.pk),
        "documents": queries.names_for(request.subject, organisation.pk),
    }
    form = forms.DocumentForm(request.POST, **choices) if request.method == "POST" else forms.DocumentForm(**choices)
    if form.is_bound and form.is_valid():
        try:
            key = form.cleaned_data["key"]
            made = actions.begin_document(organisation.pk, form.entry, by=request.subject, key=key)
            return redirect("document", made.pk)
        except (Unfit, engine.TextError, Stale) as error:
            field = error.field if isinstance(error, Unfit) else ""
            form.add_error(field if field in form.fields else None, str(error))
    values = {"form": form, "key": uuid4(), "public": organisation.public, "finals": choices["finals"]}
    return render(request, "documents/begin.html", values, status=422 if form.errors else 200)


@require_POST
def act(request: HttpRequest, document_id: str, verb: str) -> HttpResponse:
    """Do one act on a document, or show its page again with what is wrong."""
    deed = DEEDS.get(verb)
    if deed is None:
        raise NotVisible
    page = queries.document_page(request.subject, document_id)
    options = {"steps": page.moves.steps} if deed.form is forms.StopForm else {}
    form = deed.form(request.POST, **options)
    if form.is_valid():
        try:
            made = deed.do(document_id, by=request.subject, **form.arguments())
        except (Unfit, engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return redirect("document", made.pk)  # type: ignore[attr-defined]
    return _page(request, page, verb, form, status=422)


def _page(
    request: HttpRequest, page: DocumentPage, verb: str = "", form: Any = None, status: int = 200
) -> HttpResponse:
    today = page.day.isoformat()
    values = {
        "page": page,
        "agreements": agreements_in(request.subject, home_id(request), page.line.id, page.day),
        "verb": verb,
        "form": form,
        "today": today,
        "symbol_kinds": SymbolKind.choices,
        "report_form": form if verb == "report" else forms.ReportForm(initial={"day": page.day}),
        "stop_form": form if verb == "stop" else forms.StopForm(steps=page.moves.steps),
    }
    return render(request, "documents/document.html", values, status=status)


# The way of the organisation


@require_http_methods(["GET", "HEAD", "POST"])
def way(request: HttpRequest) -> HttpResponse:
    """Let the secretariat set the way of documents and the pattern of their symbols."""
    organisation = organisation_of(request.subject)
    page = queries.way_page(request.subject, organisation)
    form = None
    if request.method == "POST":
        form = forms.WayForm(request.POST, language=organisation.language)
        if form.is_valid():
            try:
                key = form.cleaned_data["key"]
                actions.set_way(organisation.pk, form.steps, form.pattern, by=request.subject, key=key)
                return redirect("documents")
            except (Unfit, Stale) as error:
                form.refuse(error)
    rows = form.typed_rows if form else _rows(request, page, organisation.language)
    council = organisation_page(request.subject, organisation.pk)
    values = {
        "page": page,
        "form": form,
        "rows": [(number, row) for number, row in enumerate([*rows, *_blank(form, len(rows))])],
        "pattern": form.data if form else _pattern(request, page),
        "kinds": StepKind.choices,
        "organs": [(organ.key, str(organ.name)) for organ in council.every_organ],
        "language": organisation.language if organisation.language != "en" else "",
        "templates": templates().values(),
        "key": uuid4(),
    }
    return render(request, "documents/way.html", values, status=422 if form and form.errors else 200)


def _rows(request: HttpRequest, page: WayPage, language: str) -> list[dict[str, Any]]:
    """Return the steps that the page begins with: those of the template that is asked for, else those that are set."""
    chosen = templates().get(request.GET.get("template", ""))
    names = ("key", "label", "kind", "organ", "local", "optional", "parallel")
    if chosen is None:
        return [{**{name: getattr(step, name) for name in names}, "place": at} for at, step in enumerate(page.steps, 1)]
    steps, _pattern_of = way_of(chosen)
    plain = ("key", "label", "kind", "organ", "optional", "parallel")
    return [
        {**{name: getattr(step, name) for name in plain}, "local": step.names.get(language, ""), "place": at}
        for at, step in enumerate(steps, 1)
    ]


def _blank(form: forms.WayForm | None, count: int) -> list[dict[str, Any]]:
    if form is not None:
        return []
    return [{"place": count + at, "kind": "organ"} for at in range(1, forms.BLANK_ROWS + 1)]


def _pattern(request: HttpRequest, page: WayPage) -> dict[str, str]:
    chosen = templates().get(request.GET.get("template", ""))
    names = ("series", "revision", "addendum", "corrigendum")
    known = {name: getattr(page, name) for name in names}
    return known | {"series": chosen.symbols} if chosen else known
