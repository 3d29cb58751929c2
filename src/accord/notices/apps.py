"""The app's name and label."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """The work of the day."""

    name = "accord.notices"
    label = "notices"
