"""The app's name and its start-up check."""

from django.apps import AppConfig
from django.core.checks import register


class WebConfig(AppConfig):
    """All pages."""

    name = "accord.web"
    label = "web"

    def ready(self) -> None:
        """Refuse to start when an address has no policy."""
        from accord.web.routes import every_route_has_a_policy  # noqa: PLC0415 -- needs the loaded apps

        register(every_route_has_a_policy)
