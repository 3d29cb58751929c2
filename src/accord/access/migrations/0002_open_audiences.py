"""Audiences to which guests can be admitted later on."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [
        migrations.AddField(model_name="audience", name="open", field=models.BooleanField(default=False)),
    ]
