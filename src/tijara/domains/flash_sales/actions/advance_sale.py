"""The clock of a flash sale: end turns that are over, number the queue, begin the next turns."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from tijara.domains.inventory.actions import move_holds
from tijara.domains.inventory.shapes import HoldMove
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.outbox.recorder import record

from ..events import PlaceCalled
from ..rules import wave_of
from ..shapes import SaleState
from .end_sale import end_sale
from .turn_sale import turn_sale

PAUSE = timedelta(milliseconds=900)
"""Whoever asks sooner finds it done."""
LONG_WAIT = timedelta(minutes=2)
"""Who has waited longer than that may have gone away: he is written to."""
HOLD_AFTER = timedelta(days=1)
TAKE = """
    SELECT state, starts_at, ends_at, wave, turn_minutes, advanced_at FROM flash_sale
    WHERE seller_id = %(seller)s AND id = %(sale)s AND state IN ('proposed', 'agreed', 'paused')
      AND advanced_at <= %(before)s
    FOR NO KEY UPDATE SKIP LOCKED
"""
LINEAR = "SET LOCAL enable_nestloop TO off"
"""A queue grows by thousands before the server has counted it once: what it takes for a few rows it
would look through for each of them. Until the commit it joins by hashes instead."""
LAPSE = """
    WITH over AS (
        SELECT id, item_id, quantity FROM flash_place
        WHERE seller_id = %(seller)s AND sale_id = %(sale)s AND state = 'turn'
          AND turn_until < %(now)s
        ORDER BY id FOR NO KEY UPDATE SKIP LOCKED
    ), ended AS (
        UPDATE flash_place p SET state = 'lapsed', turn_until = NULL
        WHERE p.seller_id = %(seller)s AND p.id = ANY (ARRAY(SELECT id FROM over))
        RETURNING p.item_id, p.checkout_id, p.quantity
    ), given AS (
        UPDATE flash_item i SET held = i.held - d.units
        FROM (SELECT item_id, sum(quantity) AS units FROM over GROUP BY 1) d
        WHERE i.seller_id = %(seller)s AND i.id = d.item_id RETURNING i.id, i.stock_id
    )
    SELECT g.stock_id, e.checkout_id, e.item_id, e.quantity
    FROM ended e JOIN given g ON g.id = e.item_id
"""
NUMBER = """
    WITH came AS (
        SELECT p.id, p.joined_at < s.starts_at AS is_early,
               s.last_position + row_number() OVER (ORDER BY p.joined_at >= s.starts_at,
                   CASE WHEN p.joined_at < s.starts_at THEN sha256(s.seed || uuid_send(p.id)) END,
                   CASE WHEN p.joined_at >= s.starts_at THEN p.joined_at END, p.id) AS position
        FROM flash_place p JOIN flash_sale s ON s.seller_id = p.seller_id AND s.id = p.sale_id
        WHERE p.seller_id = %(seller)s AND p.sale_id = %(sale)s AND p.state = 'waiting'
          AND p.position IS NULL
    ), numbered AS (
        UPDATE flash_place p SET position = came.position,
               is_drawn = came.is_early AND s.last_position = 0
        FROM came, flash_sale s
        WHERE p.seller_id = %(seller)s AND p.id = came.id AND s.seller_id = %(seller)s
          AND s.id = %(sale)s
        RETURNING 1
    )
    UPDATE flash_sale SET last_position = last_position + (SELECT count(*) FROM numbered),
           advanced_at = %(now)s
    WHERE seller_id = %(seller)s AND id = %(sale)s
"""
"""Those who were there before the start are drawn by lot at its first moment; everybody after that
in the order in which he came."""
CALL = """
    WITH next AS (
        SELECT p.id, p.item_id, p.quantity, p.position FROM flash_place p
        JOIN flash_item i ON i.seller_id = p.seller_id AND i.id = p.item_id
        WHERE p.seller_id = %(seller)s AND p.sale_id = %(sale)s AND p.state = 'waiting'
          AND p.position IS NOT NULL AND i.units - i.held - i.sold >= p.quantity
        ORDER BY p.position LIMIT %(wave)s FOR NO KEY UPDATE OF p SKIP LOCKED
    ), fits AS (
        SELECT n.* FROM (
            SELECT *, sum(quantity) OVER (PARTITION BY item_id ORDER BY position) AS wanted
            FROM next) n
        JOIN flash_item i ON i.seller_id = %(seller)s AND i.id = n.item_id
        WHERE n.wanted <= i.units - i.held - i.sold
    ), called AS (
        UPDATE flash_place p SET state = 'turn', turn_until = %(until)s, called_at = %(now)s
        WHERE p.seller_id = %(seller)s AND p.id = ANY (ARRAY(SELECT id FROM fits))
        RETURNING p.id, p.item_id, p.checkout_id, p.quantity, p.joined_at
    ), kept AS (
        UPDATE flash_item i SET held = i.held + d.units
        FROM (SELECT item_id, sum(quantity) AS units FROM fits GROUP BY 1) d
        WHERE i.seller_id = %(seller)s AND i.id = d.item_id RETURNING i.id, i.stock_id
    )
    SELECT k.stock_id, c.item_id, c.checkout_id, c.quantity, c.id, c.joined_at
    FROM called c JOIN kept k ON k.id = c.item_id
"""


@dataclass(frozen=True, slots=True)
class Clock:
    seller_id: UUID
    sale_id: UUID
    moment: datetime
    ends_at: datetime

    def given(self, **more: object) -> dict:
        return {"seller": self.seller_id, "sale": self.sale_id, "now": self.moment} | more


@action(power=Power.SYSTEM)
def advance_sale(*, actor: Actor, seller_id: UUID, sale_id: UUID) -> int:
    """How many turns have begun. One at a time: whoever finds another at it, or that it was done a
    moment ago, leaves it. Each page of the queue asks for it, so that no process must live for it.
    """
    moment = now()
    given = {"seller": seller_id, "sale": sale_id, "before": moment - PAUSE}
    with connection.cursor() as cursor:
        cursor.execute(TAKE, given)
        taken = cursor.fetchone()
    if taken is None:
        return 0
    state, starts_at, ends_at, wave, turn_minutes, advanced_at = taken
    if moment >= ends_at:
        _end(state, seller_id, sale_id)
        return 0
    if state == SaleState.PROPOSED or moment < starts_at:
        return 0
    clock = Clock(seller_id, sale_id, moment, ends_at)
    _ask(LINEAR, {})
    if state == SaleState.AGREED:
        _lapse(clock)
    _ask(NUMBER, clock.given())
    if state != SaleState.AGREED:
        return 0
    until = moment + timedelta(minutes=turn_minutes)
    return _call(clock, wave_of(wave, moment - advanced_at), until)


def _end(state: str, seller_id: UUID, sale_id: UUID) -> None:
    if state == SaleState.PROPOSED:
        turn_sale(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id, move="refuse")
    else:
        end_sale(actor=SYSTEM, seller_id=seller_id, sale_id=sale_id)


def _lapse(clock: Clock) -> None:
    over = [HoldMove(*row) for row in _asked(LAPSE, clock.given())]
    move_holds(
        actor=SYSTEM, seller_id=clock.seller_id, moves=over, until=clock.ends_at + HOLD_AFTER
    )


def _call(clock: Clock, wave: int, until: datetime) -> int:
    called = _asked(CALL, clock.given(wave=wave, until=until))
    moves = [HoldMove(*row[:4]) for row in called]
    move_holds(
        actor=SYSTEM, seller_id=clock.seller_id, moves=moves, until=clock.ends_at + HOLD_AFTER
    )
    away = [row[4] for row in called if row[5] < clock.moment - LONG_WAIT]
    record(clock.seller_id, *(PlaceCalled(clock.seller_id, clock.sale_id, place) for place in away))
    return len(called)


def _ask(statement: str, given: dict) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)


def _asked(statement: str, given: dict) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchall()
