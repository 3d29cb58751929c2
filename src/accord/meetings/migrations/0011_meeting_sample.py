"""A meeting that is a sample says so on its pages and on what is printed of it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0010_documents_have_their_way"),
    ]

    operations = [
        migrations.AddField(
            model_name="meeting",
            name="sample",
            field=models.BooleanField(default=False),
        ),
    ]
