"""Change how one's own store presents itself."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Store
from ..queries import forget_stores
from ..rules import checked_draft
from ..shapes import StoreDraft
from .open_store import StoreHasNoSeller, StoreInvalid


@action(power=Power.STORE_MANAGE)
def change_store(*, actor: Actor, seller_id: UUID, draft: StoreDraft) -> None:
    """Its address stays: links to it are out in the world, and only the operator moves them."""
    tidy, faults = checked_draft(draft)
    faults.pop("slug", None)
    if faults:
        raise StoreInvalid(faults)
    words = asdict(tidy)
    del words["slug"]
    if not Store.objects.filter(seller_id=seller_id).update(**words):
        raise StoreHasNoSeller(seller=str(seller_id))
    forget_stores()
    tell_everything()
