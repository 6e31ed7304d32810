"""A page of the lexicon leaves room, so that a word is counted where it stands: no index hears of a
change that none of them holds."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("search", "0011_engines")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE search_word SET (fillfactor = 70)",
            "ALTER TABLE search_word RESET (fillfactor)",
        )
    ]
