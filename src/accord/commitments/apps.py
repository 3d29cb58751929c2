"""The app's name and label."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """Measures, commitments and proposals voiced, each followed until it is done."""

    name = "accord.commitments"
    label = "commitments"
