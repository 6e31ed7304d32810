"""What was bought in ninety days, by a lot that falls the same way each time it is drawn.

More at evenings and weekends than on a working morning, and more this month than two months ago.
The last week is told order by order in `content/orders.toml`, so that each state stands there: the
lot adds a little to it, and the weeks before are as busy as it is.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from tijara.domains.offers.shapes import OfferKey

from . import content

DAYS = 90
FEWEST, MOST = {"sa": 0.6, "eg": 0.1}, {"sa": 3.4, "eg": 0.25}
"""Orders a day, at the beginning and now."""
TOLD_DAYS, BESIDE_WHAT_IS_TOLD = 6, {"sa": 0.2, "eg": 1}
"""How many days are told, and how much of its orders the lot adds to them."""
WELL_KNOWN, GO_THERE = ("nahhas", "khawlani", "oud", "raqmi"), {"sa": 0.55, "eg": 0}
"""The stores that a visitor can enter, which is where most of the told orders went, and how much of
the lot's orders go there."""
WEEKDAYS = (0.8, 0.8, 0.9, 1.25, 1.5, 1.25, 0.8)
"""How much of a day's trade falls on it, counted from the day on which it is loaded."""
HOURS = (9, 10, 11, 13, 14, 16, 17, 18, 19, 20, 20, 21, 21, 21, 22, 22, 23)
GUESTS = 60
MOST_OF_SHELF = 0.4
"""History leaves this much and more of each shelf for those who come to look."""
PAYMENTS = ("cash_on_delivery",) * 11 + ("card",) * 6 + ("bank_transfer",) * 3
PAYS = {"card": "by_card", "bank_transfer": "by_transfer"}
LONG_AGO = ("delivered",) * 25 + (
    "refused", "refused", "cancelled_by_buyer", "cancelled_by_seller", "refunded",
)  # fmt: skip
LATELY = ("shipped", "delivered", "shipped", "confirmed", "packed", "cancelled_by_buyer")
SETTLED_DAYS, MOVING_DAYS = 8, 3


def orders_of(market: str, offer_keys: dict[str, OfferKey]) -> list[dict]:
    """In the form of `content/orders.toml`, oldest first."""
    found = []
    sold: Counter[str] = Counter()
    for days_ago in range(DAYS, 0, -1):
        for number in range(_many(market, days_ago)):
            key = f"{market}-{days_ago}-{number}"
            found.append(_order(market, key, days_ago, _street(market, key), sold))
    return [order for order in found if set(order["items"]) <= set(offer_keys)]


def _many(market: str, days_ago: int) -> int:
    """Of the day: the whole part of what is expected, and by lot one more."""
    grown = (DAYS - days_ago) / DAYS
    expected = FEWEST[market] + (MOST[market] - FEWEST[market]) * grown
    expected *= WEEKDAYS[days_ago % 7]
    if days_ago <= TOLD_DAYS:
        expected *= BESIDE_WHAT_IS_TOLD[market]
    return int(expected + share_of(market, days_ago, "many"))


def _street(market: str, key: str) -> Sequence[dict]:
    """The goods among which this buyer looks: those of one store that everybody knows, or all."""
    shelf = _shelf(market)
    if share_of(key, "street") >= GO_THERE[market]:
        return shelf
    store = _one(WELL_KNOWN, key, "store")
    return [told for told in shelf if told["store"] == store]


def _order(market: str, key: str, days_ago: int, shelf: Sequence[dict], sold: Counter) -> dict:
    told = content.read("buyers")[market]
    guest = int(GUESTS * share_of(key, "guest") ** 1.4)
    items = _items(key, shelf, sold)
    payment = _payment(market, key, items)
    fates = LONG_AGO if days_ago > SETTLED_DAYS else LATELY
    fate = _one(fates, key, "fate") if days_ago >= MOVING_DAYS else "confirmed"
    order = {
        "key": key,
        "days_ago": days_ago,
        "hour": [_one(HOURS, key, "hour"), int(60 * share_of(key, "minute"))],
        "guest": f"{market}-{guest}",
        "language": "ar",
        "payment": payment,
        "fate": fate,
        "items": items,
        **_person(market, told, guest),
    }
    if payment in PAYS:
        order["pays"] = PAYS[payment]
    if payment != "card":
        order["given_back"] = f"FT-{key.upper()}"
    return order


def _person(market: str, told: dict, guest: int) -> dict:
    """The same each time he comes."""
    city, district, street = _one(told["places"], market, guest, "place")
    begin = _one(told["phone"], market, guest, "line")
    number = f"{share_of(market, guest, 'phone'):.7f}"[2:]
    name = f"{_one(told['given'], market, guest)} {_one(told['family'], market, guest)}"
    return {
        "recipient": _one(told["latin"], guest) if guest % 10 == 9 else name,
        "phone": begin + number,
        "city": city,
        "district": district,
        "street": street,
        "building": f"{10 + guest}",
    }


def _items(key: str, shelf: Sequence[dict], sold: Counter) -> dict[str, int]:
    """One to three goods of one store, seldom two of a kind; what sells well sells on."""
    first = _free(shelf, key, sold)
    near = [told for told in shelf if told["store"] == first["store"]]
    wanted = [first] + [
        _free(near, f"{key}-{place}", sold)
        for place in range((0, 0, 0, 1, 1, 2)[int(6 * share_of(key, "many"))])
    ]
    items = {told["key"]: 1 + (share_of(key, told["key"], "two") > 0.85) for told in wanted}
    sold.update(items)
    return items


def _free(shelf: Sequence[dict], key: str, sold: Counter) -> dict:
    left = [told for told in shelf if sold[told["key"]] + 2 <= told["units"] * MOST_OF_SHELF]
    return left[int(len(left) * share_of(key, "goods") ** 1.6)] if left else shelf[0]


@cache
def _shelf(market: str) -> tuple[dict, ...]:
    """Plain goods that there are enough of; the order of their fame is a lot, too."""
    goods = content.products() if market == "sa" else _goods_of(market)
    enough = [told for told in goods if "options" not in told and "kind" not in told]
    enough = [told for told in enough if told["units"] >= 8]
    return tuple(sorted(enough, key=lambda told: share_of(told["key"], "fame")))


def _goods_of(market: str) -> Iterator[dict]:
    for told in content.other_markets():
        if told["market"]["slug"] == market:
            yield from told["product"]


def _payment(market: str, key: str, items: dict[str, int]) -> str:
    """Nobody pays much at the door; where the market takes no cards, by transfer."""
    told = content.read("buyers")[market]
    prices = {one["key"]: content.price(one["price"]).minor for one in _shelf(market)}
    asked = sum(prices[name] * many for name, many in items.items())
    chosen = _one(PAYMENTS, key, "payment")
    if chosen == "cash_on_delivery" and asked > content.price(told["cash_most"]).minor:
        chosen = "card"
    return "bank_transfer" if chosen == "card" and market == "eg" else chosen


def _one(choices: Sequence, *words: object):
    return choices[int(len(choices) * share_of(*words, len(choices)))]


def share_of(*words: object) -> float:
    """A number from 0 up to 1 that follows from the words."""
    drawn = hashlib.sha256(":".join(map(str, words)).encode()).digest()[:6]
    return int.from_bytes(drawn, "big") / 2**48
