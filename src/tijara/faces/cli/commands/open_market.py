"""Open a market of a country, or set the policies of one that is open.

Amounts are in the country's currency ("20" or "19.50"); rates in percent of the goods' price.
"""

import argparse

from tijara.domains.markets.actions import open_market
from tijara.domains.markets.queries import country_profile
from tijara.domains.markets.shapes import MarketDraft
from tijara.faces.cli.terminal import say, warn
from tijara.kit.actor import SYSTEM
from tijara.kit.arabic import parse_decimal
from tijara.kit.money import EXPONENTS

AMOUNTS = {
    "delivery": ("delivery_minor", "0", "what delivery costs"),
    "free_delivery_from": ("free_delivery_from_minor", "", "goods worth this travel free"),
    "cash_fee": ("cash_on_delivery_fee_minor", "0", "the fee of cash on delivery"),
    "cash_limit": ("cash_on_delivery_limit_minor", "", "cash is not taken above this"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", help='its name in addresses, as "sa"')
    parser.add_argument("--country", required=True, help="two letters, as SA")
    parser.add_argument("--name-ar", required=True)
    parser.add_argument("--name-en", required=True)
    parser.add_argument("--commission", default="10", help="percent; 10 if not given")
    for name, (_, usual, told) in AMOUNTS.items():
        parser.add_argument(f"--{name.replace('_', '-')}", default=usual, help=told)


def run(options: argparse.Namespace) -> int:
    country = options.country.upper()
    currency = country_profile(country).currency
    given = {"commission_bp": parse_decimal(options.commission, 2)}
    for name, (field, _, _) in AMOUNTS.items():
        typed = getattr(options, name)
        given[field] = parse_decimal(typed, EXPONENTS[currency]) if typed else None
        if typed and (given[field] is None or given[field] < 0):
            warn(f"--{name.replace('_', '-')}: {typed!r} is no amount of {currency}.")
            return 2
    if given["commission_bp"] is None:
        warn(f"--commission: {options.commission!r} is no percentage.")
        return 2
    draft = MarketDraft(
        slug=options.slug,
        name_ar=options.name_ar,
        name_en=options.name_en,
        country=country,
        currency=currency,
        **given,
    )
    open_market(actor=SYSTEM, draft=draft)
    say(f"The market {options.slug} is open, in {currency}.")
    return 0
