"""A trade that is lived again is read as it was written, and each of its cents has a class. Rows of
our own: the data of the evaluations is nobody's here."""

import gzip
import json
import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tijara.domains.orders.actions import sum_sales
from tijara.faces.cli.bench import living, olist, parquet, past, retail
from tijara.faces.cli.bench.happened import KINDS, LEAST_ORDERS, missing
from tijara.faces.cli.bench.olist_files import FILES
from tijara.faces.cli.bench.retail import Line
from tijara.faces.cli.bench.waiting import until_none
from tijara.faces.cli.demonstration import sums
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

ORDERS = """order_id,order_status,order_purchase_timestamp,order_delivered_customer_date
a,delivered,2018-08-15 11:30:33,2018-08-20 15:15:42
b,canceled,2018-08-15 12:00:00,
c,delivered,2018-08-16 09:00:00,2018-08-19 10:00:00
d,unavailable,2018-08-17 09:00:00,
"""
ITEMS = """order_id,product_id,seller_id,price,freight_value
a,p1,s1,39.95,17.93
a,p2,s2,10.00,1.10
b,p1,s1,39.95,5.00
c,p1,s1,41.00,0.00
c,p1,s1,41.00,0.00
"""
PAYMENTS = """order_id,payment_type,payment_installments,payment_value
a,credit_card,3,40.00
a,voucher,1,28.98
b,boleto,1,44.95
c,credit_card,4,83.10
d,boleto,1,20.00
"""


I32, I64, TEXT, LIST, STRUCT = 5, 6, 8, 9, 12
"""Kinds of fields of the compact protocol."""


def varint(number: int) -> bytes:
    return bytes([number]) if number < 128 else bytes([number & 127 | 128]) + varint(number >> 7)


def i(number: int) -> bytes:
    return varint(number << 1 if number >= 0 else (-number << 1) - 1)


def text(words: str) -> bytes:
    return varint(len(words)) + words.encode()


def listed(kind: int, *bodies: bytes) -> bytes:
    return bytes([len(bodies) << 4 | kind]) + b"".join(bodies)


def message(fields: dict[int, tuple[int, bytes]]) -> bytes:
    told, before = b"", 0
    for number, (kind, body) in fields.items():
        told += bytes([(number - before) << 4 | kind]) + body
        before = number
    return told + b"\0"


def told_by(capsys) -> dict:
    return json.loads(capsys.readouterr().out)


def faults() -> dict:
    """As a replay ends, and is audited."""
    while Relay().deliver_pending():
        pass
    sums.run()
    return {one.code: one.faults for one in run_proofs() if one.faults}


@pytest.fixture
def folder(tmp_path):
    for name, text in zip(FILES, (ORDERS, ITEMS, PAYMENTS), strict=True):
        (tmp_path / name).write_bytes(gzip.compress(text.encode()))
    return tmp_path


@pytest.fixture
def summed():
    """The worker has added up all sales of the market already: what is lived lies before that."""
    sum_sales(actor=SYSTEM)


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("summed")
class TestReplays:
    def test_of_a_marketplace_explain_every_cent(self, folder, capsys):
        olist.run(str(folder), "0")
        told = told_by(capsys)
        assert told["classes"] == {
            "equal": [2, 0],
            "interest of instalments": [1, 110],
            "no goods: it was never to be sent": [1, 2000],
        }
        assert (told["cents lost"], told["books"]["sum"]) == (0, 0)
        assert (told["books"]["bank off"], told["books"]["sellers off"]) == (0, 0)
        assert told["fates"]["of several sellers"] == 1
        assert told["fates"]["not taken by the door"] == 0
        assert told["fates"]["cancelled"] == 1
        assert faults() == {}

    def test_of_a_shop_match_what_is_called_off(self, monkeypatch, capsys):
        """Sold at two prices, called off across both; something was never sold; nobody is named."""
        at = datetime(2010, 1, 4, 10, tzinfo=UTC)
        later = datetime(2010, 1, 5, 10, tzinfo=UTC)
        lines = [
            Line("1", "A", "A", 3, at, 2.55, 7),
            Line("1", "B", "B", 1, at, 1.00, 7),
            Line("2", "A", "A", 2, at, 2.00, 7),
            Line("2", "X", "X", -4, at, 0.0, None),
            Line("2", "Y", "Y", 1, at, 0.0, 7),
            Line("C3", "A", "A", -3, later, 2.55, 7),
            Line("C3", "B", "B", -2, later, 1.00, 7),
            Line("C4", "Z", "Z", -1, later, 9.99, 7),
            Line("C5", "A", "A", -1, later, 2.00, None),
        ]
        monkeypatch.setattr(retail, "read", lambda file, most: iter(lines))
        retail.run("", "0")
        told = told_by(capsys)
        assert told["classes"] == {
            "sold": 3,
            "a correction of the stock": 1,
            "given away": 1,
            "called off": 4,
            "called off: matched": 1,
            "called off: matched in part": 1,
            "called off: never sold before": 1,
            "called off: by nobody named": 1,
        }
        assert told["sums"]["given back"] == 2 * 200 + 255 + 100
        assert told["sums"]["called off at another price"] == 2 * 55
        assert told["sums"]["called off without a sale"] == 100 + 999 + 200
        assert [told[one] for one in ("called off unexplained", "sold unexplained")] == [0, 0]
        assert [told[one] for one in ("sum", "cash off", "refunds off")] == [0, 0, 0]
        assert faults() == {}

    def test_of_chance_leave_the_books_in_order(self, capsys):
        living.run("open")
        capsys.readouterr()
        living.run("live", "7", "40")
        told = told_by(capsys)
        assert told["counts"]["placed"] == 40 and told["counts"]["deliver"] > 20
        came = ("list line: paid", "list line: return", "transfer paid", "reserve moved")
        assert all(told["seen"][kind] for kind in came)
        assert faults() == {}


AT = datetime(2018, 8, 15, tzinfo=UTC)


def checkout(*, prices=(4900,), freight=760, kind="credit_card", instalments=1, paid=0, **told):
    items = [{"product": "p", "seller": "s", "price": one, "freight": freight} for one in prices]
    payments = [{"kind": kind, "instalments": instalments, "value": paid}] if paid else []
    given = {"id": "a", "status": "delivered", "at": AT, "arrived_at": None}
    return olist.Past(**(given | told), items=items, payments=payments)


class TestWhatDiffersInTheFiles:
    """49.00 and 7.60 of freight are asked, if nothing else is said."""

    @pytest.mark.parametrize(
        ("told", "name"),
        [
            ({"paid": 5660}, "equal"),
            ({"paid": 5661}, "a cent between: rounding"),
            ({"paid": 5662, "instalments": 4}, "rounded by each unit or instalment"),
            ({"paid": 5900, "instalments": 4}, "interest of instalments"),
            ({"paid": 5660 - 490}, "a round share of the goods' price was taken off"),
            (
                {"paid": 34375 - 1495, "prices": (29900,), "freight": 4475},
                "a round share of the goods' price was taken off",
            ),
            ({"paid": 5660 - 491}, olist.LESS),
            ({"paid": 5660 - 566}, olist.LESS),
            ({"paid": 5900}, olist.MORE),
            ({"paid": 5500, "kind": "voucher"}, "a voucher of another worth"),
            ({"paid": 0}, "no payment is told"),
            (
                {"paid": 5, "prices": (), "status": "canceled"},
                "no goods: it was never to be sent",
            ),
            ({"paid": 5, "prices": ()}, olist.NO_GOODS),
        ],
    )
    def test_has_a_name_by_its_figures(self, told, name):
        assert olist.class_of(checkout(**told)) == name

    def test_is_shown_where_no_name_settles_it(self):
        told = olist.explained([checkout(paid=5660), checkout(paid=5500)])
        assert told["contradicted"] == 160
        assert [one["class"] for one in told["figures of what differs"]] == [olist.LESS]


class TestAParquetFile:
    """Written by hand as the format says: one column of numbers, some cells empty."""

    def file(self, tmp_path: Path) -> Path:
        """Definition levels 1, 0, 1, 1 in one packed run, and three numbers after them."""
        levels = bytes([0b11, 0b00001101])
        page = struct.pack("<I", len(levels)) + levels + struct.pack("<3q", 7, -1, 1 << 40)
        about = message({1: (I32, i(4)), 2: (I32, i(0)), 3: (I32, i(3)), 4: (I32, i(3))})
        size = (I32, i(len(page)))
        head = message({1: (I32, i(0)), 2: size, 3: size, 5: (STRUCT, about)})
        root = message({4: (TEXT, text("schema")), 5: (I32, i(1))})
        column = message({1: (I32, i(2)), 3: (I32, i(1)), 4: (TEXT, text("n"))})
        meta = {1: (I32, i(2)), 2: (LIST, listed(I32, i(0))), 3: (LIST, listed(TEXT, text("n")))}
        meta |= {4: (I32, i(0)), 5: (I64, i(4)), 6: (I64, i(0)), 7: (I64, i(0)), 9: (I64, i(4))}
        chunk = message({2: (I64, i(4)), 3: (STRUCT, message(meta))})
        group = message({1: (LIST, listed(STRUCT, chunk)), 2: (I64, i(0)), 3: (I64, i(4))})
        footer = message(
            {
                1: (I32, i(1)),
                2: (LIST, listed(STRUCT, root, column)),
                3: (I64, i(4)),
                4: (LIST, listed(STRUCT, group)),
            }
        )
        made = tmp_path / "made.parquet"
        told = b"PAR1" + head + page + footer + struct.pack("<I", len(footer)) + b"PAR1"
        made.write_bytes(told)
        return made

    def test_is_read(self, tmp_path):
        assert parquet.columns(self.file(tmp_path), ["n"]) == {"n": [7, None, -1, 1 << 40]}

    @pytest.mark.parametrize("content", [b"", b"PAR1", b"name,price\n1,2\n", b"PARX" * 8])
    def test_that_is_none_is_said(self, tmp_path, content):
        other = tmp_path / "other"
        other.write_bytes(content)
        with pytest.raises(parquet.NotReadable):
            parquet.columns(other, ["n"])


class TestAHistoryThatIsLongEnough:
    def test_has_had_each_of_its_kinds(self):
        counts = dict.fromkeys(KINDS, 1) | {"transfer failed": 0}
        assert missing(counts, LEAST_ORDERS) == ["transfer failed"]
        assert missing(counts, LEAST_ORDERS - 1) == []


class TestWaiting:
    def test_goes_on_while_less_is_left(self):
        left = iter([3, 3, 2, 1, 0])
        until_none(lambda: next(left), patience=60, least_pause=0)
        assert next(left, "all were asked for") == "all were asked for"

    def test_ends_where_nothing_moves(self):
        with pytest.raises(TimeoutError, match="3 still wait"):
            until_none(lambda: 3, patience=0, least_pause=0)


def test_a_key_names_a_thing_at_its_price():
    assert past.key_of("85048", 695) == "85048@695"
