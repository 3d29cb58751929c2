"""The app's name and label."""

from django.apps import AppConfig


class PositionsConfig(AppConfig):
    """Situations and what is reported of them."""

    name = "accord.positions"
    label = "positions"
