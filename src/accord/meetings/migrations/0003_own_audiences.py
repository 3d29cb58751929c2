"""
Each sitting has an audience of its own, and each meeting that is not public too, so that guests can be admitted to it.

Texts that were begun in a narrow sitting keep the audience of that time, which never admits guests.
"""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from accord.access.ids import new_id


def give_audiences(apps: Any, _editor: Any) -> None:
    """Give every meeting and sitting its audience, with the seats of the one before."""
    for meeting in apps.get_model("meetings", "Meeting").objects.select_related("audience"):
        before = meeting.audience
        if before.seats.filter(token="public").exists():
            meeting.whole = before
        else:
            meeting.audience = _like(apps, before, f"meeting {meeting.pk}")
            meeting.whole = _like(apps, before, f"whole of meeting {meeting.pk}")
            for name in ("AgendaItem", "Paper"):
                rows = apps.get_model("meetings", name).objects.filter(meeting=meeting, audience=before)
                rows.update(audience=meeting.whole)
        meeting.save(update_fields=["audience", "whole"])
        for sitting in meeting.sittings.select_related("audience"):
            _part(apps, meeting, sitting)


def settle(_apps: Any, editor: Any) -> None:
    """Let PostgreSQL check the rows at once: an index is not made while checks are pending."""
    if editor.connection.vendor == "postgresql":
        editor.execute("SET CONSTRAINTS ALL IMMEDIATE", None)


def _part(apps: Any, meeting: Any, sitting: Any) -> None:
    before = sitting.audience
    sitting.audience = _like(apps, before, f"{sitting.format} sitting {new_id()}")
    sitting.save(update_fields=["audience"])
    notes = apps.get_model("meetings", "TabledNote").objects.filter(meeting=meeting, audience=before)
    notes.update(audience=sitting.audience)


def _like(apps: Any, before: Any, name: str) -> Any:
    """Return a new audience that is open to guests and admits whom ``before`` admits."""
    seat = apps.get_model("access", "AudienceSeat")
    made = apps.get_model("access", "Audience").objects.create(
        id=new_id(), organisation_id=before.organisation_id, name=name, open=True
    )
    seat.objects.bulk_create(seat(audience=made, token=each.token) for each in before.seats.all())
    return made


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_open_audiences"),
        ("meetings", "0002_in_time"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="whole",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.audience"
            ),
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="guests",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.audience"
            ),
        ),
        migrations.AddField(
            model_name="tablednote",
            name="item",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="meetings.agendaitem",
            ),
        ),
        migrations.RunPython(give_audiences, migrations.RunPython.noop),
        migrations.RunPython(settle, migrations.RunPython.noop),
    ]
