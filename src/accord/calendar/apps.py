"""The app's name and label."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """The calendar."""

    name = "accord.calendar"
    label = "calendar"
