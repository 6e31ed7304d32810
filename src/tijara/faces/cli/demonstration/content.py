"""Read the content files. Ids follow from names, so that loading twice finds what is there."""

import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from uuid import UUID, uuid5

from django.conf import settings

from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.markets.shapes import CashCode, MarketDraft
from tijara.domains.orders.shapes import DeliveryAddress
from tijara.kit.arabic import parse_decimal
from tijara.kit.money import EXPONENTS, Money

CONTENT = Path(__file__).parent / "content"
NAMES = UUID("0197d1a0-7a6e-7c1b-9d51-64656d6f3031")
SOURCE = "demonstration"
LANGUAGES = ("ar", "en", "fr")


def id_of(*words: str) -> UUID:
    return uuid5(NAMES, ":".join(words))


@cache
def read(name: str) -> dict:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def in_three(field: str, words: Sequence[str]) -> dict[str, str]:
    return {f"{field}_{language}": text for language, text in zip(LANGUAGES, words, strict=False)}


def shown_password() -> str:
    """Of every demonstration account; everyone may see it."""
    return settings.DEMONSTRATION_PASSWORD


def other_markets() -> list[dict]:
    """Whole markets beside the first: each file has its stores, goods and orders."""
    files = sorted((CONTENT / "markets").glob("*.toml"))
    return [read(f"markets/{file.stem}") for file in files]


def handling_days(store: str) -> int:
    """How many working days its people need before a parcel leaves; most need one."""
    told = [one for market in (read("market"), *other_markets()) for one in market["store"]]
    return next((one.get("handling_days", 1) for one in told if one["slug"] == store), 1)


def market_draft(told: dict) -> MarketDraft:
    currency = told["currency"]
    fee, limit = told["cash_on_delivery_fee"], told["cash_on_delivery_limit"]
    return MarketDraft(
        slug=told["slug"],
        name_ar=told["name"][0],
        name_en=told["name"][1],
        name_fr=told["name"][2],
        country=told["country"],
        currency=told["currency"],
        commission_bp=told["commission_bp"],
        delivery_minor=price(told["delivery"], currency).minor,
        free_delivery_from_minor=price(told["free_delivery_from"], currency).minor,
        cash_on_delivery_fee_minor=price(fee, currency).minor,
        cash_on_delivery_limit_minor=price(limit, currency).minor,
        cash_code=CashCode(told["cash_code"]),
        return_days=told["return_days"],
        protection_days=told.get("protection_days", 0),
        languages=("ar", "en", "fr"),
        payment_methods=tuple(told["payment_methods"]),
        abroad=tuple(told.get("abroad", ())),
        bank_name=told["bank_name"],
        bank_iban=told["bank_iban"],
        bank_holder=told["bank_holder"],
    )


@cache
def products() -> list[dict]:
    files = sorted((CONTENT / "products").glob("*.toml"))
    return [product for file in files for product in read(f"products/{file.stem}")["product"]]


def product_draft(told: dict) -> ProductDraft:
    path_ar, path_en = _category_names(told["category"])
    brand_ar, brand_en = told.get("brand", ("", ""))
    french = read("french")
    return ProductDraft(
        source=SOURCE,
        source_key=told["key"],
        name_ar=told["name"][0],
        name_en=told["name"][1],
        name_fr=told["name"][2],
        kind=told.get("kind", "physical"),
        brought_by=id_of("seller", told["store"]),
        category_path_ar=path_ar,
        category_path_en=path_en,
        brand_ar=brand_ar,
        brand_en=brand_en,
        about_ar=told["about"][0],
        about_en=told["about"][1],
        about_fr=told["about"][2],
        sku=told["key"].upper(),
        picture=told["picture"],
        specs=[
            {
                "ar": ar,
                "value_ar": value_ar,
                "en": en,
                "value_en": value_en,
                "fr": french["names"].get(en, ""),
                "value_fr": french["values"].get(value_en, ""),
            }
            for ar, value_ar, en, value_en in told.get("specs", ())
        ],
    )


def address(told: dict) -> DeliveryAddress:
    fields = DeliveryAddress.__dataclass_fields__
    return DeliveryAddress(**{field: told.get(field, "") for field in fields})


def price(text: str, currency: str = "SAR") -> Money:
    minor = parse_decimal(text, EXPONENTS[currency])
    if minor is None:
        raise ValueError(f"the content holds an unreadable price: {text}")
    return Money(minor, currency)


def _category_names(path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names along the path, Arabic and English."""
    named = {category["path"]: category["name"] for category in read("categories")["category"]}
    parts = path.split("/")
    along = [named["/".join(parts[: place + 1])] for place in range(len(parts))]
    return tuple(names[0] for names in along), tuple(names[1] for names in along)
