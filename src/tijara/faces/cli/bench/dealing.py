"""`…inside dealing WHAT FILE`: move the deals whose keys the file holds; says what it cost."""

import json
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Barrier, Thread
from typing import ClassVar
from uuid import UUID

from django.db import connection, transaction
from psycopg.sql import SQL, Identifier

from tijara.domains.deals.actions import settle_deals
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.platform.process.loading import loaded
from tijara.platform.process.moving import Outcome, Step, Track, move

from . import processor

RIVALS, PART = 16, 4_000
DUE = SQL("UPDATE {} SET due_at = %s WHERE id = ANY(%s)")
STEP = Step("take_back", SYSTEM, does=("refund",))
Key = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Undone:
    name: ClassVar[str] = "bench.deal_undone.v1"
    seller_id: UUID
    order_id: UUID


def track() -> Track:
    """As the deals' own, and it tells a fact beside."""
    (deal,) = [one for one in loaded() if one.name == "deals.deal"]
    told = replace(deal.move("take_back"), tells=Undone.name)
    moves = tuple(told if one.name == told.name else one for one in deal.moves)
    return Track(
        process=replace(deal, moves=moves),
        table="deals_deal",
        owner="seller_id",
        log="deals_move",
        subject="deal_id",
        version="process_version",
        facts={Undone: {"seller_id": SQL("fit.seller_id"), "order_id": SQL("fit.id")}},
    )


def run(what: str, file: str) -> None:
    keys = [(UUID(seller), UUID(deal)) for seller, deal in json.loads(Path(file).read_text())]
    say(json.dumps({"moves": _moves, "rivals": _rivals, "sweep": _sweep}[what](keys)))


def _moves(keys: list[Key]) -> dict:
    """Each in a commit of its own: state, log, fact, journal, two postings and the purse."""
    deals = track()
    told = _started()
    for seller_id, deal_id in keys:
        with transaction.atomic():
            move(deals, seller_id, deal_id, STEP)
            post_journal(
                actor=SYSTEM,
                seller_id=seller_id,
                kind="order_refunded",
                reference_id=deal_id,
                order_id=deal_id,
                currency="SAR",
                transfers=[
                    Transfer(Account.SELLER_HELD, Account.BUYER_REFUNDABLE, PART),
                    Transfer(Account.COMMISSION_REVENUE, Account.BUYER_REFUNDABLE, PART),
                ],
            )
    return _ended(told)


def _started() -> tuple[int, float, float]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        backend = cursor.fetchone()[0]
    return backend, _spent(backend), time.monotonic()


def _ended(told: tuple[int, float, float]) -> dict:
    """Of this process and of the server's that answers it, and of nobody else."""
    backend, cpu, began = told
    return {"cpu ms": _spent(backend) - cpu, "seconds": time.monotonic() - began}


def _spent(backend: int) -> float:
    return time.process_time() * 1000 + processor.milliseconds(backend)


def _sweep(keys: list[Key]) -> dict:
    ids = [deal_id for _, deal_id in keys]
    with connection.cursor() as cursor:
        cursor.execute(DUE.format(Identifier(track().table)), [now(), ids])
    told, settled = _started(), 0
    while done := settle_deals(actor=SYSTEM):
        settled += done
    return _ended(told) | {"settled": settled}


def _rivals(keys: list[Key]) -> dict:
    """Sixteen press at once, on one deal after another."""
    deals, gate = track(), Barrier(RIVALS, timeout=60)
    won: Counter[UUID] = Counter()
    outcomes: Counter[str] = Counter()

    def press() -> None:
        for seller_id, deal_id in keys:
            gate.wait()
            outcome = move(deals, seller_id, deal_id, STEP).outcome
            outcomes[outcome] += 1
            won[deal_id] += outcome is Outcome.MOVED
        connection.close()

    hands = [Thread(target=press) for _ in range(RIVALS)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    return {"one winner": sum(many == 1 for many in won.values()), **outcomes}
