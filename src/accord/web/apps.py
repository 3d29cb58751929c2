"""The app's name and its start-up check."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext, ngettext

from accord.engine.said import translate_with


class WebConfig(AppConfig):
    """All pages."""

    name = "accord.web"
    label = "web"

    def ready(self) -> None:
        """Refuse to start when an address has no policy; have the engine's sentences said in the reader's language."""
        from accord.web.routes import every_route_has_a_policy  # noqa: PLC0415 -- needs the loaded apps

        register(every_route_has_a_policy)
        translate_with(translated)


def translated(pattern: str, plural: str, count: int) -> str:
    """Return the pattern of a sentence of the engine in the language of the page."""
    return ngettext(pattern, plural, count) if plural else gettext(pattern)
