"""The app's name and label."""

from django.apps import AppConfig


class DecisionsConfig(AppConfig):
    """Questions put to decision, and silence procedures."""

    name = "accord.decisions"
    label = "decisions"
