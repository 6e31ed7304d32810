"""What a bench's order left behind: its facts with their reactions, the acts, the letters."""

from datetime import datetime
from uuid import UUID

from psycopg.types.json import Jsonb

from tijara.kit.ids import new_id
from tijara.platform.audit.chain import BEGINNING, Link, hash_of
from tijara.platform.outbox.recorder import lane_of

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
    """The audit log's chains, a link at a time: they hold, as the real ones do. Who has a chain
    already, from the demonstration, keeps it as it is."""

    def __init__(self, others: set[UUID]) -> None:
        self._others = others
        self._ends: dict[UUID, tuple[int, str]] = {}
        self._people: dict[UUID, UUID] = {}

    def entries(self, owner_id: UUID, acts: list[tuple[str, datetime]], facts: dict) -> list[dict]:
        if owner_id in self._others:
            return []
        return [self._entry(owner_id, action, facts, at) for action, at in acts]

    def _entry(self, owner_id: UUID, action: str, facts: dict, at: datetime) -> dict:
        place, last = self._ends.get(owner_id, (0, BEGINNING))
        person_id = self._people.setdefault(owner_id, new_id())
        link = Link(
            owner_id=owner_id,
            place=place + 1,
            previous=last,
            id=new_id(),
            person_id=person_id,
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
            "person_id": person_id,
            "actor_kind": "seller",
            "action": action,
            "facts": Jsonb(facts),
            "recorded_at": at,
            "place": link.place,
            "previous": last,
            "hash": mark,
        }

    def heads(self) -> dict[str, list[dict]]:
        ends = self._ends.items()
        rows = [{"owner_id": id, "place": place, "hash": last} for id, (place, last) in ends]
        return {"audit_head": rows}


def trace_rows(sale, chains: Chains) -> dict[str, list[dict]]:
    facts = [_fact(sale, "placed", sale.placed_at)]
    facts += [_fact(sale, after, at) for _, after, at in sale.moves]
    act = {"order_id": str(sale.id), "seller_id": str(sale.seller_id)}
    return {
        "outbox_event": facts,
        "outbox_reaction": [_reaction(fact, name) for fact in facts for name in REACTIONS],
        "audit_entry": chains.entries(
            sale.seller_id, [(ACTS[after], at) for _, after, at in sale.moves], act
        ),
        "messaging_message": [_letter(sale)],
    }


def _fact(sale, what: str, at: datetime) -> dict:
    told = {
        "seller_id": str(sale.seller_id),
        "order_id": str(sale.id),
        "number": sale.number,
        "buyer_id": str(sale.buyer_id),
    }
    return {
        "owner_id": sale.seller_id,
        "id": new_id(),
        "name": f"orders.order_{what}.v1",
        "body": Jsonb(told),
        "lane": lane_of(sale.seller_id),
        "recorded_at": at,
        "delivered_at": at,
        "attempts": 0,
        "retry_at": None,
        "last_error": "",
    }


def _reaction(fact: dict, name: str) -> dict:
    return {"owner_id": fact["owner_id"], "event_id": fact["id"], "reaction": name}


def _letter(sale) -> dict:
    return {
        "owner_id": sale.seller_id,
        "id": new_id(),
        "key": f"bench:{sale.id}",
        "kind": "orders.placed",
        "channel": "demonstration_inbox",
        "recipient": sale.phone,
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
