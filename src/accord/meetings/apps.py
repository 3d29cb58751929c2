"""The app's name and label."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """Meetings of organs: sittings, agenda, attendance, papers on their way."""

    name = "accord.meetings"
    label = "meetings"
