"""The app's name and label."""

from django.apps import AppConfig


class InboxConfig(AppConfig):
    """Reports that were stored, what was read of them, and what was decided of each item."""

    name = "accord.inbox"
    label = "inbox"
