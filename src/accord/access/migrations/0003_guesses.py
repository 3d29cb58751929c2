"""How often a password was guessed."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0002_open_audiences")]

    operations = [
        migrations.CreateModel(
            name="Guesses",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("of", models.CharField(max_length=64, unique=True)),
                ("count", models.PositiveSmallIntegerField(default=0)),
                ("since", models.DateTimeField(db_index=True)),
            ],
        ),
    ]
