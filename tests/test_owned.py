"""The reader of statements tells what names an owner from what doesn't."""

import pytest

from tests.owned import unowned


@pytest.mark.parametrize(
    ("statement", "tables"),
    [
        ("SELECT id FROM orders_order WHERE seller_id = %s", ()),
        ("SELECT id FROM orders_order o WHERE o.seller_id = ANY(%s) AND id = %s", ()),
        ("SELECT id FROM orders_order", ("orders_order",)),
        ("SELECT seller_id FROM orders_order ORDER BY seller_id", ("orders_order",)),
        ("SELECT id FROM orders_order WHERE number = %(number)s", ("orders_order",)),
        (
            "SELECT o.id FROM orders_order o JOIN orders_line l ON l.order_id = o.id "
            "WHERE o.seller_id = %s",
            ("orders_line",),
        ),
        (
            "SELECT o.id FROM orders_order o JOIN orders_line l "
            "ON l.seller_id = o.seller_id AND l.order_id = o.id WHERE o.seller_id = %s",
            (),
        ),
        ("WITH o AS (SELECT id FROM orders_order) SELECT * FROM o", ("orders_order",)),
        ("UPDATE orders_order SET state = %s WHERE id = %s", ("orders_order",)),
        ("DELETE FROM orders_order WHERE seller_id = %s AND id = %s", ()),
        ("INSERT INTO orders_order (seller_id, id) VALUES (%s, %s)", ()),
        ("SELECT code FROM geography_place", ()),
    ],
)
def test_a_statement_is_read(statement, tables):
    assert unowned(statement) == set(tables)
