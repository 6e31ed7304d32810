from itertools import batched
from uuid import UUID, uuid5

from django.db import migrations
from django.utils.crypto import salted_hmac


def note_what_was_ordered(apps, schema_editor):
    """Under the phone that stands in its intent, as `rules.phone_mark` does it. A thousand a commit;
    broken off, it goes on."""
    rows = apps.get_model("checkout", "Checkout").objects.values_list(
        "buyer_id", "id", "intent", "opened_at"
    )
    noted = apps.get_model("checkout", "OrderedByPhone").objects
    for some in batched(rows.iterator(chunk_size=1000), 1000):
        noted.bulk_create(
            [noted.model(**told) for told in map(_told, some) if told], ignore_conflicts=True
        )


def _told(row):
    buyer_id, checkout_id, intent, since = row
    first = next(iter(intent.values()), {})
    phone = first.get("address", {}).get("phone", "")
    if not phone:
        return None
    about = f"{first['market_id']}:{phone}"
    told = salted_hmac("tijara.checkout.phone", about, algorithm="sha256")
    return {
        "owner_id": UUID(bytes=told.digest()[:16]),
        "id": uuid5(buyer_id, checkout_id.hex),
        "seller_ids": [UUID(one) for one in intent],
        "since": since,
    }


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("checkout", "0004_ordered_by_phone")]

    operations = [migrations.RunPython(note_what_was_ordered, migrations.RunPython.noop)]
