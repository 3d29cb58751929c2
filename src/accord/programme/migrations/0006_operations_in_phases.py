"""Operations have a place in addresses, members, phases and published results; their spellings go into the name book."""

import re
import unicodedata

import django.db.models.deletion
from django.db import migrations, models

HOLDING = [('planned', 'planned'), ('held', 'held'), ('moved', 'moved'), ('cancelled', 'cancelled')]
SOURCED = [
    ('source_name', models.CharField(blank=True, max_length=200)),
    ('source_url', models.URLField(blank=True, max_length=500)),
    ('source_date', models.CharField(blank=True, max_length=20)),
    ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
    ('why', models.CharField(blank=True, max_length=500)),
]
OWN = [field for field, _column in SOURCED]


def key_of(words, taken):
    """Return a place in addresses for these words that is not taken yet."""
    plain = unicodedata.normalize('NFKD', words).encode('ascii', 'ignore').decode().lower()
    stem = re.sub(r'[^a-z0-9]+', '-', plain).strip('-')[:32] or 'n'
    key, number = stem, 2
    while key in taken:
        key, number = f'{stem}-{number}', number + 1
    return key


def split_operations(apps, _schema_editor):
    """Give each operation its place; its spellings become names, its phases in words become rows."""
    operation, phase, name = (apps.get_model(*of) for of in (('programme', 'Operation'), ('programme', 'Phase'), ('members', 'Name')))
    keys = {}
    for row in operation.objects.order_by('id'):
        taken = keys.setdefault(row.organisation_id, {'enter', 'by-member'})
        row.key = key_of(row.name, taken)
        taken.add(row.key)
        row.save(update_fields=['key'])
        for words in filter(None, map(str.strip, re.split('[,;]', row.variants))):
            name.objects.get_or_create(organisation_id=row.organisation_id, of=f'operation {row.key}', language='', words=words, defaults={'use': 'alias'})
        for words in filter(None, map(str.strip, row.phases_in_words.split(';'))):
            phase.objects.get_or_create(operation=row, name=words[:120], defaults={'state': 'held', 'when': words[120:], **{field: getattr(row, field) for field in OWN}})


class Migration(migrations.Migration):

    dependencies = [
        ('members', '0007_handover'),
        ('programme', '0005_area_tree'),
    ]

    operations = [
        migrations.RenameField(model_name='operation', old_name='phases', new_name='phases_in_words'),
        migrations.AddField(model_name='operation', name='key', field=models.CharField(default='', max_length=40), preserve_default=False),
        migrations.CreateModel(
            name='Phase',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                *SOURCED,
                ('name', models.CharField(max_length=120)),
                ('state', models.CharField(choices=HOLDING, max_length=10)),
                ('place', models.CharField(blank=True, max_length=120)),
                ('begins', models.DateField(null=True)),
                ('ends', models.DateField(null=True)),
                ('when', models.CharField(blank=True, max_length=300)),
                ('observers', models.CharField(blank=True, max_length=300)),
                ('known', models.DateField(null=True)),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='phases', to='programme.operation')),
                ('participants', models.ManyToManyField(related_name='+', to='members.member')),
            ],
            options={
                'ordering': ['begins', 'id'],
                'constraints': [
                    models.UniqueConstraint(fields=('operation', 'name'), name='one_phase_per_name'),
                    models.CheckConstraint(condition=models.Q(('ends__isnull', True), ('ends__gte', models.F('begins')), _connector='OR'), name='a_phase_ends_after_it_begins'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Result',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                *SOURCED,
                ('what', models.CharField(max_length=160)),
                ('exactness', models.CharField(choices=[('exact', 'exactly'), ('more', 'more than'), ('about', 'about'), ('less', 'less than')], max_length=8)),
                ('figure', models.DecimalField(decimal_places=6, max_digits=20)),
                ('unit', models.CharField(blank=True, max_length=60)),
                ('note', models.CharField(blank=True, max_length=300)),
                ('known', models.DateField()),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='results', to='programme.operation')),
                ('phase', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='results', to='programme.phase')),
            ],
            options={
                'ordering': ['known', 'id'],
                'constraints': [models.UniqueConstraint(fields=('operation', 'phase', 'what', 'known'), name='one_result_of_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Taking',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                *SOURCED,
                ('known', models.DateField(null=True)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
                ('operation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='takings', to='programme.operation')),
            ],
            options={
                'ordering': ['member__order', 'id'],
                'constraints': [models.UniqueConstraint(fields=('operation', 'member'), name='a_member_takes_part_once')],
            },
        ),
        migrations.RunPython(split_operations, migrations.RunPython.noop, elidable=True),
    ]
