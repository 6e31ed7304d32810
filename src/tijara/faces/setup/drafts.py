"""A market's policies while it is set up: what stands, with what this step changes."""

from dataclasses import fields

from tijara.domains.markets.shapes import MarketDraft, MarketPolicy

NAMES = tuple(field.name for field in fields(MarketDraft))


def draft_with(market: MarketPolicy, **changes) -> MarketDraft:
    return MarketDraft(**({name: getattr(market, name) for name in NAMES} | changes))
