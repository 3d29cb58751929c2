"""Signing in and out, and the language in which the pages speak."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_safe

from accord.access import NotVisible
from accord.web.forms.session import SignInForm
from accord.web.known import remember

YEAR = 365 * 24 * 3600
"""Seconds for which a browser remembers the language."""


class SignInView(LoginView):
    """Sign in; the browser is known afterwards, so that wrong passwords from elsewhere do not keep it out."""

    template_name = "session/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Sign in and go on."""
        answer = super().form_valid(form)
        remember(self.request, answer, form.get_user().get_username())
        return answer


sign_in = SignInView.as_view()
sign_out = LogoutView.as_view()


@require_safe
def language(request: HttpRequest, tag: str) -> HttpResponse:
    """
    Let the pages speak another language, remembered by this browser, and go back to where the reader was.

    Where that was comes from the browser and is no part of the address: a page of nothing is the same everywhere.
    """
    if tag not in dict(settings.LANGUAGES):
        raise NotVisible
    onward = request.headers.get("Referer", "")
    hosts = {request.get_host()}
    inside = url_has_allowed_host_and_scheme(onward, allowed_hosts=hosts, require_https=request.is_secure())
    answer = HttpResponseRedirect(onward if onward and inside else "/")
    answer.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        tag,
        max_age=YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return answer
