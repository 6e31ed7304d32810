"""Open a market, or set the policies of one that is open."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import slug as slug_of
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import new_id
from tijara.kit.money import EXPONENTS
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import Market
from ..queries import country_profile, forget_markets
from ..shapes import MarketDraft


class MarketInvalid(Invalid):
    code = "markets.invalid"


@action(power=Power.MARKETS_MANAGE)
def open_market(*, actor: Actor, draft: MarketDraft) -> UUID:
    """The market's id. Asked again for the same slug, it sets the policies and keeps the id."""
    profile = country_profile(draft.country)
    faults = {}
    if draft.slug != slug_of(draft.slug) or not draft.slug.isascii() or not draft.slug:
        faults["slug"] = "not_an_address"
    if draft.currency not in EXPONENTS:
        faults["currency"] = "unknown"
    if not 0 <= draft.commission_bp <= 10_000:
        faults["commission_bp"] = "out_of_range"
    if faults:
        raise MarketInvalid(faults)
    values = asdict(draft) | {
        "name_ar": strip_controls(draft.name_ar),
        "name_en": strip_controls(draft.name_en),
        "languages": list(draft.languages),
        "payment_methods": list(draft.payment_methods),
        "return_days": max(draft.return_days, profile.return_days or 0),
    }
    market, _ = Market.objects.update_or_create(
        slug=values.pop("slug"), defaults=values, create_defaults=values | {"id": new_id()}
    )
    forget_markets()
    return market.id
