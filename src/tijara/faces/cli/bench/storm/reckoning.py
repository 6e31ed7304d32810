"""What must be true when all is quiet, each said as a number that must be nought."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from tijara.faces.cli.bench.market import Market
from tijara.faces.cli.bench.results import Result, always

from .gateway_book import Capture, Recorded, captures, recorded
from .trade import Trade

PLACED = "SELECT checkout_id, count(*), count(DISTINCT seller_id) FROM orders_order GROUP BY 1"
STANDING = """
    SELECT c.id, sum(CASE p.debit WHEN 'gateway_receivable' THEN p.amount_minor
                     ELSE -p.amount_minor END)
    FROM payments_charge c
    CROSS JOIN LATERAL jsonb_array_elements(c.parts) AS part
    JOIN ledger_journal j ON j.seller_id = (part ->> 'seller_id')::uuid
        AND j.order_id = (part ->> 'order_id')::uuid
    JOIN ledger_posting p ON p.seller_id = j.seller_id AND p.journal_id = j.id
    WHERE c.state = 'paid' AND c.method = 'card'
        AND 'gateway_receivable' IN (p.debit, p.credit)
        AND j.kind NOT IN ('gateway_settled', 'gateway_explained')
    GROUP BY 1
    UNION ALL
    SELECT charge_id, amount_minor FROM wallet_gift_card
    WHERE charge_id IS NOT NULL AND paid_at IS NOT NULL AND refunded_at IS NULL
"""
JOURNAL = """
    SELECT coalesce(sum(amount_minor) FILTER (WHERE debit = 'gateway_receivable'), 0),
           coalesce(sum(amount_minor) FILTER (WHERE credit = 'gateway_receivable'), 0)
    FROM ledger_posting p JOIN ledger_journal j ON j.seller_id = p.seller_id AND j.id = p.journal_id
    WHERE j.kind NOT IN ('gateway_settled', 'gateway_explained')
"""
CODES = """
    SELECT count(*), count(*) FILTER (WHERE order_id IS NOT NULL), max(s.on_hand)
    FROM inventory_code c JOIN inventory_stock s ON s.seller_id = c.seller_id AND s.id = c.stock_id
    WHERE c.stock_id = %(stock)s GROUP BY c.stock_id
"""
LINES_OF_CODES = """
    SELECT l.quantity, (SELECT count(*) FROM inventory_code c
                        WHERE c.seller_id = l.seller_id AND c.line_id = l.id)
    FROM orders_line l
    JOIN orders_order o ON o.seller_id = l.seller_id AND o.id = l.order_id
    WHERE l.stock_id = %(stock)s AND o.paid_at IS NOT NULL AND o.state = 'delivered'
"""
REFUNDS = """
    SELECT a.payment_id, sum(r.amount_minor) FROM payments_refund r
    JOIN payments_attempt a ON a.buyer_id = r.buyer_id AND a.id = r.attempt_id
    WHERE r.state = 'paid' AND r.bank_reference = '' GROUP BY 1
"""
SERIES = """
    SELECT coalesce(sum(s.last - n.number), 0) FROM invoicing_series s
    JOIN LATERAL (SELECT count(*) AS number FROM invoicing_invoice i
                  WHERE i.seller_id = s.seller_id AND i.kind = s.kind) n ON TRUE
"""
UNINVOICED = """
    SELECT count(*) FROM orders_order o
    CROSS JOIN LATERAL (
        SELECT count(*) FILTER (WHERE i.kind NOT IN ('credit_note', 'debit_note')) AS invoices,
               count(*) FILTER (WHERE i.kind = 'credit_note') AS credited
        FROM invoicing_invoice i WHERE i.seller_id = o.seller_id AND i.order_id = o.id) AS papers
    WHERE o.state IN ('delivered', 'refunded')
        AND (invoices <> 1 OR o.state = 'refunded' AND credited <> 1)
"""
REPORTS = """
    SELECT r.bank_reference, count(*), bool_and(l.verdict = 'settled')
    FROM clearing_report r JOIN clearing_line l ON l.report_id = r.id
    WHERE r.booked_at IS NOT NULL AND r.bank_reference LIKE 'S-%' GROUP BY r.id
"""
TURNED_IN = """
    SELECT substr(m.reference, 7), count(w.id), coalesce(sum(w.amount), 0),
           -m.amount * (SELECT worth_minor FROM loyalty_programme WHERE id = m.account_id)
    FROM loyalty_move m
    LEFT JOIN wallet_move w ON w.buyer_id = m.buyer_id
        AND w.reference = 'points:' || substr(m.reference, 7)
    WHERE m.kind = 'spent' GROUP BY m.buyer_id, m.id
"""
GIFTS = """
    SELECT g.id, g.state, (SELECT count(*) FROM wallet_move w
                           WHERE w.reference = 'gift:' || replace(g.id::text, '-', ''))
    FROM wallet_gift_card g WHERE g.charge_id IS NOT NULL
"""
PAYOUTS = "SELECT bank_reference, count(*) FROM settlements_payout GROUP BY 1"
EXCHANGES = """
    SELECT r.id, r.state = 'exchanged', count(o.id), coalesce(bool_and(o.id = r.new_order_id), true)
    FROM returns_return r
    LEFT JOIN orders_order o ON o.seller_id = r.seller_id AND o.idempotency_key = r.id
    WHERE r.wish = 'exchange' GROUP BY r.seller_id, r.id
"""
DIFFERENCES = """
    SELECT count(*) FILTER (WHERE o.credit_minor + o.ahead_minor < o.total_minor),
           count(*) FILTER (WHERE o.paid_at IS NOT NULL)
    FROM orders_order o
    JOIN returns_return r ON r.seller_id = o.seller_id AND r.id = o.idempotency_key
"""
BETWEEN = """
    SELECT coalesce(sum(CASE WHEN debit = 'exchange_clearing' THEN amount_minor
                             ELSE -amount_minor END), 0)
    FROM ledger_posting WHERE 'exchange_clearing' IN (debit, credit)
"""
RUNS = """
    SELECT r.id, r.state, count(t.id) FILTER (WHERE t.state IN ('proposed', 'ordered')),
           coalesce(sum(abs((t.state IN ('paid', 'failed', 'returned'))::int - (
               SELECT count(*) FROM ledger_journal j
               WHERE j.seller_id = t.seller_id AND j.reference = 'payout_ordered:' || t.id))), 0),
           coalesce(sum(abs((t.state IN ('paid', 'returned'))::int - (
               SELECT count(*) FROM ledger_journal j
               WHERE j.seller_id = t.seller_id AND j.reference = 'payout:' || t.id))), 0),
           count(t.id)
    FROM settlements_run r LEFT JOIN settlements_transfer t ON t.run_id = r.id
    GROUP BY r.id
"""
STATES_OF_RUNS = {"approval": "approved", "cancellation": "cancelled"}
ENDS = "SELECT payment_method || ' ' || state, count(*) FROM orders_order GROUP BY 1 ORDER BY 1"


@dataclass(frozen=True, slots=True)
class Count:
    """`wrong` must be nought; the rest says of how many."""

    what: str
    wrong: int
    unit: str
    beside: dict

    def result(self) -> Result:
        return always(f"crash {self.what}", [self.wrong], self.unit, 0, self.beside)


def reckoned(trade: Trade, codes: int) -> list[Count]:
    """`codes` were brought to each stock of codes."""
    market = trade.market
    return [
        _orders(trade),
        _captures(market),
        _money(market),
        _refunds(market),
        _codes(trade, codes),
        _invoices(market),
        _payouts(trade),
        _runs(trade),
        _exchanges(trade),
        _reports(trade),
        _points(trade),
        _gifts(trade),
    ]


def acknowledged_amiss(trade: Trade) -> list[str]:
    """Orders that buyers were told of and that are not there, and those that are there twice."""
    told = list(trade.acknowledged)
    lost, twice = _lost_and_twice(told, trade.market.rows(PLACED))
    return [f"order lost: {one}" for one in lost] + [f"order placed twice: {one}" for one in twice]


def _lost_and_twice(told: list[UUID], rows: list[tuple]) -> tuple[list[UUID], list[UUID]]:
    there = {row[0] for row in rows}
    lost = [checkout_id for checkout_id in told if checkout_id not in there]
    return lost, [checkout_id for checkout_id, count, sellers in rows if count > sellers]


def _orders(trade: Trade) -> Count:
    told = list(trade.acknowledged)
    lost, twice = (len(some) for some in _lost_and_twice(told, trade.market.rows(PLACED)))
    beside = {
        "acknowledged": len(told),
        "placed twice": twice,
        "orders": {name: number for name, number in trade.market.rows(ENDS)},
    }
    return Count("orders lost", lost + twice, "orders", beside)


def _captures(market: Market) -> Count:
    """Every payment at the gateway is one row of ours, with the same amount."""
    taken, ours = captures(), recorded(market)
    times = Counter(one.payment_id for one in ours)
    wrong = [one for one in ours if not _is_told(taken.get(one.payment_id), one)]
    missing = [payment for payment in taken if times[payment] != 1]
    beside = {"captured": len(taken), "surplus": sum(one.is_surplus for one in ours)}
    return Count("captures not recorded once", len(wrong) + len(missing), "payments", beside)


def _is_told(capture: Capture | None, ours: Recorded) -> bool:
    return capture is not None and capture.taken == ours.amount


def _money(market: Market) -> Count:
    """What the gateway has kept of a charge is what the journals of its orders say, and all of
    them together say what the gateway says. (That the journals fit the orders is what the proofs
    say.)"""
    taken, standing = captures(), dict(market.rows(STANDING))
    ours = [one for one in recorded(market) if one.payment_id in taken]
    kept = Counter[object]()
    for one in ours:
        capture = taken[one.payment_id]
        due = 0 if one.is_surplus else capture.taken - capture.given_back
        kept[one.charge_id] += due
    adrift = [charge for charge in kept if kept[charge] != standing.get(charge, 0)]
    regular = [taken[one.payment_id] for one in ours if not one.is_surplus]
    came, went = sum(one.taken for one in regular), sum(one.given_back for one in regular)
    ((debited, credited),) = market.rows(JOURNAL)
    is_told = (debited, credited) == (came, went)
    beside = {
        "taken": came,
        "given back": went,
        "journal debits": int(debited),
        "journal credits": int(credited),
    }
    return Count("charges adrift", len(adrift) + (not is_told), "charges", beside)


def _refunds(market: Market) -> Count:
    """What the gateway gave back of each payment is what we asked for, once."""
    given = {one.payment_id: one.given_back for one in captures().values() if one.given_back}
    asked = {payment: int(amount) for payment, amount in market.rows(REFUNDS)}
    wrong = [one for one in given.keys() | asked.keys() if given.get(one) != asked.get(one)]
    return Count("refunds not given once", len(wrong), "payments", {"refunded": len(given)})


def _codes(trade: Trade, brought: int) -> Count:
    """Each code lies in its stock or belongs to one line; nobody saw one that another saw."""
    wrong, given = 0, 0
    for stock in trade.code_stocks:
        ((kept, assigned, _),) = trade.market.rows(CODES, {"stock": stock})
        lines = trade.market.rows(LINES_OF_CODES, {"stock": stock})
        wrong += abs(brought - kept) + sum(quantity != has for quantity, has in lines)
        wrong += abs(assigned - sum(quantity for quantity, _ in lines))
        given += assigned
    seen = Counter(code for codes in trade.shown.values() for code in codes)
    wrong += sum(times > 1 for times in seen.values())
    beside = {"given": given, "shown to their buyers": seen.total()}
    return Count("codes not given once", wrong, "codes", beside)


def _invoices(market: Market) -> Count:
    ((gaps,),), ((without,),) = market.rows(SERIES), market.rows(UNINVOICED)
    ((number,),) = market.rows("SELECT count(*) FROM invoicing_invoice")
    beside = {"invoices": number, "gaps": int(gaps), "orders without theirs": without}
    return Count("invoices missing", abs(int(gaps)) + without, "invoices", beside)


def _payouts(trade: Trade) -> Count:
    there = dict(trade.market.rows(PAYOUTS))
    wrong = [one for one in trade.payouts if there.get(one) != 1]
    return Count("payouts not recorded once", len(wrong), "payouts", {"told": len(trade.payouts)})


def _runs(trade: Trade) -> Count:
    """Each run stands as staff were told, nothing of an approved one is left on its way, and each
    of its transfers was ordered once and paid once, or neither."""
    rows = {id: told for id, *told in trade.market.rows(RUNS)}
    wrong = sum(id not in rows for id in trade.runs)
    wrong += sum(rows[id][0] != STATES_OF_RUNS[how] for id, how in trade.decided.items())
    for state, waiting, ordered, paid, _ in rows.values():
        wrong += int(ordered + paid) + (waiting if state == "approved" else 0)
    beside = {
        "told prepared": len(trade.runs),
        "decided": dict(Counter(trade.decided.values())),
        "transfers": sum(many for *_, many in rows.values()),
    }
    return Count("payout runs adrift", wrong, "transfers", beside)


def _exchanges(trade: Trade) -> Count:
    """Each exchange that was told to be asked for is there, each that was made has one new order,
    and between the old one and the new nothing is left."""
    rows = {id: told for id, *told in trade.market.rows(EXCHANGES)}
    asked = [one for one in trade.swaps if one.is_asked]
    wrong = sum(one.return_id not in rows for one in asked)
    wrong += sum(many != is_made or not is_same for is_made, many, is_same in rows.values())
    ((left,),), ((dearer, paid),) = trade.market.rows(BETWEEN), trade.market.rows(DIFFERENCES)
    beside = {
        "asked for": len(asked),
        "made": sum(is_made for is_made, *_ in rows.values()),
        "that cost more": dearer,
        "paid": paid,
    }
    return Count("exchanges not made once", wrong + abs(int(left)), "exchanges", beside)


def _reports(trade: Trade) -> Count:
    """Each report that was told to be booked is, once, and every line of it settled its payment."""
    rows = trade.market.rows(REPORTS)
    times = Counter(reference for reference, *_ in rows)
    wrong = sum(times[reference] != 1 for reference in trade.reports)
    wrong += sum(not is_settled for *_, is_settled in rows)
    beside = {"told": len(trade.reports), "lines": sum(lines for _, lines, _ in rows)}
    return Count("reports not booked once", wrong, "reports", beside)


def _points(trade: Trade) -> Count:
    """Each press that was answered took points once and brought what they are worth once; and what
    nobody was told of did both or neither."""
    rows = trade.market.rows(TURNED_IN)
    there = {key for key, *_ in rows}
    lost = sum(key.hex not in there for key in trade.turned_in)
    half = sum(times != 1 or came != worth for _, times, came, worth in rows)
    beside = {"told": len(trade.turned_in), "there": len(rows)}
    return Count("points not turned in once", lost + half, "presses", beside)


def _gifts(trade: Trade) -> Count:
    """Each card that was redeemed is in one wallet, once, and no other is in any."""
    rows = trade.market.rows(GIFTS)
    there = {id: state for id, state, _ in rows}
    lost = sum(gift.id not in there for gift in trade.gifts)
    wrong = sum(times != (state == "redeemed") for _, state, times in rows)
    wrong += sum(there.get(id) != "redeemed" for id in trade.redeemed)
    beside = {"bought": len(trade.gifts), "redeemed": len(trade.redeemed)}
    return Count("gift cards not redeemed once", lost + wrong, "cards", beside)
