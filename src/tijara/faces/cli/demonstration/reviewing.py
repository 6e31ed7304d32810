"""What buyers of the demonstration say of their goods, by a lot that falls the same way each time:
some goods are better than others, some shops answer, and of some goods nobody says anything."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles.finders import find

from tijara.domains.catalogue.queries import product_facts
from tijara.domains.catalogue.shapes import ProductFacts
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import order_ids_of_seller, orders
from tijara.domains.orders.shapes import OrderLineView, OrderState, OrdersWanted, OrderView
from tijara.domains.parties.queries import all_sellers
from tijara.domains.reviews.actions import answer_review, report_review, write_review
from tijara.domains.reviews.queries import reviewable_lines
from tijara.domains.reviews.shapes import ReviewDraft, ReviewReason, ReviewState, ReviewView
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS

from . import content
from .history import share_of
from .reading import mark_what_helped

SAYS = 0.55
"""How many say something of what they have received; of one thing in eight nobody does."""
SILENT_GOODS = 0.12
PICTURED = 3
"""So many show it with a picture: the house's own artwork of it."""
AFTER = timedelta(hours=60)
LOW = 3
ANSWERS = {True: 0.7, False: 0.1}
"""How often a shop answers the words of who was not content, and of who was."""
STARS = (
    ((5,) * 9 + (4,) * 3),
    ((5,) * 6 + (4,) * 4 + (3,)),
    ((5,) * 4 + (4,) * 4 + (3, 3, 2)),
    ((5,) * 3 + (4,) * 3 + (3, 3, 2, 1)),
)
"""How goods are liked, from the best to the worst."""


@dataclass(slots=True)
class Pool:
    """Words that nobody has said yet."""

    left: dict[str, list[tuple[int, str]]]
    pictures: int = PICTURED

    def take(self, department: str, stars: int) -> str:
        for place in (department, "any"):
            some = self.left.get(place, [])
            for number, (given, words) in enumerate(some):
                if given == stars:
                    del some[number]
                    return words
        return ""


def load_reviews() -> int:
    """How many. Loaded again, nothing is said twice."""
    told = content.read("reviews")
    pool = Pool({place: [(*one,) for one in some] for place, some in told["words"].items()})
    said = [_say(order, line, facts, pool) for order, line, facts in _goods() if facts]
    _moderate([one for one in said if one], told["moderation"])
    goods = [(order.market_id, line.product_id) for order, line in filter(None, said)]
    mark_what_helped((market_id, one) for market_id, one in goods if market_id)
    return len([one for one in said if one])


def _goods() -> Iterator[tuple[OrderView, OrderLineView, ProductFacts | None]]:
    """Delivered lines that nobody has reviewed, in the order of their delivery."""
    wanted = OrdersWanted(states=(OrderState.DELIVERED,))
    keys = [
        (seller.id, order_id)
        for seller in all_sellers()
        for order_id in order_ids_of_seller(seller.id, wanted, most=400)
    ]
    found = sorted(orders(keys).values(), key=lambda one: one.moved_at)
    ids = {line.product_id for order in found for line in order.lines}
    facts = {one.id: one for one in product_facts(ids)}
    for order in found:
        if order.moved_at + AFTER > now():
            continue
        for each in reviewable_lines(order):
            if each.review is None:
                yield order, each.line, facts.get(each.line.product_id)


def _say(
    order: OrderView, line: OrderLineView, facts: ProductFacts, pool: Pool
) -> tuple[OrderView, OrderLineView] | None:
    lot = (facts.slug, order.address.recipient)
    if share_of(facts.slug, "silent") < SILENT_GOODS or share_of(*lot, "says") > SAYS:
        return None
    liked = STARS[int(len(STARS) * share_of(facts.slug, "liked") ** 1.4)]
    stars = liked[int(len(liked) * share_of(*lot, "stars"))]
    department = facts.category_path.split("/")[0]
    market = market_by_id(order.market_id) if order.market_id else None
    if market and market.country == "EG":
        department = "eg"
    words = pool.take(department, stars) if share_of(*lot, "words") < 0.85 else ""
    with going_from(order.moved_at + AFTER):
        _write(order, line, ReviewDraft(stars, words, share_of(*lot, "named") < 0.6), pool)
    if words and share_of(*lot, "answers") < ANSWERS[stars <= LOW]:
        with going_from(min(order.moved_at + AFTER + timedelta(hours=20), now())):
            _answer(order, line, stars)
    return order, line


def _write(order: OrderView, line: OrderLineView, draft: ReviewDraft, pool: Pool) -> ReviewState:
    with ExitStack() as opened:
        shown = draft.words and draft.stars == 5 and pool.pictures and _picture(line)
        photos = [opened.enter_context(Path(shown).open("rb"))] if shown else []
        pool.pictures -= len(photos)
        return write_review(
            actor=_buyer(order.buyer_id),
            buyer_id=order.buyer_id,
            seller_id=order.seller_id,
            order_id=order.id,
            line_id=line.id,
            draft=draft,
            photos=photos,
        )


def _picture(line: OrderLineView) -> str:
    """The house's artwork of it, where it has some."""
    return find(f"ui/art/{line.picture}.avif") or "" if line.picture else ""


def _answer(order: OrderView, line: OrderLineView, stars: int) -> None:
    some = content.read("reviews")["answers"]["low" if stars <= LOW else "high"]
    review = _review_of(order, line)
    if review is None or review.state is not ReviewState.SHOWN or review.answer:
        return
    answer_review(
        actor=Actor(ActorKind.SELLER, owner_id=review.seller_id, powers=SELLER_POWERS),
        seller_id=review.seller_id,
        review_id=review.id,
        words=some[int(len(some) * share_of(str(review.product_id), "answer"))],
    )


def _moderate(said: Sequence[tuple[OrderView, OrderLineView]], told: dict[str, str]) -> None:
    """The last two that were said: one waits to be read, one was reported."""
    if len(said) < 2:
        return
    (order, line), (other, its) = said[-1], said[-2]
    _write(order, line, ReviewDraft(4, told["waiting"]), Pool({}, 0))
    _write(other, its, ReviewDraft(1, told["reported"]), Pool({}, 0))
    review = _review_of(other, its)
    if review is not None:
        reader = _buyer(content.id_of("buyer", "reporter"))
        report_review(
            actor=reader,
            buyer_id=content.id_of("buyer", "reporter"),
            seller_id=review.seller_id,
            review_id=review.id,
            reason=ReviewReason.UNTRUE,
            words=told["report"],
        )


def _review_of(order: OrderView, line: OrderLineView) -> ReviewView | None:
    lines = reviewable_lines(order)
    return next((one.review for one in lines if one.line.product_id == line.product_id), None)


def _buyer(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
