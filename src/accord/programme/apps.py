"""The app's name and label."""

from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    """Areas, priorities and their progress, joint activities, operations."""

    name = "accord.programme"
    label = "programme"
