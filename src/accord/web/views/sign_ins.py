"""Sign-ins: the secretariat gives them, renews a passphrase that is lost, and closes one whose person has left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import authenticate, update_session_auth_hash
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from accord.access import NotVisible, require
from accord.members import actions, queries
from accord.members.access import may_give_mandate
from accord.members.errors import Unfit
from accord.members.passphrases import new_passphrase, stored
from accord.members.queries import organisation_of
from accord.record.errors import Stale
from accord.web.forms.sign_ins import GiveForm, SignInActForm

PLAIN: dict[str, Callable[..., object]] = {"close": actions.close_sign_in, "open": actions.reopen_sign_in}
"""What is done with a sign-in and shows nothing."""


@sensitive_variables("passphrase")
@require_http_methods(["GET", "HEAD", "POST"])
def sign_ins(request: HttpRequest) -> HttpResponse:
    """Show all sign-ins, and give one."""
    organisation = organisation_of(request.subject)
    require(may_give_mandate(request.subject, organisation))
    choices = queries.mandate_choices(request.subject)
    form = GiveForm(request.POST, choices=choices) if request.method == "POST" else GiveForm(choices=choices)
    if form.is_bound and form.is_valid():
        name, key, passphrase = form.cleaned_data["name"], form.cleaned_data["key"], new_passphrase()
        told = {"name": name, "password": passphrase, **form.mandate}
        try:
            actions.give_mandate(organisation.pk, **told, by=request.subject, key=key)
            return _shown_once(request, name, passphrase)
        except (Unfit, Stale) as error:
            field = getattr(error, "field", None)
            form.add_error(field if field in form.fields else None, str(error))
    return _page(request, form)


@sensitive_variables("passphrase")
@require_POST
def act(request: HttpRequest, verb: str) -> HttpResponse:
    """Renew the passphrase of a sign-in, close it, or open it again."""
    if verb != "renew" and verb not in PLAIN:
        raise NotVisible
    organisation = organisation_of(request.subject)
    require(may_give_mandate(request.subject, organisation))
    form = SignInActForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    told = {**form.cleaned_data, "by": request.subject}
    try:
        if verb == "renew":
            passphrase = new_passphrase()
            actions.renew_passphrase(organisation.pk, password=stored(passphrase), **told)
            return _shown_once(request, told["name"], passphrase)
        PLAIN[verb](organisation.pk, **told)
    except (Unfit, Stale) as error:
        form.add_error(None, str(error))
        return _page(request, form)
    return redirect("sign-ins")


@sensitive_variables()
def _shown_once(request: HttpRequest, name: str, passphrase: str) -> HttpResponse:
    """Show a passphrase that was just made; where the same form came a second time, that it was shown then."""
    user = authenticate(request, username=name, password=passphrase)
    if user is not None and user.pk == request.subject.person_id:
        update_session_auth_hash(request, user)
    line = next((each for each in queries.sign_in_list(request.subject) if each.name == name), None)
    values = {"line": line, "passphrase": passphrase if user else "", "address": request.build_absolute_uri("/")}
    answer = render(request, "register/sign_in_once.html", values)
    answer["Cache-Control"] = "no-store"
    return answer


def _page(request: HttpRequest, form: Any) -> HttpResponse:
    given = form if isinstance(form, GiveForm) else GiveForm(choices=queries.mandate_choices(request.subject))
    values = {"lines": queries.sign_in_list(request.subject), "form": given, "acted": form}
    return render(request, "register/sign_ins.html", values, status=422 if form.errors else 200)
