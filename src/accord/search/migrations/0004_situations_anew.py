"""Situations have another address: what is found of them is read anew."""

from typing import Any

from django.db import migrations


def touch(apps: Any, _schema: Any) -> None:
    """Note that what is found of the situations of each organisation is to be read anew."""
    touched = apps.get_model("search", "Touched").objects
    for pk in apps.get_model("members", "Organisation").objects.values_list("pk", flat=True):
        touched.create(organisation_id=pk, stream="situation")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0003_names_and_days"),
        ("positions", "0010_handles"),
        ("members", "0009_handles"),
    ]
    operations = [migrations.RunPython(touch, migrations.RunPython.noop)]
