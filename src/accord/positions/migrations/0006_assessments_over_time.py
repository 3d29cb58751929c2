"""What a member said of a question stays beside what it says later, in words too, for the readers that it allows."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def readers_of_before(apps: Any, _schema_editor: Any) -> None:
    """What was said before is read by whoever reads the question."""
    points = apps.get_model("positions", "SituationPoint").objects.filter(pk=OuterRef("point"))
    assessments = apps.get_model("positions", "Assessment").objects
    assessments.update(audience=Subquery(points.values("audience")[:1]))


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
        ('positions', '0005_positions'),
    ]

    operations = [
        migrations.AddField('situationpoint', 'until', models.DateField(null=True)),
        migrations.AddField('assessment', 'words', models.CharField(blank=True, max_length=600, default=''), preserve_default=False),
        migrations.AddField('assessment', 'shown', models.CharField(choices=[('own', 'our delegation alone'), ('office', 'chair and secretariat too'), ('council', 'the whole council'), ('public', 'everybody')], default='council', max_length=8)),
        migrations.AddField('assessment', 'audience', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience')),
        migrations.RunPython(readers_of_before, migrations.RunPython.noop),
    ]
