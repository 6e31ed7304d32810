"""Lay in again what was cut into terms by an older rule, some at a time, while it is searched."""

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Document
from ..rules import TEXT_VERSION
from .index_products import index_products

STEP = 200


@action(power=Power.SYSTEM, atomic=False)
def renew_texts(*, actor: Actor) -> int:
    """How many products; a step is a commit, and one that was cut off is done again."""
    older = Document.objects.filter(text_version__lt=TEXT_VERSION)
    product_ids = sorted(set(older.values_list("product_id", flat=True)[:STEP]))
    if product_ids:
        index_products(actor=SYSTEM, product_ids=product_ids)
    return len(product_ids)
