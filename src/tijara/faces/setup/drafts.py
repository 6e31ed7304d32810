"""A market's policies while it is set up: what stands, with what this step changes."""

from collections.abc import Mapping
from dataclasses import fields

from tijara.domains.markets.actions import MarketInvalid, open_market
from tijara.domains.markets.shapes import MarketDraft, MarketPolicy
from tijara.faces.setup.seat import Seat
from tijara.ui.refusal_texts import field_sentences

NAMES = tuple(field.name for field in fields(MarketDraft))


def draft_with(market: MarketPolicy, **changes) -> MarketDraft:
    return MarketDraft(**({name: getattr(market, name) for name in NAMES} | changes))


def change_terms(seat: Seat, fields_of: Mapping[str, str], **changes) -> dict[str, str]:
    """What is wrong, a sentence by the form's field (`fields_of`: policy to field); nothing where
    the changes are kept."""
    try:
        open_market(actor=seat.actor, draft=draft_with(seat.opened, **changes))
    except MarketInvalid as refusal:
        told = {fields_of.get(name, name): code for name, code in refusal.fields.items()}
        return field_sentences(told)
    return {}
