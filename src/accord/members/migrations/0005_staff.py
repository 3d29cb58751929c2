"""Interpreters, note-takers and technical staff have mandates."""

from __future__ import annotations

from django.db import migrations, models

ROLES = ("public", "secretariat", "chair", "delegate", "partner", "staff")


class Migration(migrations.Migration):
    dependencies = [("members", "0004_rules_and_names")]

    operations = [
        migrations.AlterField(
            model_name="mandate",
            name="role",
            field=models.CharField(choices=[(role, role) for role in ROLES], max_length=12),
        ),
    ]
