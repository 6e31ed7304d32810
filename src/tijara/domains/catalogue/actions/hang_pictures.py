"""Give products pictures that are there already, by name: the house's artwork, an address."""

from collections.abc import Mapping, Sequence
from itertools import batched
from uuid import UUID, uuid5

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.ids import OPERATOR_ID
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import CHUNK, ProductsChanged
from ..models import Picture
from ..shapes import PictureState
from .show_pictures import show_pictures


@action(power=Power.CATALOGUE_MANAGE)
def hang_pictures(*, actor: Actor, pictures: Mapping[UUID, Sequence[tuple[str, str, str]]]) -> None:
    """(name, what it shows in Arabic, in English), by product. What hangs already is left."""
    rows = [
        Picture(
            id=uuid5(product_id, name),
            product_id=product_id,
            name=name,
            alt_ar=alt_ar,
            alt_en=alt_en,
            position=position,
            state=PictureState.READY,
        )
        for product_id, named in pictures.items()
        for position, (name, alt_ar, alt_en) in enumerate(named)
    ]
    known = set(
        Picture.objects.filter(id__in=[row.id for row in rows]).values_list("id", flat=True)
    )
    new = [row for row in rows if row.id not in known]
    Picture.objects.bulk_create(new, ignore_conflicts=True)
    touched = list(dict.fromkeys(row.product_id for row in new))
    for product_id in touched:
        show_pictures(actor=SYSTEM, product_id=product_id)
    record(OPERATOR_ID, *(ProductsChanged(chunk) for chunk in batched(touched, CHUNK)))
