"""Whether a person has bought before, and how his orders in cash ended: one answer for whatever
hangs on it. He is known by his buyer's id, by the guests that he was, and by his phone."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from uuid import UUID

from django.db.models import QuerySet

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.queries import standings
from tijara.domains.orders.shapes import ENDED, OrderStanding, OrderState
from tijara.domains.parties.queries import buyers_of
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.clock import now
from tijara.platform.prepared import prepared

from ..models import Checkout, OrderedByPhone
from ..rules import mobile_number, order_key, phone_marks
from ..shapes import Record, Wishes
from ..states import PLACING

MOST = 200
"""So many checkouts are read at a time: the next ones only while none of these stands."""
END = datetime(9000, 1, 1, tzinfo=UTC)
UNDER_WAY = timedelta(minutes=15)
"""So long a checkout with a phone counts whose orders are not there: as long as what a checkout
that was cut off holds of a promotion. After that the door has refused them all."""
CASH = PaymentMethod.CASH_ON_DELIVERY


class Who:
    """Who buys, as far as he is known by now. What he ordered before is asked at most once, and
    only where something hangs on it."""

    def __init__(self, buyer_id: UUID, market: MarketPolicy, wishes: Wishes) -> None:
        self.buyer_id, self.market, self.wishes = buyer_id, market, wishes
        self.is_asked = False
        """Whether anything here hangs on his being new."""
        self.has_lost = False
        """By his phone alone it is known that he is not, and something costs him more for it."""

    @cached_property
    def record(self) -> Record:
        wishes, ids = self.wishes, [self.buyer_id]
        if wishes.person_id is not None:
            ids = list(dict.fromkeys([*ids, *buyers_of(wishes.person_id)]))
        phone = _phone_of(wishes, self.market)
        return record_of(ids, self.market.id, phone or "")

    def is_new(self) -> bool:
        self.is_asked = True
        return not self.record.has_bought

    @property
    def turn(self) -> int:
        """The how manieth time he is new, where something hangs on it and he is."""
        return self.record.turns + 1 if self.is_asked and self.is_new() else 0


def _phone_of(wishes: Wishes, market: MarketPolicy) -> str | None:
    where = wishes.country or market.country
    return mobile_number(wishes.phone, where) if wishes.phone else None


def record_of(
    buyer_ids: Sequence[UUID], market_id: UUID, phone: str = "", *, besides: UUID | None = None
) -> Record:
    """`phone` in E.164. `besides` is the key of a checkout that doesn't count.

    A statement of his checkouts, one of those with his phone, and one of their orders; the latter
    two only where there is a phone, and orders. Numbers are of his last two hundred checkouts.
    """
    ids, marks = list(buyer_ids), phone_marks(market_id, phone) if phone else []
    since, since_by_phone, record = END, END, Record()
    while ids or marks:
        mine, told = _checkouts(ids, since), _by_phone(marks, since_by_phone)
        record = _told(record, market_id, phone, mine, told, besides)
        ids, since = (ids, mine[-1][-1]) if len(mine) == MOST else ([], END)
        marks, since_by_phone = (marks, told[-1][-1]) if len(told) == MOST else ([], END)
        if record.has_bought:
            break
    return record


def was_new(market_id: UUID, phone: str, key: UUID) -> bool:
    """Whether a price of this checkout hung on its being the first with that phone."""
    noted = OrderedByPhone.objects.filter(owner_id__in=phone_marks(market_id, phone), id=key)
    return noted.filter(turn__isnull=False).exists()


@prepared
def _checkouts(buyer_ids: list[UUID], before: datetime) -> QuerySet:
    rows = Checkout.objects.filter(buyer_id__among=buyer_ids, opened_at__lt=before)
    return rows.order_by("-opened_at").values_list(
        "buyer_id", "id", "state", "payment_method", "outcomes", "opened_at"
    )[:MOST]


@prepared
def _by_phone(marks: list[UUID], before: datetime) -> QuerySet:
    rows = OrderedByPhone.objects.filter(owner_id__among=marks, since__lt=before)
    return rows.order_by("-since").values_list("id", "seller_ids", "turn", "since")[:MOST]


def _told(
    record: Record,
    market_id: UUID,
    phone: str,
    mine: Sequence[tuple],
    told: Sequence[tuple],
    besides: UUID | None,
) -> Record:
    """`record`, and what these checkouts say beside it."""
    his: dict[UUID, list[UUID]] = {}
    under_way = []
    for buyer_id, checkout_id, state, method, outcomes, _ in mine:
        key = order_key(buyer_id, checkout_id)
        his[key] = [UUID(one["seller_id"]) for one in outcomes if one["order_id"]]
        if state == PLACING and key != besides:
            under_way.append(method)
    by_phone = {key: seller_ids for key, seller_ids, *_ in told if key not in his}
    keys = {(one, key) for key, some in (his | by_phone).items() if key != besides for one in some}
    found = [one for one in standings(keys) if one.market_id == market_id]
    of_ids = [one for one in found if one.key in his]
    of_phone = [one for one in found if one.key not in his and one.phone == phone]
    seen, recent = {one.key for one in found} | {besides}, now() - UNDER_WAY
    has_bought = bool(under_way) or _stands(of_ids)
    also = _stands(of_phone) or any(
        since > recent for key, _, _, since in told if key in by_phone and key not in seen
    )
    return replace(
        record,
        has_bought=has_bought or also,
        is_by_phone=also and not has_bought,
        has_taken=record.has_taken or any(one.is_taken for one in (*of_ids, *of_phone)),
        open_in_cash=record.open_in_cash
        + under_way.count(CASH)
        + _in_cash((*of_ids, *of_phone), is_open=True),
        refusals=record.refusals + _in_cash((*of_ids, *of_phone), is_open=False),
        turns=max([record.turns, *(turn or 0 for _, _, turn, _ in told)]),
    )


def _stands(found: Iterable[OrderStanding]) -> bool:
    return any(one.state not in ENDED for one in found)


def _in_cash(found: Iterable[OrderStanding], *, is_open: bool) -> int:
    """How many wait to be paid at the door; or were refused there."""
    states = {one for one in OrderState if one not in (*ENDED, OrderState.DELIVERED)}
    wanted = states if is_open else {OrderState.REFUSED}
    return sum(one.payment_method == CASH and one.state in wanted for one in found)
