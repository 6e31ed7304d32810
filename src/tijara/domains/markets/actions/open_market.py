"""Open a market, or set the policies of one that is open."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import DeliveryDaysChanged
from ..models import Market
from ..queries import country_profile, forget_markets
from ..rules import policy_faults, tidy_iban
from ..shapes import MarketDraft


class MarketInvalid(Invalid):
    code = "markets.invalid"


class MarketFixed(Refusal):
    """A market's country and currency stay what they were: its prices and orders are in them."""

    code = "markets.fixed"


@action(power=Power.MARKETS_MANAGE)
def open_market(*, actor: Actor, draft: MarketDraft, moved_from: str = "") -> UUID:
    """The market's id. Asked again for the same slug, it sets the policies and keeps the id.

    `moved_from` is the slug of a market in which nothing stands yet: it becomes this one, whatever
    country it was in. Whether sellers or offers stand in it, those who ask must have looked.
    """
    faults = policy_faults(draft, country_profile(draft.country))
    if faults:
        raise MarketInvalid(faults)
    if moved_from and moved_from != draft.slug:
        known = set(Market.objects.values_list("slug", flat=True))
        if {moved_from, draft.slug} <= known:
            raise MarketInvalid({"country": "market_stands"})
        Market.objects.filter(slug=moved_from).update(
            slug=draft.slug, country=draft.country, currency=draft.currency
        )
    row = Market.objects.filter(slug=draft.slug)
    was = row.values_list("country", "currency", "delivery_to_days").first()
    if was and was[:2] != (draft.country, draft.currency):
        raise MarketFixed(market=draft.slug)
    told = asdict(draft)
    texts = ("name_ar", "name_en", "name_fr", "bank_name", "bank_holder")
    values = told | {name: strip_controls(told[name]) for name in texts}
    values |= {
        "bank_iban": tidy_iban(draft.bank_iban),
        "languages": list(draft.languages),
        "payment_methods": list(draft.payment_methods),
        "abroad": list(draft.abroad),
    }
    market, _ = Market.objects.update_or_create(
        slug=values.pop("slug"), defaults=values, create_defaults=values | {"id": new_id()}
    )
    if was and was[2] != draft.delivery_to_days:
        record(OPERATOR_ID, DeliveryDaysChanged(market.id))
    forget_markets()
    tell_everything()
    return market.id
