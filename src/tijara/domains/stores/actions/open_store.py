"""Open a seller's store, or change how it presents itself."""

from typing import Any
from uuid import UUID

from tijara.domains.geography.queries import city as city_of
from tijara.domains.parties.queries import seller_terms
from tijara.kit.actor import Actor
from tijara.kit.arabic import slug as slug_of
from tijara.kit.arabic import strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action

from ..models import Store
from ..queries import forget_stores
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
    draft = StoreDraft(slug=slug, name_ar=name_ar, **more)
    faults = {}
    if draft.slug != slug_of(draft.slug, 60) or not draft.slug.isascii() or not draft.slug:
        faults["slug"] = "not_an_address"
    if not strip_controls(draft.name_ar):
        faults["name_ar"] = "empty"
    if draft.city and city_of(draft.city) is None:
        faults["city"] = "unknown"
    if faults:
        raise StoreInvalid(faults)
    if not seller_terms([seller_id]):
        raise StoreHasNoSeller(seller=str(seller_id))
    if Store.objects.filter(slug=draft.slug).exclude(seller_id=seller_id).exists():
        raise SlugTaken(slug=draft.slug)
    Store.objects.update_or_create(
        seller_id=seller_id,
        defaults={
            "slug": draft.slug,
            "name_ar": strip_controls(draft.name_ar),
            "name_en": strip_controls(draft.name_en),
            "about_ar": strip_controls(draft.about_ar, keep_lines=True),
            "about_en": strip_controls(draft.about_en, keep_lines=True),
            "city": draft.city,
            "hue": draft.hue % 360,
        },
    )
    forget_stores()
