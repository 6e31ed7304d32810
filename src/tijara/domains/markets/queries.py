"""Markets, and the profiles of their countries. Kept in the process for a short while."""

import csv
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import get_language, gettext

from tijara.kit.calendar import WorkingDays
from tijara.kit.countries import country_name
from tijara.kit.recent import Recent
from tijara.kit.refusal import Kind, Refusal

from .models import Market
from .rules import WORLDWIDE_ADDRESS, exceptions_on, profile_of, terms_by_law, tidy_fields
from .shapes import (
    AddressRules,
    BuyerTerms,
    CashCode,
    CountryProfile,
    Holiday,
    MarketPolicy,
    OperatorPapers,
    TaxClass,
    WithdrawalException,
)

COUNTRIES = Path(__file__).parent / "countries"
POLICY = (
    "id", "slug", "name_ar", "name_en", "country", "currency", "languages", "trade_model",
    "commission_bp", "commission_vat_bp", "delivery_minor", "free_delivery_from_minor",
    "cash_on_delivery_fee_minor", "cash_on_delivery_limit_minor", "hold_minutes", "return_days",
    "payment_methods", "cash_code", "pay_minutes", "transfer_hours", "bank_name", "bank_iban",
    "bank_holder", "invoice_prefix", "delivery_from_days", "delivery_to_days",
    "delivery_limit_minor", "delivery_limit_days", "phone_means", "name_fr", "accent", "logo",
    "papers",
    "protection_days", "prices_include_tax", "abroad",
)  # fmt: skip

NAMES = {
    "ar": ("name_ar", "name_en"),
    "en": ("name_en", "name_ar"),
    "fr": ("name_fr", "name_en", "name_ar"),
}
"""What a market is called: in the reader's language, else in one that there is."""


class MarketUnknown(Refusal):
    """No market of this name or id was opened."""

    code = "markets.unknown"
    kind = Kind.MISSING


class CountryUnknown(Refusal):
    """There is no profile of this country."""

    code = "markets.country_unknown"
    kind = Kind.MISSING


def market(slug: str) -> MarketPolicy:
    return _find(lambda policy: policy.slug == slug, slug)


def market_by_id(id: UUID) -> MarketPolicy:
    return _find(lambda policy: policy.id == id, id)


def markets() -> list[MarketPolicy]:
    """The oldest first."""
    return _markets.get()


def market_at(start: str) -> MarketPolicy | None:
    """The market whose addresses begin with `start`: "" the first, "/eg" another one. The first
    where no such market is open, None where none is."""
    return _at(markets(), start)


def known_market_at(start: str) -> MarketPolicy | None:
    """The same, as this process last knew it; nothing is asked of the database."""
    return _at(_markets.known() or [], start)


@cache
def working_days(country: str) -> WorkingDays:
    """On which people work there: neither its weekend nor a day off that its file knows."""
    days_off = frozenset(holiday.day for holiday in holidays(country))
    return WorkingDays(country_profile(country).weekend or (), days_off)


@cache
def holidays(country: str) -> tuple[Holiday, ...]:
    """The days off of a country, in their order, as far as its file knows them."""
    file = COUNTRIES / "holidays" / f"{country_profile(country).code.lower()}.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        return tuple(
            Holiday(date.fromisoformat(row["date"]), row["name_ar"], row["name_en"])
            for row in csv.DictReader(rows)
        )


def zone_of(country: str) -> ZoneInfo:
    """Of the clocks on its walls."""
    return ZoneInfo(country_profile(country).time_zone)


def address_start(market_id: UUID) -> str:
    """What the addresses of a market begin with: "" for the first, "/eg" for another."""
    first = markets()[0]
    return "" if market_id == first.id else f"/{market_by_id(market_id).slug}"


def site_name(market: MarketPolicy | None) -> str:
    """Who speaks to people from this market, in the active language: the market by its name where
    it wears a look of its own, else the house."""
    if market is None or not market.accent:
        return gettext("Tijara")
    in_order = NAMES.get(get_language() or "ar", NAMES["ar"])
    return next(filter(None, (getattr(market, name) for name in in_order)), "")


def site_market(market_id: UUID | None) -> MarketPolicy | None:
    """The market that writes: this one, or the first where none is named; None where none is
    open."""
    if market_id:
        return market_by_id(market_id)
    return next(iter(markets()), None)


def forget_markets() -> None:
    _markets.forget()


def _at(opened: list[MarketPolicy], start: str) -> MarketPolicy | None:
    slug = start.strip("/")
    first = opened[0] if opened else None
    return next((one for one in opened if one.slug == slug), first)


def _find(fits, wanted) -> MarketPolicy:
    """Asks the database once more before it gives up: the market may have been opened since."""
    for policy in markets():
        if fits(policy):
            return policy
    forget_markets()
    for policy in markets():
        if fits(policy):
            return policy
    raise MarketUnknown(market=wanted)


def _load() -> list[MarketPolicy]:
    return [_policy(row) for row in Market.objects.order_by("id").values(*POLICY)]


def _policy(row: dict) -> MarketPolicy:
    lists = {name: tuple(row[name]) for name in ("languages", "payment_methods", "abroad")}
    whole = {"cash_code": CashCode(row["cash_code"]), "papers": OperatorPapers(**row["papers"])}
    return MarketPolicy(**(row | lists | whole))


_markets = Recent(_load, seconds=30)


@cache
def country_profile(code: str) -> CountryProfile:
    file = COUNTRIES / f"{code.lower()}.toml"
    if not code.isalpha() or not file.exists():
        raise CountryUnknown(country=code)
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return profile_of(code, told)


def tidy_address(typed: Mapping[str, str], country: str) -> tuple[dict[str, str], dict[str, str]]:
    """An address's fields as they are kept in this country, and what is wrong with them."""
    return tidy_fields(typed, country, address_rules(country))


def address_rules(country: str) -> AddressRules:
    """Of any country: of one without a profile, what couriers ask for all over the world."""
    if country_name(country) and country not in _profiled():
        return WORLDWIDE_ADDRESS
    return country_profile(country).address


@cache
def _profiled() -> frozenset[str]:
    return frozenset(file.stem.upper() for file in COUNTRIES.glob("*.toml"))


def country_profiles() -> list[CountryProfile]:
    return [country_profile(file.stem.upper()) for file in sorted(COUNTRIES.glob("*.toml"))]


def vat_bp(country: str, on: date) -> int:
    """The rate in force that day; 0 before the first one, or where none was checked."""
    profile = country_profile(country)
    return next((rate.bp for rate in reversed(profile.vat_rates) if rate.since <= on), 0)


def commission_vat_bp(market: MarketPolicy, on: date) -> int:
    """What the market's own, or else its country's, rate for commission is that day."""
    own = market.commission_vat_bp
    return vat_bp(market.country, on) if own is None else own


def tax_classes(country: str) -> tuple[TaxClass, ...]:
    """Goods that this country taxes otherwise than the rest; those that are to come too."""
    return country_profile(country).tax_classes


def tax_class(country: str, code: str, on: date) -> TaxClass | None:
    """What the word means there that day; None: it is taxed like the rest."""
    found = [one for one in tax_classes(country) if one.code == code and one.since <= on]
    return max(found, key=lambda one: one.since) if found else None


def tax_classes_of(countries: Iterable[str], kept: str = "") -> list[TaxClass]:
    """Each word once, as the first of these countries tells it; and the word that is kept, also
    where only another country knows it."""
    known = _by_word(countries)
    if kept and kept not in known:
        everywhere = _by_word(profile.code for profile in country_profiles())
        known |= {kept: everywhere[kept]} if kept in everywhere else {}
    return list(known.values())


def tax_classes_in(market_id: UUID | None) -> tuple[TaxClass, ...]:
    """Those of a market's country; none where the market is not known."""
    found = next((one for one in markets() if one.id == market_id), None)
    return tax_classes(found.country) if found else ()


def buyer_terms(
    market: MarketPolicy, goods: str, on: date, granted_days: int | None, granted_months: int
) -> BuyerTerms:
    """What a buyer of such goods has after the sale: what the market and the department promise,
    and never less than the law of the country (ADR 132)."""
    return terms_by_law(
        country_profile(market.country),
        goods,
        on,
        market_days=market.return_days,
        granted_days=granted_days,
        granted_months=granted_months,
    )


def withdrawal_exceptions(country: str, on: date) -> list[WithdrawalException]:
    """Goods that the law excepts from the days to return."""
    return exceptions_on(country_profile(country), on)


def levies_tax(country: str) -> bool:
    """Is there a rate, or will there be one?"""
    return bool(country_profile(country).vat_rates)


def _by_word(countries: Iterable[str]) -> dict[str, TaxClass]:
    known: dict[str, TaxClass] = {}
    for country in countries:
        for one in tax_classes(country):
            known.setdefault(one.code, one)
    return known


@cache
def tax_class_codes() -> frozenset[str]:
    """Every word that a product may carry, in whatever country."""
    return frozenset(one.code for profile in country_profiles() for one in profile.tax_classes)
