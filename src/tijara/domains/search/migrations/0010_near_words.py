"""The nearest words of a lexicon are chosen by the server: it has to compare letters."""

from django.contrib.postgres.operations import CreateExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0007_asked")]

    operations = [CreateExtension("fuzzystrmatch")]
