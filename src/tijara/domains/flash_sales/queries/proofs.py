"""What must be true of every flash sale."""

from psycopg.sql import SQL

from tijara.platform.audits import Findings, compared, proof

ITEMS = SQL("""
    SELECT 'item ' || i.id, i.held = coalesce(p.held, 0) AND i.sold = coalesce(p.sold, 0)
       AND i.held + i.sold <= i.units
    FROM flash_item i
    LEFT JOIN (
        SELECT seller_id, item_id, sum(quantity) FILTER (WHERE state = 'turn') AS held,
               sum(quantity) FILTER (WHERE state = 'bought') AS sold
        FROM flash_place GROUP BY 1, 2) p ON p.seller_id = i.seller_id AND p.item_id = i.id
""")
PURCHASES = SQL("""
    SELECT 'place ' || p.id, o.id IS NOT NULL AND o.checkout_id = p.checkout_id
       AND l.units = p.quantity
    FROM flash_place p
    LEFT JOIN orders_order o ON o.seller_id = p.seller_id AND o.id = p.order_id
    LEFT JOIN LATERAL (
        SELECT sum(quantity) AS units FROM orders_line
        WHERE seller_id = p.seller_id AND order_id = o.id) l ON true
    WHERE p.state = 'bought'
""")
PLACES = SQL("""
    SELECT 'sale ' || s.id, coalesce(max(p.position), 0) <= s.last_position
       AND coalesce(max(p.quantity), 0) <= s.per_person
       AND count(p.id) FILTER (WHERE p.state IN ('turn', 'bought') AND p.position IS NULL) = 0
       AND (s.state NOT IN ('ended', 'refused') OR count(p.id) FILTER (WHERE p.state = 'turn') = 0)
    FROM flash_sale s
    LEFT JOIN flash_place p ON p.seller_id = s.seller_id AND p.sale_id = s.id
    GROUP BY s.seller_id, s.id
""")
HOUSEHOLDS = SQL("""
    SELECT 'sale ' || h.sale_id || ' ' || left(h.key, 8),
           h.units = coalesce(b.units, 0) AND h.units <= h.most
    FROM flash_share h
    LEFT JOIN (
        SELECT p.seller_id, p.sale_id, k.key, sum(p.quantity) AS units
        FROM flash_place p CROSS JOIN LATERAL (VALUES (p.phone_key), (p.address_key)) AS k (key)
        WHERE p.state = 'bought' GROUP BY 1, 2, 3) b
      ON b.seller_id = h.seller_id AND b.sale_id = h.sale_id AND b.key = h.key
""")


@proof("no flash sale sold or holds more than was set apart for it, and its places say the same")
def items_proof() -> Findings:
    return compared(ITEMS)


@proof("every purchase in a flash sale is one order of as many units")
def purchases_proof() -> Findings:
    return compared(PURCHASES)


@proof("every queue of a flash sale is numbered through, and whoever has a turn has a number")
def places_proof() -> Findings:
    return compared(PLACES)


@proof("no household has had more of a flash sale than it may")
def households_proof() -> Findings:
    return compared(HOUSEHOLDS)
