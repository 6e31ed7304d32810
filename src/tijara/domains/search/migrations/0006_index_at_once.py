"""What is laid into the index stands in its tree at once: a list beside it, which every search would
read to its end until the server tidies up, costs more than it saves."""

from django.contrib.postgres.indexes import GinIndex
from django.db import migrations, models
from django.contrib.postgres.fields import ArrayField

NAMES = ("search_document_words", "search_document_sellers", "search_word_keys", "search_word_parts")
WORDS = models.Func(
    models.Func(models.F("text"), models.Value(" "), function="string_to_array"),
    models.Value("|"),
    function="array_remove",
    output_field=ArrayField(models.TextField()),
)
INDEXES = (
    ("document", GinIndex(WORDS, fastupdate=False, name=NAMES[0])),
    ("document", GinIndex(fields=["sellers"], fastupdate=False, name=NAMES[1])),
    ("word", GinIndex(fields=["keys"], fastupdate=False, name=NAMES[2])),
    ("word", GinIndex(fields=["word"], opclasses=["gin_trgm_ops"], fastupdate=False, name=NAMES[3])),
)


class Migration(migrations.Migration):
    dependencies = [("search", "0005_words")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(
                    [
                        f"ALTER INDEX {name} SET (fastupdate = off)",
                        f"SELECT gin_clean_pending_list('{name}')",
                    ],
                    f"ALTER INDEX {name} SET (fastupdate = on)",
                )
                for name in NAMES
            ],
            state_operations=[
                step
                for model, index in INDEXES
                for step in (
                    migrations.RemoveIndex(model, index.name),
                    migrations.AddIndex(model, index),
                )
            ],
        )
    ]
