"""What a bench's order left behind: its facts with their reactions, the acts, the letters."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from tijara.platform.audit.chain import BEGINNING, Link, hash_of
from tijara.platform.outbox.recorder import lane_of

from .world_sale import Ids, Sale, Tables

ACTS = {
    "confirmed": "orders.confirm_order",
    "packed": "fulfilment.pack_order",
    "shipped": "fulfilment.ship_order",
    "delivered": "fulfilment.record_delivery",
    "refused": "fulfilment.record_refusal",
    "cancelled": "orders.cancel_order",
    "refunded": "returns.refund_order",
}
REACTIONS = ("orders.reactions.tell_buyer", "search.reactions.count_sold_products")


class Chains:
    """The audit log's chains, a link at a time, from where each of them has come."""

    def __init__(self, ends: dict[UUID, tuple[int, str]]) -> None:
        self._ends = ends

    def entry(self, owner_id: UUID, action: str, facts: dict, at: datetime, ids: Ids) -> dict:
        place, last = self._ends.get(owner_id, (0, BEGINNING))
        link = Link(
            owner_id=owner_id,
            place=place + 1,
            previous=last,
            id=ids.at(at),
            person_id=owner_id,
            actor_kind="seller",
            action=action,
            facts=facts,
            recorded_at=at,
        )
        mark = hash_of(link)
        self._ends[owner_id] = link.place, mark
        return {
            "owner_id": owner_id,
            "id": link.id,
            "person_id": owner_id,
            "actor_kind": "seller",
            "action": action,
            "facts": Jsonb(facts),
            "recorded_at": at,
            "place": link.place,
            "previous": last,
            "hash": mark,
        }

    def heads(self, others: set[UUID]) -> list[dict]:
        """Where each has come to; those of `others` stand already."""
        return [
            {"owner_id": owner_id, "place": place, "hash": last}
            for owner_id, (place, last) in sorted(self._ends.items())
            if owner_id not in others
        ]


@dataclass(frozen=True, slots=True)
class Forgotten:
    """Until when the market has let go of what it does not keep."""

    facts: datetime
    letters: datetime


def trace_rows(sale: Sale, chains: Chains, ids: Ids, tables: Tables, forgotten: Forgotten) -> None:
    steps = [("placed", sale.placed_at)] if not sale.charge_id else []
    steps += [(after, at) for _, after, at in sale.moves]
    for what, at in steps:
        if at < forgotten.facts:
            continue
        fact = _fact(sale, what, at, ids)
        tables["outbox_event"].append(fact)
        tables["outbox_reaction"] += [
            {"owner_id": sale.seller_id, "event_id": fact["id"], "reaction": name}
            for name in REACTIONS
        ]
    act = {"order_id": str(sale.id), "seller_id": str(sale.seller_id)}
    tables["audit_entry"] += [
        chains.entry(sale.seller_id, ACTS[after], act, at, ids)
        for _, after, at in sale.moves
        if after in ACTS
    ]
    if sale.placed_at > forgotten.letters:
        tables["messaging_message"].append(_letter(sale, ids))


def _fact(sale: Sale, what: str, at: datetime, ids: Ids) -> dict:
    told = {
        "seller_id": str(sale.seller_id),
        "order_id": str(sale.id),
        "number": sale.number,
        "buyer_id": str(sale.buyer.id),
    }
    return {
        "owner_id": sale.seller_id,
        "id": ids.at(at),
        "name": f"orders.order_{what}.v1",
        "body": Jsonb(told),
        "lane": lane_of(sale.seller_id),
        "recorded_at": at,
        "delivered_at": at,
        "attempts": 0,
        "retry_at": None,
        "last_error": "",
    }


def _letter(sale: Sale, ids: Ids) -> dict:
    return {
        "owner_id": sale.seller_id,
        "id": ids.at(sale.placed_at),
        "key": f"bench:{sale.id}",
        "kind": "orders.placed",
        "channel": "demonstration_inbox",
        "recipient": sale.buyer.phone,
        "language": "ar",
        "subject": f"طلبك {sale.number} وصل",
        "text": "",
        "html": "",
        "created_at": sale.placed_at,
        "sent_at": sale.placed_at,
        "given_up_at": None,
        "attempts": 1,
        "retry_at": None,
        "last_error": "",
        "secret_until": None,
        "means": "sms",
    }
