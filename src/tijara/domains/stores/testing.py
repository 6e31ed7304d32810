"""Makers for tests."""

from uuid import UUID

from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM

from .actions import open_store
from .queries import stores
from .shapes import StoreCard


def make_store(seller_id: UUID | None = None, **told) -> StoreCard:
    """A store; of a seller of the Saudi market, if none is given."""
    seller_id = seller_id or make_seller()
    plain = {
        "slug": f"store-{seller_id.hex[-8:]}",
        "name_ar": "بيت النحّاس",
        "name_en": "Bayt Al-Nahhas",
        "city": "sa-riyadh",
    }
    open_store(actor=SYSTEM, seller_id=seller_id, **(plain | told))
    return stores([seller_id])[seller_id]
