"""Filters as an address says them and as a page shows them: what is picked, and what can be.

    ?brand=najm&brand=hilal&price=50-200&store=nahhas&condition=new&in_stock=1&reduced=1&attr.size=L
    &delivery=3&area=SA-02

Prices stand in whole units of the market's currency; the domain counts in minor ones. `delivery`
is within how many days from today, `area` the region or city where the visitor is.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from tijara.domains.catalogue.queries import category_attributes
from tijara.domains.catalogue.shapes import AttributeCard, AttributeType, CategoryNode
from tijara.domains.geography.queries import city, is_place, region, regions
from tijara.domains.geography.shapes import City, Region
from tijara.domains.search.shapes import FacetCount, PriceStep
from tijara.domains.stores.queries import store_by_slug, stores
from tijara.faces.storefront.here import here
from tijara.kit.arabic import ascii_digits, parse_decimal
from tijara.kit.money import EXPONENTS
from tijara.ui.pieces.facets import Bar, FacetLine
from tijara.ui.pieces.words import grouped, named

ATTRIBUTE = "attr."
SWITCHES = {
    "in_stock": gettext_lazy("In stock only"),
    "reduced": gettext_lazy("Reduced only"),
}
AREA = "area"
TITLES = {
    "price": pgettext_lazy("filter", "Price"),
    "delivery": pgettext_lazy("filter", "Arrives"),
    "rating": pgettext_lazy("filter", "Rating"),
    "brand": pgettext_lazy("filter", "Brand"),
    "store": pgettext_lazy("filter", "Shop"),
    "condition": pgettext_lazy("filter", "Condition"),
}
CONDITIONS = {
    "new": pgettext_lazy("condition", "New"),
    "used": pgettext_lazy("condition", "Used"),
    "refurbished": pgettext_lazy("condition", "Refurbished"),
}
ARRIVALS = {
    "0": pgettext_lazy("filter", "Today"),
    "1": pgettext_lazy("filter", "By tomorrow"),
    "3": pgettext_lazy("filter", "Within 3 days"),
    "7": pgettext_lazy("filter", "Within a week"),
}
"""By the days from today."""
STARS = {
    "4": pgettext_lazy("filter", "4 stars and up"),
    "3": pgettext_lazy("filter", "3 stars and up"),
    "2": pgettext_lazy("filter", "2 stars and up"),
}
WORDS = {"condition": CONDITIONS, "delivery": ARRIVALS, "rating": STARS}
PICKED = frozenset((*SWITCHES, *TITLES))
TYPED = frozenset((AREA, "from", "to"))
AMOUNT = re.compile(r"\d{1,9}(?:\.\d{1,3})?", re.ASCII)
MOST_PICKED = 20
FEWEST = 2
"""A facet of which everything has the same value narrows nothing."""


@dataclass(frozen=True, slots=True)
class Facet:
    name: str
    title: object
    lines: Sequence[FacetLine]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Chip:
    """A pick, and the address without it."""

    label: str
    address: str


class Filters:
    """What an address picks. `pairs` are (parameter, value) as they stand in addresses."""

    def __init__(self, request: HttpRequest, node: CategoryNode | None) -> None:
        self.attributes = _attributes(node)
        self.pairs: list[tuple[str, str]] = []
        self.picked: dict[str, tuple[str, ...]] = {}
        self.area = _area(request.GET.get(AREA, ""))
        for name in request.GET:
            if name in PICKED or name.startswith(ATTRIBUTE):
                for value in dict.fromkeys(request.GET.getlist(name)[:MOST_PICKED]):
                    self._pick(name, value)
        self.low = _typed(request.GET.get("from", ""))
        self.high = _typed(request.GET.get("to", ""))
        if self.low or self.high:
            self._add("price", _minor(f"{self.low}-{self.high}"))

    def __bool__(self) -> bool:
        return bool(self.picked)

    def facets(self, counted: Mapping[str, Sequence[FacetCount]]) -> list[Facet]:
        """Those that narrow something, in the order in which people look for them."""
        names = [*TITLES, *(f"{ATTRIBUTE}{code}" for code in self.attributes)]
        found: list[Facet] = []
        for name in names:
            lines = [self._line(name, each) for each in counted.get(name, ()) if each.value]
            if name in ("delivery", "rating"):
                lines = _widening(lines, is_least=name == "rating")
            is_picked = name in self.picked or (name == "delivery" and bool(self.area))
            if is_picked or len(lines) >= FEWEST:
                found.append(Facet(name, self._title(name), lines, is_picked or len(found) < 4))
        return found

    def bars(self, prices: Sequence[PriceStep]) -> list[Bar]:
        """How many goods cost how much; what the picks of the price take in stands out."""
        ranges = [bounds for value in self.picked.get("price", ()) if (bounds := _ends(value))]
        return [Bar(step.count, any(_lies(step, *ends) for ends in ranges)) for step in prices]

    def switches(self, counted: Mapping[str, Sequence[FacetCount]]) -> list[tuple[str, FacetLine]]:
        return [
            (name, FacetLine("1", str(label), _of(counted, name), name in self.picked))
            for name, label in SWITCHES.items()
            if name in self.picked or _of(counted, name)
        ]

    def chips(
        self, counted: Mapping[str, Sequence[FacetCount]], kept: list[tuple[str, str]]
    ) -> list[Chip]:
        """`kept` are the parameters that stay in every address: the words, the order."""
        chips = [
            Chip(self._label_of(name, value, counted), _address(self._without(pair, kept)))
            for pair in self.pairs
            for name, value in [pair]
        ]
        if self.low or self.high:
            label = _range_label(f"{self.low}-{self.high}")
            area = [(AREA, self.area)] if self.area else []
            chips.append(Chip(label, _address([*kept, *self.pairs, *area])))
        if self.area and "delivery" not in self.picked:
            label = _place_name(self.area)
            chips.append(Chip(label, _address(self._without((AREA, self.area), kept))))
        return chips

    def parameters(self) -> list[tuple[str, str]]:
        typed = [(AREA, self.area), ("from", self.low), ("to", self.high)]
        return [*self.pairs, *(pair for pair in typed if pair[1])]

    def _without(self, pair: tuple[str, str], kept: list[tuple[str, str]]) -> list[tuple[str, str]]:
        return [*kept, *(each for each in self.parameters() if each != pair)]

    def _pick(self, name: str, value: str) -> None:
        if read := self._read(name, value):
            self._add(name, read)
            self.pairs.append((name, value))

    def _read(self, name: str, value: str) -> str:
        """As the domain says it; nothing where it says nothing. Shops are named by their address,
        prices in whole units."""
        if name == "store":
            store = store_by_slug(value)
            return str(store.seller_id) if store else ""
        if name == "price":
            return _minor(value)
        if name in SWITCHES:
            return value if value == "1" else ""
        if name == "delivery":
            return _arrival(value, self.area)
        if name.startswith(ATTRIBUTE) and name.removeprefix(ATTRIBUTE) not in self.attributes:
            return ""
        return value.replace("\0", "")

    def _add(self, name: str, value: str) -> None:
        self.picked[name] = (*self.picked.get(name, ()), value)

    def _line(self, name: str, each: FacetCount) -> FacetLine:
        is_picked = each.value in self.picked.get(name, ())
        value = each.value
        if name == "store":
            card = stores([UUID(value)]).get(UUID(value))
            value = card.slug if card else value
        elif name == "price":
            value = _whole(value)
        elif name == "delivery":
            value = _days(value)
        return FacetLine(value, self._label(name, each), each.count, is_picked)

    def _label(self, name: str, each: FacetCount) -> str:
        if name == "brand":
            return named(each) or each.value
        if name == "store":
            card = stores([UUID(each.value)]).get(UUID(each.value))
            return named(card) if card else each.value
        if name == "price":
            return _range_label(_whole(each.value))
        if name in WORDS:
            return str(WORDS[name].get(_days(each.value), each.value))
        return _attribute_label(self.attributes[name.removeprefix(ATTRIBUTE)], each.value)

    def _label_of(self, name: str, value: str, counted: Mapping[str, Sequence[FacetCount]]) -> str:
        if name in SWITCHES:
            return str(SWITCHES[name])
        if name == "price":
            return _range_label(value)
        if name == "delivery":
            return _arrival_label(value, self.area)
        if name == "store":
            store = store_by_slug(value)
            return named(store) if store else value
        known = next((each for each in counted.get(name, ()) if each.value == value), None)
        return self._label(name, known or FacetCount(name, value, 0))

    def _title(self, name: str) -> object:
        if name in TITLES:
            return TITLES[name]
        return named(self.attributes[name.removeprefix(ATTRIBUTE)])


def is_filter(name: str) -> bool:
    """Whether a parameter of an address narrows what is shown."""
    return name in PICKED or name in TYPED or name.startswith(ATTRIBUTE)


def areas(chosen: str) -> list[Region | City]:
    """The regions to choose from; and the city, where an address names one."""
    within = city(chosen)
    return [*([within] if within else []), *regions(here().country)]


def _widening(lines: Sequence[FacetLine], *, is_least: bool) -> list[FacetLine]:
    """The shortest time, or the most stars first; a longer one in which no more arrives, or fewer
    that no more have, say nothing."""
    shown: list[FacetLine] = []
    for line in sorted(lines, key=lambda line: int(line.value), reverse=is_least):
        if line.is_picked or not shown or line.count > shown[-1].count:
            shown.append(line)
    return shown


def _area(code: str) -> str:
    """A region or a city of this country, or nothing."""
    return code if code and is_place(code, here().country) else ""


def _arrival(days: str, area: str) -> str:
    """As the domain says it: "3", "3@SA-02"."""
    return "" if days not in ARRIVALS else f"{days}@{area}" if area else days


def _days(value: str) -> str:
    return value.partition("@")[0]


def _arrival_label(days: str, area: str) -> str:
    """As a chip says it, with the place."""
    told = str(ARRIVALS.get(days, days))
    place = _place_name(area)
    return f"{told} · {place}" if place else told


def _place_name(area: str) -> str:
    place = (city(area) or region(area)) if area else None
    return named(place) if place else ""


def _attributes(node: CategoryNode | None) -> dict[str, AttributeCard]:
    """Those of a department that are facets, by code; elsewhere they would be of all kinds."""
    if node is None:
        return {}
    return {card.code: card for card in category_attributes(node.id) if card.is_facet}


def _attribute_label(card: AttributeCard, key: str) -> str:
    if card.type is AttributeType.FLAG:
        return pgettext("filter", "Yes") if key == "yes" else pgettext("filter", "No")
    if card.type is AttributeType.NUMBER:
        return f"{key} {named(card, 'unit')}".strip()
    choice = next((choice for choice in card.choices if choice.key == key), None)
    return named(choice) if choice else key


def _of(counted: Mapping[str, Sequence[FacetCount]], name: str) -> int:
    return next((each.count for each in counted.get(name, ())), 0)


def _ends(minor: str) -> tuple[int, int | None]:
    low, _dash, high = minor.partition("-")
    return int(low or 0), int(high) if high else None


def _lies(step: PriceStep, low: int, high: int | None) -> bool:
    """Whether any price of the step may be within."""
    return (step.high is None or step.high > low) and (high is None or step.low < high)


def _typed(text: str) -> str:
    """A whole amount as a person types it, or nothing."""
    text = ascii_digits(text.strip())
    return str(int(text)) if text.isascii() and text.isdecimal() and len(text) <= 9 else ""


def _minor(whole: str) -> str:
    """ "50-200" of whole units in minor ones; nothing where it is no range."""
    low, dash, high = whole.partition("-")
    ends = [_minor_amount(part) if part else "" for part in (low, high)]
    return "" if not dash or None in ends or not any(ends) else "-".join(map(str, ends))


def _minor_amount(text: str) -> int | None:
    if not AMOUNT.fullmatch(text):
        return None
    return parse_decimal(text, EXPONENTS[here().currency])


def _whole(minor: str) -> str:
    return "-".join(_plain(int(part)) if part else "" for part in minor.split("-"))


def _plain(minor: int) -> str:
    """Without a fraction where there is none: 50, 0.5."""
    exponent = EXPONENTS[here().currency]
    whole, part = divmod(minor, 10**exponent)
    return f"{whole}.{part:0{exponent}d}".rstrip("0") if part else str(whole)


def _range_label(whole: str) -> str:
    low, _dash, high = whole.partition("-")
    low, high = (grouped(part) if part.isdecimal() else part for part in (low, high))
    if low and high:
        return _("%(low)s to %(high)s") % {"low": low, "high": high}
    if high:
        return _("Under %(high)s") % {"high": high}
    return _("%(low)s and more") % {"low": low}


def _address(pairs: list[tuple[str, str]]) -> str:
    return f"?{urlencode(pairs)}"
