"""The form by which a wrong entry is struck."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from accord.web.forms.begin import NameField
from accord.web.forms.register import RegisterForm


class StrikeForm(RegisterForm):
    """Why an entry is wrong."""

    why = NameField(
        longest=300,
        label=_("Why it is wrong"),
        help_text=_("It is shown no more, and stays in the record with this reason."),
        error_messages={"required": _("Say why it is struck.")},
    )
