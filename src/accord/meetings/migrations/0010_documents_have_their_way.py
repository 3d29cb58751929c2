"""Papers keep their place before a meeting; their kind, outcome and way are those of their documents."""

from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("documents", "0002_papers_are_documents"),
        ("meetings", "0009_paper_names_its_document"),
    ]

    operations = [
        migrations.DeleteModel(name="Step"),
        migrations.DeleteModel(name="Station"),
        migrations.RemoveField(model_name="paper", name="final_organ"),
        migrations.RemoveField(model_name="paper", name="kind"),
        migrations.RemoveField(model_name="paper", name="outcome"),
        migrations.RemoveField(model_name="paper", name="source_date"),
        migrations.RemoveField(model_name="paper", name="source_name"),
        migrations.RemoveField(model_name="paper", name="source_url"),
        migrations.RemoveField(model_name="paper", name="standing"),
        migrations.RemoveField(model_name="paper", name="why"),
    ]
