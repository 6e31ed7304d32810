"""Makers for tests."""

from tijara.kit.actor import SYSTEM

from .actions import open_market
from .queries import forget_markets, market_by_id
from .shapes import MarketDraft, MarketPolicy


def make_market(slug: str = "sa", **policies) -> MarketPolicy:
    """A Saudi market, or the one that is there by this slug, with `policies` set."""
    forget_markets()
    told = {
        "slug": slug,
        "name_ar": "السوق السعودي",
        "name_en": "Saudi market",
        "country": "SA",
        "currency": "SAR",
        "commission_bp": 1000,
        "delivery_minor": 2000,
        "free_delivery_from_minor": 20000,
        "cash_on_delivery_fee_minor": 1200,
        "cash_on_delivery_limit_minor": 300000,
    }
    draft = MarketDraft(**(told | policies))
    return market_by_id(open_market(actor=SYSTEM, draft=draft))
