"""Each act that a page offers: what its form hands over is what its action takes."""

import inspect

import pytest

from accord.web.views.deeds import DEEDS


@pytest.mark.parametrize("verb", DEEDS)
def test_form_hands_over_what_the_action_takes(verb: str) -> None:
    deed = DEEDS[verb]
    form = deed.form()
    form.cleaned_data = dict.fromkeys(form.fields)
    inspect.signature(deed.do).bind("text", by=None, **form.arguments())
