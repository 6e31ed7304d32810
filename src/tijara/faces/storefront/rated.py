"""Stars on cards, and what a product's page tells of its reviews."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.reviews.queries import product_rating, recent_ratings, reviews_of
from tijara.domains.reviews.shapes import MOST_STARS, Rating, ReviewSort, ReviewView
from tijara.domains.search.shapes import ProductCard
from tijara.faces.storefront.here import here
from tijara.faces.storefront.typed import read_page
from tijara.kit.page import Page

SORTS = {
    ReviewSort.NEWEST: pgettext_lazy("reviews", "Newest"),
    ReviewSort.HELPFUL: pgettext_lazy("reviews", "Most helpful"),
    ReviewSort.BEST: pgettext_lazy("reviews", "Most stars"),
    ReviewSort.WORST: pgettext_lazy("reviews", "Fewest stars"),
}
PLACE = "#reviews"
SHOWN = 6
"""On a page: on a weak network each of them weighs."""
KEPT = ("variant", "shop")
"""What else an address of the product's page may say."""


@dataclass(frozen=True, slots=True)
class Bar:
    """How many have given so many stars; its address shows only these, or all again."""

    stars: int
    count: int
    percent: float
    address: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Told:
    """`page` is None where nobody has reviewed: then nothing was asked for."""

    rating: Rating
    page: Page[ReviewView] | None
    stars: int
    bars: tuple[Bar, ...]
    sorts: tuple[tuple[Promise, str, bool], ...]
    previous: str
    next: str
    all: str

    @property
    def shown(self) -> Sequence[ReviewView]:
        return self.page.items if self.page else ()

    @property
    def average(self) -> float:
        return round(self.rating.average, 1)

    @property
    def said(self) -> str:
        """ "4.6": as the number stands everywhere."""
        return f"{self.average:.1f}"


def ratings_on(cards: Iterable[ProductCard]) -> dict[UUID, Rating]:
    """Of the goods on these cards: at most one statement, and none where they are known."""
    ids = [card.product_id for card in cards]
    return recent_ratings(here().id, ids) if ids else {}


def told_of(request: HttpRequest, product_id: UUID) -> Told:
    """As the address asks: `stars`, `sort` and the number of the page (`reviews`). Anything
    unknown is the ordinary thing. Two statements; one where there are none."""
    given, market = request.GET, here()
    rating = product_rating(market.id, product_id)
    stars = int(given["stars"]) if given.get("stars", "") in {"1", "2", "3", "4", "5"} else 0
    sort = given.get("sort", "")
    sort = ReviewSort(sort) if sort in list(ReviewSort) else ReviewSort.NEWEST
    number = read_page(given.get("reviews", "1"))
    found = None
    if rating:
        found = reviews_of(
            market.id,
            product_id,
            rating.sellers,
            page=number,
            stars=stars,
            sort=sort,
            size=SHOWN,
        )
    kept = [(name, given[name][:60]) for name in KEPT if given.get(name)]

    def at(stars: int, sort: ReviewSort, page: int = 1) -> str:
        asked = [("stars", str(stars))] if stars else []
        asked += [("sort", sort.value)] if sort is not ReviewSort.NEWEST else []
        asked += [("reviews", str(page))] if page > 1 else []
        return f"{request.path}?{urlencode([*kept, *asked])}{PLACE}"

    return Told(
        rating=rating,
        page=found,
        stars=stars,
        bars=tuple(
            Bar(
                stars=each,
                count=(many := rating.by_stars[each - 1]),
                percent=100 * many / (rating.count or 1),
                address=at(0 if each == stars else each, sort),
                is_here=each == stars,
            )
            for each in range(MOST_STARS, 0, -1)
        ),
        sorts=tuple((words, at(stars, one), one is sort) for one, words in SORTS.items()),
        previous=at(stars, sort, number - 1) if found and number > 1 else "",
        next=at(stars, sort, number + 1) if found and found.has_next else "",
        all=at(0, sort),
    )
