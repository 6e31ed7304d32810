"""Makers for tests."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.domains.parties.testing import make_seller
from tijara.kit.actor import SYSTEM

from .actions import open_store
from .models import Store
from .queries import forget_stores, stores
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


def let_days_pass(days: float) -> None:
    """The days off of every store come nearer by so many days."""
    gone = timedelta(days=days)
    paused = Store.objects.filter(pause_from__isnull=False)
    paused.update(pause_from=F("pause_from") - gone, pause_until=F("pause_until") - gone)
    forget_stores()
