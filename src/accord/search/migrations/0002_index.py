"""The index of words, kept in step by the database; and the record says of itself which streams were written."""

from django.db import migrations

from accord.search.databases import follow_the_record, index_the_words


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial"), ("record", "0002_immutable")]
    operations = [index_the_words(), follow_the_record()]
