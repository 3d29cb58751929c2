"""The language versions of a text side by side, and the acts on them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accord.access import NotVisible
from accord.drafting import actions
from accord.drafting.actions.languages import Worded
from accord.drafting.errors import Stale
from accord.drafting.pages.languages import TranslatingPage
from accord.drafting.queries.languages import languages_page
from accord.drafting.queries.translating import Paired, paired_file, translating_page
from accord.engine import text as engine
from accord.web.forms import languages as forms
from accord.web.forms.acts import ActForm
from accord.web.forms.documents import DocumentForm
from accord.web.views.deeds import Deed

DEEDS: Mapping[str, Deed] = {
    "begin": Deed(forms.BeginLanguageForm, actions.enter_language),
    "change": Deed(forms.ChangeLanguageForm, actions.change_language),
    "drop": Deed(forms.DropLanguageForm, actions.drop_language),
    "translate": Deed(forms.TranslateForm, actions.translate),
    "check": Deed(forms.CheckForm, actions.check_translation),
}


@require_safe
def languages(request: HttpRequest, text_id: str) -> HttpResponse:
    """Show one language version beside what it is made from."""
    return _page(request, text_id, _tag(request.GET))


@require_POST
def language_act(request: HttpRequest, text_id: str, verb: str) -> HttpResponse:
    """Do one act, or show the page again with what is wrong."""
    if verb not in DEEDS:
        raise NotVisible
    form = DEEDS[verb].form(request.POST)
    if form.is_valid():
        try:
            DEEDS[verb].do(text_id, by=request.subject, **form.arguments())
        except (engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(_address(text_id, form))
    return _page(request, text_id, "" if verb == "begin" else _tag(request.POST), form, verb, status=422)


@require_http_methods(["GET", "HEAD", "POST"])
def language_file(request: HttpRequest, text_id: str, tag: str) -> HttpResponse:
    """Take in a whole translated file: pair its paragraphs, show each beside its source, enter what is ticked."""
    page = translating_page(request.subject, text_id, tag)
    if request.method != "POST":
        return _file_page(request, page, DocumentForm())
    if "block" in request.POST:
        return _paired(request, page, forms.PairedForm(request.POST))
    form = DocumentForm(request.POST, request.FILES)
    if form.is_valid():
        given = paired_file(request.subject, text_id, tag, form.document)
        page = translating_page(request.subject, text_id, tag, given)
    return _file_page(request, page, form)


def _paired(request: HttpRequest, page: TranslatingPage, form: forms.PairedForm) -> HttpResponse:
    """Enter the wordings that are ticked, or show them anew with what is wrong."""
    given = Paired(form.wordings, form.unplaced)
    page = translating_page(request.subject, page.id, page.tag, given, form.left_out)
    if form.enters and form.is_valid():
        wordings = [Worded(row.block, row.wording, form.sources.get(row.block, "")) for row in page.rows if row.taken]
        values = {"tag": page.tag, "wordings": wordings, "key": form.cleaned_data["key"]}
        try:
            actions.translate_all(page.id, by=request.subject, **values)
        except (engine.TextError, Stale) as error:
            form.refuse(error)
        else:
            return HttpResponseRedirect(f"{reverse('languages', args=[page.id])}?{urlencode({'tag': page.tag})}")
    return _file_page(request, page, form)


def _file_page(request: HttpRequest, page: TranslatingPage, form: DocumentForm | forms.PairedForm) -> HttpResponse:
    status = 422 if form.is_bound and form.errors else 200
    paired = isinstance(form, forms.PairedForm) or bool(form.document and not form.errors)
    values = {"page": page, "form": form, "sent": form.is_bound, "paired": paired, "key": uuid4()}
    return render(request, "drafting/language_file.html", values, status=status)


def _tag(data: Mapping[str, str]) -> str:
    form = forms.ShownForm(data)
    form.is_valid()
    return str(form.cleaned_data.get("tag", ""))


def _address(text_id: str, form: ActForm) -> str:
    """Return where to go on: at the paragraph that was acted on."""
    address, place = reverse("languages", args=[text_id]), form.cleaned_data.get("block", "")
    if isinstance(form, forms.DropLanguageForm):
        return address
    return f"{address}?{urlencode({'tag': form.cleaned_data['tag']})}" + (f"#{place}" if place else "")


def _page(  # noqa: PLR0917
    request: HttpRequest, text_id: str, tag: str, form: ActForm | None = None, verb: str = "", status: int = 200
) -> HttpResponse:
    page = languages_page(request.subject, text_id, tag)
    values = {"page": page, "form": form, "verb": verb, "typed_block": form.data.get("block", "") if form else ""}
    return render(request, "drafting/languages.html", values, status=status)
