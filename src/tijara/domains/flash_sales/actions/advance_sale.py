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
from ..queries import may_sell
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
        UPDATE flash_place p SET state = 'lapsed', turn_until = NULL, missed = p.missed + 1
        WHERE p.seller_id = %(seller)s AND p.id = ANY (ARRAY(SELECT id FROM over))
        RETURNING p.item_id, p.checkout_id, p.quantity
    ), locked AS (
        SELECT id FROM flash_item
        WHERE seller_id = %(seller)s AND id = ANY (ARRAY(SELECT item_id FROM over))
        ORDER BY id FOR NO KEY UPDATE
    ), given AS (
        UPDATE flash_item i SET held = i.held - d.units
        FROM (SELECT item_id, sum(quantity) AS units FROM over GROUP BY 1) d
        JOIN locked ON locked.id = d.item_id
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
    WITH room AS (
        SELECT i.id, i.units - i.held - i.sold AS free, s.per_person, s.per_household
        FROM flash_item i JOIN flash_sale s ON s.seller_id = i.seller_id AND s.id = i.sale_id
        WHERE i.seller_id = %(seller)s AND i.sale_id = %(sale)s AND i.units - i.held - i.sold > 0
    ), near AS (
        SELECT n.* FROM room r CROSS JOIN LATERAL (
            SELECT p.id, p.position FROM flash_place p
            WHERE p.seller_id = %(seller)s AND p.sale_id = %(sale)s AND p.item_id = r.id
              AND p.state = 'waiting' AND p.is_ready AND p.position IS NOT NULL
              AND p.quantity <= r.free
              AND coalesce((SELECT h.units FROM flash_share h WHERE h.seller_id = p.seller_id
                                AND h.sale_id = p.sale_id AND h.key = p.phone_key), 0)
                  + coalesce((SELECT sum(t.quantity) FROM flash_place t
                              WHERE t.seller_id = p.seller_id AND t.sale_id = p.sale_id
                                AND t.state = 'turn' AND t.phone_key = p.phone_key), 0) + p.quantity
                  <= least(CASE WHEN p.person_id IS NULL THEN r.per_person
                                ELSE r.per_household END,
                           (SELECT h.most FROM flash_share h WHERE h.seller_id = p.seller_id
                              AND h.sale_id = p.sale_id AND h.key = p.phone_key))
              AND (p.address_key = '' OR
                  coalesce((SELECT h.units FROM flash_share h WHERE h.seller_id = p.seller_id
                              AND h.sale_id = p.sale_id AND h.key = p.address_key), 0)
                + coalesce((SELECT sum(t.quantity) FROM flash_place t
                            WHERE t.seller_id = p.seller_id AND t.sale_id = p.sale_id
                              AND t.state = 'turn' AND t.address_key = p.address_key), 0)
                + p.quantity <= r.per_household)
            ORDER BY p.position LIMIT least(%(wave)s, r.free)) n
        ORDER BY n.position LIMIT %(wave)s
    ), next AS (
        SELECT p.id, p.item_id, p.quantity, p.position, p.phone_key, p.address_key,
               p.state = 'waiting' AND p.is_ready AS may
        FROM flash_place p
        WHERE p.seller_id = %(seller)s AND p.id = ANY (ARRAY(SELECT id FROM near))
        FOR NO KEY UPDATE SKIP LOCKED
    ), locked AS (
        SELECT id, units - held - sold AS free FROM flash_item
        WHERE seller_id = %(seller)s AND id = ANY (ARRAY(SELECT item_id FROM next))
        ORDER BY id FOR NO KEY UPDATE
    ), fits AS (
        SELECT n.* FROM (
            SELECT *, sum(quantity) OVER (PARTITION BY item_id ORDER BY position) AS wanted,
                   row_number() OVER (PARTITION BY phone_key ORDER BY position) AS of_phone,
                   CASE WHEN address_key = '' THEN 1 ELSE
                     row_number() OVER (PARTITION BY address_key ORDER BY position) END AS of_home
            FROM next WHERE may) n
        JOIN locked i ON i.id = n.item_id
        WHERE n.wanted <= i.free AND n.of_phone = 1 AND n.of_home = 1
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
"""Only whose order lies ready: no unit is kept for who may never tell where it goes. Of a household
one at a time, and no more than it may have, with what it has a turn for at this moment. Only goods
of which there are some are looked at, so who waits for what is gone costs nothing. `may` is asked
once the place is locked, and is no condition: the server would look for it in the whole queue."""


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
    While the shop is closed no turn begins, and none lapses.
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
    goes_on = state == SaleState.AGREED and may_sell(seller_id)
    _ask(LINEAR, {})
    if goes_on:
        _lapse(clock)
    _ask(NUMBER, clock.given())
    if not goes_on:
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
