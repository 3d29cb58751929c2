"""The app's name and label."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """The index of search."""

    name = "accord.search"
    label = "search"
