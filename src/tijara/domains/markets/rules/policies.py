"""What a market may promise and ask: its policies, checked field by field."""

import re

from stdnum import iban

from tijara.kit.arabic import strip_controls
from tijara.kit.countries import country_codes
from tijara.kit.money import EXPONENTS

from ..shapes import MARKET_SLUG, CountryProfile, MarketDraft

PREFIX = re.compile(r"[A-Z0-9-]{1,12}")
RANGES = {
    "commission_bp": (0, 10_000),
    "commission_vat_bp": (0, 10_000),
    "delivery_minor": (0, 10**9),
    "free_delivery_from_minor": (0, 10**12),
    "cash_on_delivery_fee_minor": (0, 10**9),
    "cash_on_delivery_limit_minor": (0, 10**12),
    "hold_minutes": (1, 120),
    "return_days": (0, 365),
    "protection_days": (0, 60),
    "pay_minutes": (10, 24 * 60),
    "transfer_hours": (1, 30 * 24),
    "delivery_from_days": (0, 60),
    "delivery_to_days": (0, 60),
    "delivery_limit_minor": (0, 10**9),
    "delivery_limit_days": (1, 60),
}
LANGUAGES = ("ar", "en", "fr")
LONGEST_SLUG = 40
PHONE_MEANS = ("sms", "whatsapp")
TRANSFER = "bank_transfer"


def tidy_iban(typed: str) -> str:
    return strip_controls(typed).replace(" ", "").replace("-", "").upper()


def policy_faults(draft: MarketDraft, profile: CountryProfile) -> dict[str, str]:
    """A code by field; empty, all is well."""
    faults = {
        name: "outside_limits"
        for name, (least, most) in RANGES.items()
        if (value := getattr(draft, name)) is not None and not least <= value <= most
    }
    if not MARKET_SLUG.fullmatch(draft.slug) or len(draft.slug) > LONGEST_SLUG:
        faults["slug"] = "not_an_address"
    if draft.currency not in EXPONENTS:
        faults["currency"] = "unknown"
    for name in ("name_ar", "name_en"):
        if not strip_controls(getattr(draft, name)):
            faults[name] = "required"
    faults |= _language_faults(draft.languages)
    if profile.code in draft.abroad or not set(draft.abroad) <= country_codes():
        faults["abroad"] = "unknown"
    if "delivery_to_days" not in faults and draft.delivery_to_days < draft.delivery_from_days:
        faults["delivery_to_days"] = "days_reversed"
    if draft.return_days < (profile.return_days or 0):
        faults["return_days"] = "below_the_law"
    return faults | _payment_faults(draft, profile)


def _language_faults(languages: tuple[str, ...]) -> dict[str, str]:
    if not languages:
        return {"languages": "required"}
    return {} if set(languages) <= set(LANGUAGES) else {"languages": "unknown"}


def _payment_faults(draft: MarketDraft, profile: CountryProfile) -> dict[str, str]:
    faults = {}
    if not draft.payment_methods:
        faults["payment_methods"] = "required"
    if draft.phone_means not in PHONE_MEANS:
        faults["phone_means"] = "unknown"
    if not PREFIX.fullmatch(draft.invoice_prefix):
        faults["invoice_prefix"] = "letters_and_digits"
    number = tidy_iban(draft.bank_iban)
    if number and not iban.is_valid(number):
        faults["bank_iban"] = "iban_invalid"
    elif number and number[:2] != profile.code:
        faults["bank_iban"] = "iban_elsewhere"
    if TRANSFER in draft.payment_methods:
        faults |= {
            name: "required"
            for name in ("bank_name", "bank_iban", "bank_holder")
            if not strip_controls(getattr(draft, name))
        }
    return faults
