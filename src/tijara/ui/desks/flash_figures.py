"""A flash sale's figures as they stand now, for the pages of its seller and of the market."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.flash_sales.shapes import LatelyBought, Queue, SaleView
from tijara.domains.geography.shapes import City
from tijara.kit.money import Money
from tijara.ui.flash_words import AUDIENCES, PLACE_STATES, SALE_STATES


@dataclass(frozen=True, slots=True)
class Seen:
    """What the page's face has asked for."""

    sale: SaleView
    queue: Queue
    lately: list[LatelyBought]
    names: Mapping[UUID, VariantNames]
    city: Callable[[str], City | None]


def figures_of(seen: Seen, moment: datetime) -> dict[str, Any]:
    """`is_live`: it changes by itself, so that the page looks again."""
    sale, queue = seen.sale, seen.queue
    phase = sale.phase(moment).value
    items = [
        {
            "item": item,
            "names": seen.names.get(item.variant_id),
            "percent": 100 * item.sold / max(item.units, 1),
        }
        for item in sale.items
    ]
    by_item = {one["item"].id: one["names"] for one in items}
    minor = sum(item.price.minor * item.sold for item in sale.items)
    return {
        "sale": sale,
        "phase": phase,
        "now": moment,
        "state": SALE_STATES[sale.state],
        "audience": AUDIENCES[sale.audience],
        "items": items,
        "queue": queue,
        "waiting": queue.waiting + queue.unnumbered,
        "rate": queue.recent / 10,
        "sales": Money(minor, sale.items[0].price.currency) if sale.items else None,
        "lately": [(one, seen.city(one.city), by_item.get(one.item_id)) for one in seen.lately],
        "places": [
            (PLACE_STATES[state], queue.by_state.get(state, 0))
            for state in PLACE_STATES
            if queue.by_state.get(state)
        ],
        "is_live": phase in ("running", "paused") and sale.state in ("agreed", "paused"),
    }
