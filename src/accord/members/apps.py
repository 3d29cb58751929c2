"""The app's name and label."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """Organisations and who belongs to them."""

    name = "accord.members"
    label = "members"
