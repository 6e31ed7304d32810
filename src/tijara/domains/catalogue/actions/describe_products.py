"""Say what many products tell of themselves, in two statements and one fact for hundreds."""

import json
from collections.abc import Mapping
from itertools import batched
from uuid import UUID

from django.db import connection

from tijara.kit.actor import Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Product
from ..queries import category_attributes
from ..rules import ValueWrong, read_value
from .save_product import ProductInvalid

WRITE = """
    UPDATE catalogue_product p SET attributes = k.attributes, version = p.version + 1
    FROM unnest(%s::uuid[], %s::jsonb[]) AS k (id, attributes)
    WHERE p.id = k.id AND p.attributes = '{}'
    RETURNING p.id
"""


@action(power=Power.CATALOGUE_MANAGE)
def describe_products(*, actor: Actor, told: Mapping[UUID, Mapping[UUID, object]]) -> int:
    """How many were described. Values by attribute, by product; what its category does not ask is
    let go, and a product that tells something already stays as it is."""
    homes = Product.objects.filter(id__in=list(told)).values_list("id", "category_id")
    values = {id: _read(category_id, told[id]) for id, category_id in homes if category_id}
    if not values:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(WRITE, [list(values), [json.dumps(one) for one in values.values()]])
        written = sorted(row[0] for row in cursor.fetchall())
    record(OPERATOR_ID, *(ProductsChanged(chunk) for chunk in batched(written, CHUNK)))
    return len(written)


def _read(category_id: UUID, told: Mapping[UUID, object]) -> dict[str, object]:
    values, faults = {}, {}
    for card in category_attributes(category_id):
        try:
            value = read_value(card, told.get(card.id))
        except ValueWrong as wrong:
            faults[f"attribute_{card.id}"] = wrong.code
        else:
            if value is not None:
                values[str(card.id)] = value
    if faults:
        raise ProductInvalid(faults)
    return values
