"""The app's name and label."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """What was released to the public."""

    name = "accord.publishing"
    label = "publishing"
