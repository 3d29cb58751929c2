"""The app's name and label."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Subjects and audiences."""

    name = "accord.access"
    label = "access"
