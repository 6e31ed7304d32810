"""`…inside search_seen PORT EACH SEED`: change what stands for sale, each in a commit of its own,
and see how long it takes until the page of a search shows it: through the outbox, the worker, the
index and what the front keeps. Says as JSON the milliseconds of each kind of change."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from itertools import islice

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.queries import names_of
from tijara.domains.catalogue.shapes import ProductDraft
from tijara.domains.inventory.actions import adjust_stock
from tijara.domains.inventory.shapes import StockChange
from tijara.domains.offers.actions import change_price
from tijara.domains.offers.queries import offers_of_products
from tijara.domains.offers.shapes import OfferCard
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from .finding import PLACE, SOURCE, laid
from .search_goods import Goods
from .visitor import Visitor

PATIENCE, PAUSE = 30.0, 0.02
OK = 200
MANY = 10_000
FIRST_PRICE = 5000
"""Of whole units: each good gets one that no other has."""


class NeverSeen(RuntimeError):
    """What was changed is not found, or still found."""


@dataclass(frozen=True, slots=True)
class _Change:
    """What is done, the search that shows the product from then on, or shows it no more."""

    do: Callable[[], object]
    asked: str
    is_shown: bool = True


def run(port: str, each: str, seed: str) -> None:
    goods = [made.good for made in islice(Goods(MANY, int(seed) + 2), int(each))]
    visitor = Visitor(int(port))
    keys = laid(goods, is_indexed=False)
    slugs = {one: name.slug for one, name in names_of(keys).items()}
    offers = {one: cards[0] for one, cards in offers_of_products(keys).items()}
    told: dict[str, list[float]] = {}
    for number, (one, key) in enumerate(keys.items()):
        _wait(visitor, slugs[one], goods[number].name_ar, is_shown=True)
        for kind, change in _changes(key, offers[one], number).items():
            if _shows(visitor, slugs[one], change.asked) == change.is_shown:
                raise NeverSeen(f"{change.asked}: it was so before {kind}")
            change.do()
            took = _wait(visitor, slugs[one], change.asked, is_shown=change.is_shown)
            told.setdefault(kind, []).append(took)
    say(json.dumps(told))


def _changes(key: str, offer: OfferCard, number: int) -> dict[str, _Change]:
    """One after another."""
    name, price = _new_name(number), FIRST_PRICE + number
    at_price = f"price={price}-{price + 1}"
    return {
        "a price": _Change(partial(_costs, offer, price), f"&{at_price}"),
        "a name": _Change(partial(_is_called, key, name), f"{name}&{at_price}"),
        "sold out": _Change(
            partial(_is_gone, offer), f"{name}&{at_price}&in_stock=1", is_shown=False
        ),
    }


def _wait(visitor: Visitor, slug: str, asked: str, *, is_shown: bool) -> float:
    """Milliseconds until the page of that search shows the product, or shows it no more."""
    began = time.perf_counter()
    while _shows(visitor, slug, asked) != is_shown:
        if time.perf_counter() - began > PATIENCE:
            raise NeverSeen(f"{asked}: after {PATIENCE} s {slug} is as it was")
        time.sleep(PAUSE)
    return (time.perf_counter() - began) * 1000


def _shows(visitor: Visitor, slug: str, asked: str) -> bool:
    answer = visitor.get(f"/search?q={asked}")
    if answer.status != OK:
        raise NeverSeen(f"{asked}: the page answered {answer.status}")
    page = answer.body.decode()
    return f'/p/{slug}"' in page or f"/p/{slug}?" in page


def _new_name(number: int) -> str:
    """A word that nothing else is called, and that is no other's slip."""
    letters = "بتثجحخدرسش"
    return "ظغظ" + "".join(letters[int(digit)] for digit in f"{number:04d}")


def _costs(offer: OfferCard, price: int) -> None:
    to = Money(price * 100, offer.price.currency)
    change_price(
        actor=SYSTEM,
        seller_id=offer.seller_id,
        offer_id=offer.id,
        price=to,
        was=None,
        version=offer.version,
    )


def _is_called(key: str, name: str) -> None:
    place = ("للقياس",), (PLACE,)
    import_products(actor=SYSTEM, drafts=[ProductDraft(SOURCE, key, name, "", *place)])


def _is_gone(offer: OfferCard) -> None:
    fewer = [StockChange(offer.stock_id, -offer.free)]
    adjust_stock(actor=SYSTEM, seller_id=offer.seller_id, changes=fewer, reference_id=new_id())
