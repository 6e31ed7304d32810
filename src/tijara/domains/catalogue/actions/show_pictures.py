"""Keep the names that products and variants show of their pictures."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Picture, Product, Variant
from ..rules import looks_alike, read_options
from ..shapes import PictureState


@action(power=Power.SYSTEM)
def show_pictures(*, actor: Actor, product_id: UUID, gone: str = "") -> None:
    """A product shows the first ready picture that is of no variant alone, a variant the first of
    its own, else of one that has its colour. Without any, a product keeps its artwork, unless that
    is what has `gone`."""
    ready = Picture.objects.filter(product_id=product_id, state=PictureState.READY)
    rows = list(ready.order_by("position", "id").values_list("variant_id", "name"))
    shared = [name for variant_id, name in rows if variant_id is None]
    main = next(iter(shared or [name for _, name in rows]), "")
    product = Product.objects.filter(id=product_id)
    if main:
        product.update(picture=main)
    elif gone:
        product.filter(picture=gone).update(picture="")
    first: dict[UUID, str] = {}
    for variant_id, name in rows:
        if variant_id is not None:
            first.setdefault(variant_id, name)
    options = read_options(product.values_list("options", flat=True).first() or [])
    variants = list(Variant.objects.filter(product_id=product_id).order_by("position", "id"))
    pictured = [each for each in variants if each.id in first]
    changed = []
    for variant in variants:
        alike = (each for each in pictured if looks_alike(options, each.choice, variant.choice))
        found = first.get(variant.id) or first.get(next(alike, variant).id, "")
        if found != variant.picture:
            variant.picture = found
            changed.append(variant)
    Variant.objects.bulk_update(changed, ["picture"])
