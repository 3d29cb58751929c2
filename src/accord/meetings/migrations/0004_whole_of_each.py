"""Every meeting says who sees the whole of it."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("meetings", "0003_own_audiences")]

    operations = [
        migrations.AlterField(
            model_name="meeting",
            name="whole",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="access.audience"
            ),
        ),
    ]
