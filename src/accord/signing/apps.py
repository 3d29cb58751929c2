"""The app's name and label."""

from django.apps import AppConfig


class SigningConfig(AppConfig):
    """Signatures, originals and how members stand to decisions."""

    name = "accord.signing"
    label = "signing"
