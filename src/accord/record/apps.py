"""The app's name and label."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    """What happened, in order."""

    name = "accord.record"
    label = "record"
