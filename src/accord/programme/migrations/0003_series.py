"""Series of joint activities have rows of their own; each edition gets its series and its place in addresses."""

import re
import unicodedata

import django.db.models.deletion
from django.db import migrations, models

SOURCED = [
    ('source_name', models.CharField(blank=True, max_length=200)),
    ('source_url', models.URLField(blank=True, max_length=500)),
    ('source_date', models.CharField(blank=True, max_length=20)),
    ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
    ('why', models.CharField(blank=True, max_length=500)),
]
STATES = [('planned', 'planned'), ('held', 'held'), ('moved', 'moved'), ('cancelled', 'cancelled')]


def key_of(words, taken):
    """Return a place in addresses for these words that is not taken yet."""
    plain = unicodedata.normalize('NFKD', words).encode('ascii', 'ignore').decode().lower()
    stem = re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:32] or 'n'
    key, number = stem, 2
    while key in taken:
        key, number = f'{stem}-{number}', number + 1
    return key


def series_of_editions(apps, _schema_editor):
    """Make a series of each name, with the area of its first edition; give each edition its place in addresses."""
    activity, series = apps.get_model('programme', 'Activity'), apps.get_model('programme', 'Series')
    made, keys = {}, {}
    for row in activity.objects.order_by('id'):
        own = keys.setdefault(row.organisation_id, {'enter', 'by-member'})
        found = made.get((row.organisation_id, row.name_of_series))
        if found is None:
            found = series.objects.create(
                organisation_id=row.organisation_id, area_id=row.area_id, name=row.name_of_series,
                key=key_of(row.name_of_series, own), source_name=row.source_name, source_url=row.source_url,
                source_date=row.source_date, standing=row.standing, why=row.why,
            )
            made[(row.organisation_id, row.name_of_series)] = found
            own.add(found.key)
        taken = keys.setdefault(('series', found.pk), set())
        row.series, row.key = found, key_of(row.edition, taken)
        taken.add(row.key)
        row.save(update_fields=['series', 'key'])


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0004_rules_and_names'),
        ('programme', '0002_programmes'),
    ]

    operations = [
        migrations.CreateModel(
            name='Series',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                *SOURCED,
                ('key', models.CharField(max_length=40)),
                ('name', models.CharField(max_length=120)),
                ('kind', models.CharField(blank=True, max_length=120)),
                ('subject', models.CharField(blank=True, max_length=200)),
                ('first', models.PositiveSmallIntegerField(null=True)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('area', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='series', to='programme.area')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='series', to='members.organisation')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [
                    models.UniqueConstraint(fields=('organisation', 'key'), name='one_series_per_key'),
                    models.UniqueConstraint(fields=('organisation', 'name'), name='one_series_per_name'),
                ],
            },
        ),
        migrations.RemoveConstraint(model_name='activity', name='one_edition_of_a_series'),
        migrations.RenameField(model_name='activity', old_name='series', new_name='name_of_series'),
        migrations.AddField(
            model_name='activity', name='series',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='programme.series'),
        ),
        migrations.AddField(model_name='activity', name='key', field=models.CharField(default='', max_length=40), preserve_default=False),
        migrations.AddField(model_name='activity', name='known', field=models.DateField(null=True)),
        migrations.AddField(model_name='activity', name='reason', field=models.CharField(blank=True, max_length=300)),
        migrations.AddField(model_name='activity', name='absent', field=models.ManyToManyField(related_name='+', to='members.member')),
        migrations.AlterField(model_name='activity', name='state', field=models.CharField(choices=STATES, max_length=10)),
        migrations.RunPython(series_of_editions, migrations.RunPython.noop, elidable=True),
    ]
