"""Look at searches that buyers keep, and write to those for whom there is news."""

from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.actions import write_letter
from tijara.domains.messaging.queries import said_amount
from tijara.domains.messaging.shapes import LetterLine, LetterWords
from tijara.domains.parties.queries import addressee_of_buyer
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import SavedSearch
from ..queries import cards, looked_up, search_link_token, to_remember
from ..rules import MOST_TOLD, RESTS, Now, news_of, remembered
from ..shapes import ProductCard, Wish

KIND = "search.saved_search_news"
News = tuple[list[Now], list[tuple[Now, int]]]


@action(power=Power.SYSTEM, atomic=False)
def tell_of_searches(*, actor: Actor, limit: int = 10) -> int:
    """How many were looked at; each in a commit of its own with its letter, and one row is taken by
    one worker. A search costs one look in its rhythm, whatever the number of its goods."""
    due = Q()
    for rhythm, rest in RESTS.items():
        due |= Q(rhythm=rhythm, looked_at__lt=now() - rest)
    rows = SavedSearch.objects.filter(due).order_by("looked_at")
    keys = list(rows.values_list("buyer_id", "id")[:limit])
    return sum(_look(buyer_id, search_id, due) for buyer_id, search_id in keys)


@transaction.atomic
def _look(buyer_id: UUID, search_id: UUID, due: Q) -> int:
    rows = SavedSearch.objects.filter(due, buyer_id=buyer_id, id=search_id)
    row = rows.select_for_update(skip_locked=True).first()
    if row is None:
        return 0
    wish = _wish(row)
    found = looked_up(wish)
    news = news_of(row.known, found)
    row.known, row.looked_at = remembered(row.known, to_remember(wish, found)), now()
    if any(news):
        row.told_at = row.looked_at
        _write(row, news)
    mine = SavedSearch.objects.filter(buyer_id=buyer_id, id=search_id)
    mine.update(known=row.known, looked_at=row.looked_at, told_at=row.told_at)
    return 1


def _wish(row: SavedSearch) -> Wish:
    picked = {name: tuple(values) for name, values in row.picked.items()}
    return Wish(row.market_id, row.text, row.category_path, picked=picked)


def _write(row: SavedSearch, news: News) -> None:
    words = LetterWords(
        kind=KIND,
        to=addressee_of_buyer(row.buyer_id, email="", phone=""),
        language=row.language,
        template="search/messages/saved_search_news.txt",
        facts=_facts(row, news),
        link_to="saved_search",
        link_facts={"token": search_link_token(row.buyer_id, row.id)},
        button=_("See them"),
        footer=_("You keep this search on %(site)s. Behind the link you can also switch it off."),
        lines=_lines(row.market_id, news),
        market_id=row.market_id,
        stop_at="stop_search",
    )
    key = f"{KIND}:{row.id}:{row.told_at:%Y%m%d%H%M}"
    write_letter(actor=SYSTEM, owner_id=row.buyer_id, key=key, words=words)


def _facts(row: SavedSearch, news: News) -> dict[str, Any]:
    fresh, fallen = news
    return {
        "name": row.name,
        "new": len(fresh) or "",
        "fallen": len(fallen) or "",
    }


def _lines(market_id: UUID, news: News) -> tuple[LetterLine, ...]:
    """What fell first, with what it cost before; then what is new."""
    fresh, fallen = news
    was = {one.product_id: before for one, before in fallen}
    ids = [*was, *(one.product_id for one in fresh)][:MOST_TOLD]
    known = {card.product_id: card for card in cards(ids, market_id)}
    return tuple(_line(known[one], was.get(one)) for one in ids if one in known)


def _line(card: ProductCard, before: int | None) -> LetterLine:
    if before is None or before <= card.price.minor:
        return LetterLine(card, card.price)
    return LetterLine(card, _fallen(card.price, Money(before, card.price.currency)))


def _fell(price: Money, before: Money) -> str:
    return gettext("%(price)s instead of %(before)s") % {
        "price": said_amount(price),
        "before": said_amount(before),
    }


_fallen = lazy(_fell, str)
"""Said when the letter is written, in its reader's language."""
