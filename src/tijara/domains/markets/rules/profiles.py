"""A country's file, read into its profile."""

from typing import Any

from ..shapes import (
    AddressRules,
    ConsumerAuthority,
    CountryProfile,
    DatedRate,
    Disclosure,
    EInvoicing,
    LegalName,
    LegalWarranty,
    Source,
    TaxClass,
    WithdrawalException,
)

ANY_ADDRESS = AddressRules(
    fields=(
        "recipient", "phone", "city", "district", "street", "building", "unit", "landmark",
        "pin", "second_phone", "notes", "email",
    ),
    required=("recipient", "phone", "city"),
    one_of=("district", "street", "landmark"),
)  # fmt: skip
"""Where nobody has looked up how addresses are written: a courier with a phone finds these."""
WORLDWIDE_ADDRESS = AddressRules(
    fields=(
        "recipient", "phone", "city", "region", "postcode", "street", "building", "unit",
        "notes", "email",
    ),
    required=("recipient", "phone", "city", "street"),
    one_of=(),
)  # fmt: skip
"""Of countries without a profile. A postcode is asked, but some of them have none."""
RULES = (
    "vat_rates",
    "tax_classes",
    "weekend",
    "return_days",
    "refund_days",
    "withdrawal_exceptions",
    "legal_warranties",
    "address",
    "disclosures",
    "consumer_authority",
    "e_invoicing",
)
"""What has a source, or is empty and says so."""


def profile_of(code: str, told: dict[str, Any]) -> CountryProfile:
    weekend, invoicing, address = (told.get(name) for name in ("weekend", "e_invoicing", "address"))
    begins, law = told.get("defaults", {}), told.get("consumer_law")
    authority = told.get("consumer_authority")
    return CountryProfile(
        code=code,
        name_ar=told["name_ar"],
        name_en=told["name_en"],
        name_fr=told["name_fr"],
        currency=told["currency"],
        dial_code=told["dial_code"],
        time_zone=told["time_zone"],
        vat_rates=tuple(DatedRate(**rate) for rate in told.get("vat_rates", ())),
        tax_classes=tuple(TaxClass(**one) for one in told.get("tax_classes", ())),
        weekend=None if weekend is None else tuple(weekend),
        return_days=told.get("return_days"),
        refund_days=told.get("refund_days"),
        consumer_law=None if law is None else LegalName(**law),
        withdrawal_exceptions=tuple(
            WithdrawalException(**one) for one in told.get("withdrawal_exceptions", ())
        ),
        legal_warranties=tuple(LegalWarranty(**one) for one in told.get("legal_warranties", ())),
        address=ANY_ADDRESS if address is None else _address(address),
        disclosures=tuple(Disclosure(**one) for one in told.get("disclosures", ())),
        consumer_authority=None if authority is None else ConsumerAuthority(**authority),
        e_invoicing=None if invoicing is None else EInvoicing(**({"since": None} | invoicing)),
        payment_methods=tuple(begins.get("payment_methods", ("cash_on_delivery",))),
        carriers=tuple(begins.get("carriers", ())),
        digits=begins.get("digits", "latn"),
        shows_hijri=begins.get("shows_hijri", False),
        sources={rule: Source(**source) for rule, source in told.get("sources", {}).items()},
        unchecked=tuple(name for name in RULES if name not in told),
    )


def _address(told: dict[str, Any]) -> AddressRules:
    lists = {name: tuple(told[name]) for name in ("fields", "required", "one_of")}
    return AddressRules(**lists, bounds=tuple(told["bounds"]) if "bounds" in told else None)
