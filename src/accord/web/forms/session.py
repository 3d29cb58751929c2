"""The form for signing in."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _


class SignInForm(AuthenticationForm):
    """Name and password; an error says of neither whether it exists."""

    error_messages = {
        "invalid_login": _("Name and password do not belong together. Capital letters count."),
        "inactive": _("This sign-in is closed."),
    }
