"""Open a seller's store in a market."""

import argparse

from django.db import transaction

from tijara.domains.markets.queries import market
from tijara.domains.parties.actions import open_seller
from tijara.domains.stores.actions import open_store
from tijara.domains.stores.queries import store_by_slug
from tijara.faces.cli.terminal import say, warn
from tijara.kit.actor import SYSTEM


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("slug", help="its name in addresses")
    parser.add_argument("--market", required=True, help="the market's name in addresses")
    parser.add_argument("--name-ar", required=True)
    parser.add_argument("--name-en", default="")
    parser.add_argument("--legal-name", required=True, help="as in the commercial register")
    parser.add_argument("--vat-number", default="")
    parser.add_argument("--city", default="", help='a code of geography, as "sa-riyadh"')


def run(options: argparse.Namespace) -> int:
    if store_by_slug(options.slug) is not None:
        warn(f"The address {options.slug!r} is taken by a store that is open.")
        return 1
    with transaction.atomic():
        seller_id = open_seller(
            actor=SYSTEM,
            market_id=market(options.market).id,
            legal_name=options.legal_name,
            vat_number=options.vat_number,
        )
        open_store(
            actor=SYSTEM,
            seller_id=seller_id,
            slug=options.slug,
            name_ar=options.name_ar,
            name_en=options.name_en,
            city=options.city,
        )
    say(f"The store {options.slug} is open: /s/{options.slug}")
    return 0
