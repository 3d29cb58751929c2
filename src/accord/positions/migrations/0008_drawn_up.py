"""A text that was drawn up from assessments names its situation, and the day."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('drafting', '0003_languages'),
        ('positions', '0007_assessments_have_readers'),
    ]

    operations = [
        migrations.CreateModel(
            name='DrawnUp',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('at', models.DateTimeField()),
                ('situation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='drawn_up', to='positions.situation')),
                ('text', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='drafting.text')),
            ],
            options={'ordering': ['at', 'id']},
        ),
    ]
