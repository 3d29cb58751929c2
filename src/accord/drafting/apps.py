"""The app's name and label."""

from django.apps import AppConfig


class DraftingConfig(AppConfig):
    """Negotiated texts."""

    name = "accord.drafting"
    label = "drafting"
