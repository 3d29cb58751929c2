"""Each assessment has its readers; a member may say something of one question more than once."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0001_initial'),
        ('positions', '0006_assessments_over_time'),
    ]

    operations = [
        migrations.AlterField('assessment', 'audience', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.audience')),
        migrations.RemoveConstraint('assessment', 'one_assessment_per_point'),
        migrations.AlterModelOptions('assessment', {'ordering': ['at', 'id']}),
    ]
