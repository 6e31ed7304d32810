"""Open a seller's store, or change how it presents itself."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Store
from ..queries import forget_stores
from ..rules import checked_draft
from ..shapes import StoreDraft


class StoreInvalid(Invalid):
    code = "stores.invalid"


class SlugTaken(Refusal):
    """Another store has this address."""

    code = "stores.slug_taken"


class StoreHasNoSeller(Refusal):
    code = "stores.no_seller"
    kind = Kind.MISSING


@action(power=Power.SELLERS_MANAGE)
def open_store(*, actor: Actor, seller_id: UUID, slug: str, name_ar: str, **more: Any) -> None:
    """One store a seller: asked again, it changes the store that is open.

    `more` may hold the other fields of StoreDraft.
    """
    draft, faults = checked_draft(StoreDraft(slug=slug, name_ar=name_ar, **more))
    if faults:
        raise StoreInvalid(faults)
    if not seller_terms([seller_id]):
        raise StoreHasNoSeller(seller=str(seller_id))
    if Store.objects.filter(slug=draft.slug).exclude(seller_id=seller_id).exists():
        raise SlugTaken(slug=draft.slug)
    Store.objects.update_or_create(seller_id=seller_id, defaults=asdict(draft))
    forget_stores()
    tell_everything()
