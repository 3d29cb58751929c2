"""What a stored report says of a priority names it by its handle."""

from typing import Any

from django.db import migrations


def name(apps: Any, _schema: Any) -> None:
    """Name each priority that an item became, or was found to be, by its handle instead of its number."""
    items = apps.get_model("inbox", "Item").objects
    for pk, handle in apps.get_model("programme", "Priority").objects.values_list("pk", "handle"):
        items.filter(row=f"priority {pk}").update(row=f"priority {handle}")


class Migration(migrations.Migration):
    dependencies = [("inbox", "0002_samples"), ("programme", "0010_handles_of_priorities")]
    operations = [migrations.RunPython(name, migrations.RunPython.noop)]
