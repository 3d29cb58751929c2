"""Adopted texts: the list, one text with where its words come from, its files, and its release by two people."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accord.access import NotVisible
from accord.commitments.queries import followed_in
from accord.members.queries import home_organisation
from accord.publishing import actions, queries
from accord.publishing.pages import AdoptedPage, File
from accord.record.errors import Stale
from accord.signing.queries import known_page, standing_of
from accord.web.forms.adopted import ReleaseForm, WordsForm
from accord.web.views.files import PLAIN, WORD, attachment

JSON = "application/json"
ACTS: Mapping[tuple[str, str], Callable[..., object]] = {
    ("prepare", "text"): actions.prepare,
    ("prepare", "history"): actions.prepare_history,
    ("release", "text"): actions.release,
    ("release", "history"): actions.release_history,
}


@require_safe
def adopted_list(request: HttpRequest) -> HttpResponse:
    """Show the adopted texts that the subject can see."""
    organisation = home_organisation(request.subject)
    lines = queries.adopted_list(request.subject, organisation.pk) if organisation else ()
    decisions = queries.announcement_list(request.subject, organisation.pk) if organisation else ()
    return render(request, "adopted/list.html", {"texts": lines, "decisions": decisions})


@require_safe
def adopted_text(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Show an adopted text, and for the chosen words where they come from; to htmx the one paragraph alone."""
    words, back = WordsForm(request.GET).asked
    page = queries.adopted_page(request.subject, adoption_id, words)
    values = {"page": page, "back": back}
    passage = _passage_of(page, words or back) if _is_fragment(request) else None
    template = "adopted/_passage.html" if passage else "adopted/text.html"
    values |= {} if passage else _standing(request, page)
    response = render(request, template, {**values, "passage": passage, "fragment": bool(passage)})
    response["Vary"] = "HX-Request"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def prepare(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Ask once more, then prepare a release."""
    return _act(request, adoption_id, "prepare")


@require_http_methods(["GET", "HEAD", "POST"])
def release(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Ask once more, then release what another person has prepared."""
    return _act(request, adoption_id, "release")


@require_safe
def released_json(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Hand out the bytes that the fingerprint of a release covers."""
    return _file(queries.released_file(request.subject, adoption_id), JSON)


@require_safe
def sealed_json(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Hand out the bytes that the fingerprint of the sealed text covers, to those who took part."""
    return _file(queries.sealed_file(request.subject, adoption_id), JSON)


@require_safe
def word(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Hand out the wording as a clean Word file."""
    return _file(queries.word_file(request.subject, adoption_id), WORD)


@require_safe
def plain(request: HttpRequest, adoption_id: str) -> HttpResponse:
    """Hand out the wording as plain text."""
    return _file(queries.plain_file(request.subject, adoption_id), PLAIN)


def _act(request: HttpRequest, adoption_id: str, act: str) -> HttpResponse:
    form = ReleaseForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        kind, seen, key = (form.cleaned_data[name] for name in ("kind", "seen", "key"))
        try:
            ACTS[act, kind](adoption_id, by=request.subject, seen=seen, key=key)
        except Stale as error:
            form.add_error(None, str(error))
        else:
            return HttpResponseRedirect(reverse("adopted-text", args=[adoption_id]))
    return _confirm(request, adoption_id, act, form)


def _confirm(request: HttpRequest, adoption_id: str, act: str, form: ReleaseForm) -> HttpResponse:
    """Show what the act will do; what the subject may not do is refused here already, with the reason."""
    kind = form.data.get("kind") or request.GET.get("kind", "text")
    if (act, kind) not in ACTS:
        raise NotVisible
    page = queries.confirm_page(request.subject, adoption_id, act, kind)
    errors = list(form.non_field_errors())
    if form.errors and not errors:
        errors = [_("The form was not complete. Load the page again.")]
    values = {"page": page, "errors": errors}
    return render(request, "adopted/confirm.html", values, status=422 if errors else 200)


def _standing(request: HttpRequest, page: AdoptedPage) -> dict[str, object]:
    """Return how members stand to the text: all of it for those who see names, else what is made known with it."""
    whole = standing_of(request.subject, page.id)
    known = known_page(request.subject, page.id) if page.released_at and not whole else None
    followed = followed_in(request.subject, page.id) if page.text else None
    return {"standing": whole or known, "standing_opens": whole is not None, "followed": followed}


def _is_fragment(request: HttpRequest) -> bool:
    return "HX-Request" in request.headers and "HX-History-Restore-Request" not in request.headers


def _passage_of(page: AdoptedPage, words: str) -> object:
    return next((passage for passage in page.passages if passage.key == words.partition("-")[0]), None)


def _file(file: File, kind: str) -> HttpResponse:
    return attachment(file.data, file.name, kind)
