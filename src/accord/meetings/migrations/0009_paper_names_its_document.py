"""A paper before a meeting names the document on its way whose place it is."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("meetings", "0008_known_on_a_day"),
    ]

    operations = [
        migrations.AddField(
            model_name="paper",
            name="document",
            field=models.CharField(blank=True, db_index=True, default="", max_length=16),
            preserve_default=False,
        ),
        migrations.AddConstraint(
            model_name="paper",
            constraint=models.UniqueConstraint(
                condition=models.Q(("document", ""), _negated=True),
                fields=("meeting", "document"),
                name="one_paper_per_document",
            ),
        ),
    ]
