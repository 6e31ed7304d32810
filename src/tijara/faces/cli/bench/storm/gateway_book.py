"""The gateway's own book, read from where it keeps it, beside ours."""

import json
from dataclasses import dataclass
from uuid import UUID

from tijara.faces.cli.bench.market import Market
from tijara.platform import places

HAS_MONEY = ("paid", "refunded")
TAKEN = ("paid", "surplus")
RECORDED = """
    SELECT a.payment_id, a.state, c.id, c.amount_minor FROM payments_attempt a
    JOIN payments_charge c ON c.buyer_id = a.buyer_id AND c.id = a.charge_id
    WHERE a.state = ANY(%(taken)s)
"""


@dataclass(frozen=True, slots=True)
class Capture:
    """Minor units that the gateway has taken of a card, and has given back of them."""

    payment_id: str
    taken: int
    given_back: int


@dataclass(frozen=True, slots=True)
class Recorded:
    """The same as our rows tell it: what came for a charge, or came once too often."""

    payment_id: str
    is_surplus: bool
    charge_id: UUID
    amount: int


def captures() -> dict[str, Capture]:
    """Of each line the last one counts; one that a kill cut off is passed over."""
    kept: dict[str, dict] = {}
    file = places.data() / "simulator" / "gateway.jsonl"
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            kind, thing = json.loads(line)
        except ValueError:
            continue
        if kind == "payment":
            kept[thing["id"]] = thing
    return {
        one["id"]: Capture(one["id"], one["amount"], one["refunded"])
        for one in kept.values()
        if one["status"] in HAS_MONEY
    }


def recorded(market: Market) -> list[Recorded]:
    rows = market.rows(RECORDED, {"taken": list(TAKEN)})
    return [Recorded(payment, state == "surplus", *rest) for payment, state, *rest in rows]


def unrecorded(market: Market) -> set[str]:
    """What the gateway has taken and we have not written down."""
    return captures().keys() - {one.payment_id for one in recorded(market)}
