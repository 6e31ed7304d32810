"""Which fee and which limit hold for a basket, who bears a refusal, and how a phone is marked."""

from collections.abc import Iterable, Sequence

from django.conf import settings
from django.utils.crypto import salted_hmac

from .shapes import CashBasket, CashTerms, DepositRule, FeeBand

SALT = "tijara.cash_terms.phone"
BASIS = 10_000
RANGES = {
    "most_open_orders": (1, 100),
    "newcomer_limit_minor": (0, 10**12),
    "most_attempts": (1, 10),
    "return_charge_minor": (0, 10**9),
    "return_seller_bp": (0, BASIS),
    "forfeit_bp": (0, BASIS),
}
MOST_REFUSALS = 100
LONGEST_NOTE, LONGEST_APPEAL = 200, 500


def terms_faults(terms: CashTerms) -> dict[str, str]:
    return {
        name: "outside_limits"
        for name, (least, most) in RANGES.items()
        if (value := getattr(terms, name)) is not None and not least <= value <= most
    }


def fee_of(bands: Sequence[FeeBand], basket: CashBasket) -> int | None:
    """The dearest of what each way of delivery would cost; None where no band fits."""
    ways = basket.services or ("",)
    fees = [fee for way in ways if (fee := _fee(bands, basket, way)) is not None]
    return max(fees, default=None)


def _fee(bands: Sequence[FeeBand], basket: CashBasket, service: str) -> int | None:
    fitting = [
        band
        for band in bands
        if band.place in ("", basket.region, basket.city)
        and band.service in ("", service)
        and (band.up_to_minor is None or basket.amount.minor <= band.up_to_minor)
    ]
    best = min(fitting, key=lambda band: _rank(band, basket), default=None)
    return best.fee_minor if best else None


def _rank(band: FeeBand, basket: CashBasket) -> tuple:
    places = (basket.city, basket.region, "")
    limit = (band.up_to_minor is None, band.up_to_minor or 0)
    return places.index(band.place), not band.service, limit


def refused_because(terms: CashTerms, basket: CashBasket) -> str:
    """A code, or nothing."""
    most, limit = terms.most_open_orders, terms.newcomer_limit_minor
    if most is not None and basket.open_orders >= most:
        return "too_many_open"
    if limit is not None and basket.is_newcomer and basket.amount.minor > limit:
        return "over_newcomer_limit"
    return ""


def deposit_of(rules: Iterable[DepositRule], basket: CashBasket) -> int:
    """The largest that any fitting rule asks; never all of it, so that a rest is paid at the
    door."""
    shares = [
        rule.share_bp
        for rule in rules
        if rule.place in ("", basket.region, basket.city)
        and basket.amount.minor >= rule.from_minor
        and basket.refusals >= rule.refusals
        and (basket.is_newcomer or not rule.is_for_newcomers)
    ]
    return basket.amount.minor * max(shares, default=0) // BASIS


def rule_faults(rule: DepositRule) -> dict[str, str]:
    ranges = {
        "from_minor": (rule.from_minor, 0, 10**12),
        "refusals": (rule.refusals, 0, MOST_REFUSALS),
        "share_bp": (rule.share_bp, 100, 9000),
    }
    return {
        name: "outside_limits"
        for name, (value, least, most) in ranges.items()
        if not least <= value <= most
    }


def forfeited(ahead_minor: int, forfeit_bp: int | None) -> int:
    """What of a deposit is lost, rounded to its buyer's favour."""
    return ahead_minor * (forfeit_bp or 0) // BASIS


def return_parts(terms: CashTerms) -> tuple[int, int]:
    """(what the seller bears, what the market bears) of a refused parcel's way back."""
    seller = terms.return_charge_minor * terms.return_seller_bp // BASIS
    return seller, terms.return_charge_minor - seller


def mark_of(phone: str, secret: str | None = None) -> str:
    """By the installation's secret: who has the table alone can't try numbers."""
    return salted_hmac(SALT, phone, secret=secret, algorithm="sha256").hexdigest()


def marks_of(phone: str) -> Iterable[str]:
    """By the secret of today and by those before it: a mark can't be made anew from a hash."""
    return [mark_of(phone, one) for one in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)]


def about_answer(block_id: object) -> str:
    """What the place of the answer is sealed about."""
    return f"cash_terms.answer:{block_id}"
