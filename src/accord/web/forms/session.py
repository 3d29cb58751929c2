"""The form for signing in."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_variables

from accord.access.actions import guesses
from accord.record import clock
from accord.web.known import browser_of


class SignInForm(AuthenticationForm):
    """Name and password; an error says of neither whether it exists, and comes as soon for both."""

    request: HttpRequest

    error_messages = {
        "invalid_login": gettext_lazy("Name and password do not belong together. Capital letters count."),
        "inactive": gettext_lazy("This sign-in is closed."),
    }

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        """Look at the password, unless too many wrong ones came before."""
        name = self.cleaned_data.get("username") or ""
        if not name or not self.cleaned_data.get("password"):
            return super().clean()
        browser = browser_of(self.request, name)
        try:
            guesses.count(name, browser, clock.now())
        except guesses.TooMany as error:
            raise ValidationError(_too_many(error, known=bool(browser))) from None
        values = super().clean()
        guesses.forgive(name, browser)
        return values


def _too_many(error: guesses.TooMany, *, known: bool) -> str:
    until = {"time": f"{error.free:%H:%M}"}
    if known:
        return _("Too many wrong passwords. Try again after %(time)s UTC.") % until
    return (
        _("Too many wrong passwords. Try again after %(time)s UTC, or from a browser that has signed in here before.")
        % until
    )
