"""The app's name and label."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Documents on their way through the organs."""

    name = "accord.documents"
    label = "documents"
