"""What papers of a market look like, and the letter that claims cash from a carrier."""

from base64 import b64encode
from uuid import UUID

from django.template.loader import render_to_string
from django.utils import translation

from tijara.domains.cash.queries import claim_letter, last_day
from tijara.domains.markets.queries import market_by_id, site_name, zone_of
from tijara.domains.markets.shapes import MarketPolicy
from tijara.kit.accents import HOUSE, accent_of
from tijara.kit.pictures import made_picture
from tijara.platform.pictures.shelf import file_at

from ..rules import currency_in_arabic, figures, hijri_of


def look_of(market: MarketPolicy) -> dict[str, object]:
    """As it is now."""
    return {
        "site_ar": _called(market, "ar"),
        "site_en": _called(market, "en"),
        "logo": _logo_within(market),
        "has_look": bool(market.accent),
        "shades": accent_of(market.accent or HOUSE).day,
    }


def claim_page(letter_id: UUID) -> str:
    """What goes to the printer: the words that were frozen, in the look that the market has."""
    letter = claim_letter(letter_id)
    if letter is None:
        return ""
    market = market_by_id(letter.market_id)
    zone = zone_of(market.country)
    written_on = letter.written_at.astimezone(zone).date()
    facts = {
        "letter": letter,
        "papers": market.papers,
        "written_on": written_on,
        "written_on_hijri": hijri_of(written_on),
        "last_day": last_day(letter.answer_by, zone),
        "total": figures(letter.amount),
        "currency": letter.amount.currency,
        "currency_ar": currency_in_arabic(letter.amount.currency),
        "rows": [(one, figures(one.amount), figures(one.asked)) for one in letter.parcels],
        **look_of(market),
    }
    return render_to_string("invoicing/messages/claim.html", facts)


def _called(market: MarketPolicy, language: str) -> str:
    with translation.override(language):
        return site_name(market)


def _logo_within(market: MarketPolicy) -> str:
    """Its logo as an address that holds the picture: a printer reaches no others."""
    made = made_picture(market.logo) if market.accent else None
    file = file_at(made.address(made.widths[:2][-1], "webp")) if made else None
    return f"data:image/webp;base64,{b64encode(file.read_bytes()).decode()}" if file else ""
