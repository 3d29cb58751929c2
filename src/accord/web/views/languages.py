"""The language versions of a text side by side, and the acts on them."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from accord.access import NotVisible
from accord.drafting import actions
from accord.drafting.errors import Stale
from accord.drafting.queries.languages import languages_page
from accord.engine import text as engine
from accord.web.forms import languages as forms
from accord.web.forms.acts import ActForm
from accord.web.views.deeds import Deed

DEEDS: Mapping[str, Deed] = {
    "begin": Deed(forms.BeginLanguageForm, actions.enter_language),
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


def _tag(data: Mapping[str, str]) -> str:
    form = forms.ShownForm(data)
    form.is_valid()
    return str(form.cleaned_data.get("tag", ""))


def _address(text_id: str, form: ActForm) -> str:
    """Return where to go on: at the paragraph that was acted on."""
    address, place = reverse("languages", args=[text_id]), form.cleaned_data.get("block", "")
    return f"{address}?{urlencode({'tag': form.cleaned_data['tag']})}#{place}" if place else address


def _page(  # noqa: PLR0917
    request: HttpRequest, text_id: str, tag: str, form: ActForm | None = None, verb: str = "", status: int = 200
) -> HttpResponse:
    page = languages_page(request.subject, text_id, tag)
    values = {"page": page, "form": form, "verb": verb, "typed_block": form.data.get("block", "") if form else ""}
    return render(request, "drafting/languages.html", values, status=status)
