"""What stood of a position before it was corrected stays; what a member said can be taken back, and named readers."""

import django.db.models.deletion
from django.db import migrations, models

from accord.record.triggers import immutable


class Migration(migrations.Migration):

    dependencies = [
        ('documents', '0002_papers_are_documents'),
        ('meetings', '0011_meeting_sample'),
        ('members', '0008_partners'),
        ('positions', '0008_drawn_up'),
    ]

    operations = [
        migrations.AddField('assessment', 'members', models.JSONField(default=list)),
        migrations.AddField('assessment', 'withdrawn', models.DateTimeField(null=True)),
        migrations.AlterField('position', 'situation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.situation')),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source_name', models.CharField(blank=True, max_length=200)),
                ('source_url', models.URLField(blank=True, max_length=500)),
                ('source_date', models.CharField(blank=True, max_length=20)),
                ('standing', models.CharField(choices=[('stated', 'stated'), ('inference', 'inferred'), ('unverified', 'unverified')], default='stated', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('kind', models.CharField(choices=[('national', 'national'), ('collective', 'collective'), ('ambiguous', 'whose is not settled')], max_length=10)),
                ('candidates', models.JSONField(default=list)),
                ('words', models.CharField(max_length=1000)),
                ('verbatim', models.BooleanField(default=False)),
                ('topic', models.CharField(blank=True, max_length=160)),
                ('area', models.CharField(blank=True, max_length=40)),
                ('day', models.DateField(null=True)),
                ('when', models.CharField(blank=True, max_length=80)),
                ('speaker', models.CharField(blank=True, max_length=160)),
                ('occasion', models.CharField(blank=True, max_length=200)),
                ('known', models.DateField(null=True)),
                ('reason', models.CharField(max_length=500)),
                ('actor', models.CharField(max_length=80)),
                ('at', models.DateTimeField()),
                ('document', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.document')),
                ('meeting', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='meetings.meeting')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.member')),
                ('organ', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='members.organ')),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='corrections', to='positions.position')),
                ('situation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.situation')),
            ],
            options={'ordering': ['at', 'id']},
        ),
        immutable('positions_correction'),
    ]
