"""What an invoice says, to the last unit and the last byte."""

from base64 import b64decode
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.invoicing.rules import (
    Unreconciled,
    figures,
    hijri_of,
    invoice_number,
    lines_of,
    phase_one_qr,
    sums_of,
    taxes_of,
)
from tijara.domains.invoicing.shapes import InvoiceKind, LineSubject
from tijara.kit.money import Money

from .orders import make_view, parts_of, share_of, whole

EXAMPLE = (
    "AQxCb2JzIFJlY29yZHMCDzMxMDEyMjM5MzUwMDAwMwMUMjAyMi0wNC0yNVQxNTozMDowMFoEBzEwMDAuMDAFBjE1MC4w"
    "MA=="
)
"""The example of ZATCA's guide to phase 1 (November 2021): Bobs Records."""


def fields_of(code: str) -> dict[int, str]:
    raw, fields = b64decode(code), {}
    while raw:
        tag, length = raw[0], raw[1]
        fields[tag], raw = raw[2 : 2 + length].decode(), raw[2 + length :]
    return fields


class TestCode:
    def test_is_that_of_the_authoritys_own_example(self):
        code = phase_one_qr(
            "Bobs Records",
            "310122393500003",
            datetime(2022, 4, 25, 15, 30, tzinfo=UTC),
            Money(100000, "SAR"),
            Money(15000, "SAR"),
        )
        assert code == EXAMPLE

    @given(
        some.text(max_size=300), some.integers(0, 10**12), some.sampled_from(["SAR", "KWD", "JPY"])
    )
    def test_holds_five_fields_whatever_the_name(self, name, minor, currency):
        money = Money(minor, currency)
        code = phase_one_qr(name, "3", datetime(2026, 1, 1, tzinfo=UTC), money, money)
        fields = fields_of(code)
        assert list(fields) == [1, 2, 3, 4, 5]
        assert name.startswith(fields[1]) and len(fields[1].encode()) > 250 or fields[1] == name
        assert fields[4] == fields[5] == money.to_decimal_string()


class TestLines:
    @given(
        some.lists(
            some.tuples(some.integers(1, 10**7), some.integers(1, 9)), min_size=1, max_size=9
        ),
        some.integers(0, 10**5),
        some.integers(0, 10**5),
        some.sampled_from([0, 500, 1400, 1500]),
        some.sampled_from(["SAR", "KWD", "JPY"]),
        some.booleans(),
    )
    def test_add_up_to_the_order_to_the_last_unit(
        self, wanted, delivery, fee, rate, currency, includes_tax
    ):
        order = make_view(wanted, delivery, fee, rate, currency, includes_tax=includes_tax)
        lines = lines_of(order, *whole(order), is_taxed=True)
        net, tax, gross = sums_of(lines, currency)
        assert (tax, gross) == (order.tax, order.total)
        assert net + tax == gross
        assert all(line.net + line.tax == line.gross for line in lines)
        assert all(0 <= line.tax.minor <= line.gross.minor for line in lines)
        told = taxes_of(lines, (), "SA", date(2026, 11, 1))
        of_order = [
            (one.category, one.rate_bp, one.net_minor, one.tax_minor) for one in order.taxes
        ]
        assert [
            (one.category, one.rate_bp, one.net.minor, one.tax.minor) for one in told
        ] == of_order

    def test_delivery_and_fee_have_the_tax_that_was_frozen_in_them(self):
        order = make_view([(11500, 2)], 2000, 1200, 1500, "SAR")
        beside = [
            line
            for line in lines_of(order, *whole(order), is_taxed=True)
            if line.subject != LineSubject.ITEM
        ]
        expected = [order.delivery_tax_minor, order.fee_tax_minor]
        assert [line.tax.minor for line in beside] == expected == [261, 156]

    def test_a_seller_without_a_number_shows_no_tax(self):
        order = make_view([(11500, 2)], 2000, 0, 1500, "SAR")
        lines = lines_of(order, *whole(order), is_taxed=False)
        assert {line.tax.minor for line in lines} == {0} == {line.tax_bp for line in lines}
        assert sums_of(lines, "SAR")[0] == order.total

    @given(
        some.lists(
            some.tuples(some.integers(1, 10**7), some.integers(1, 9)), min_size=1, max_size=4
        ),
        some.integers(0, 10**5),
        some.data(),
    )
    def test_say_only_what_was_delivered(self, wanted, delivery, data):
        order = make_view(wanted, delivery, 0, 1500, "SAR", includes_tax=data.draw(some.booleans()))
        before, units = {}, {}
        for line in order.lines:
            before[line.id] = data.draw(some.integers(0, line.quantity))
            units[line.id] = data.draw(some.integers(0, line.quantity - before[line.id]))
        share = share_of(order, before, units, has_charges=data.draw(some.booleans()))
        lines = lines_of(order, parts_of(order, before, units), share, is_taxed=True)
        assert sums_of(lines, "SAR")[1:] == (Money(share.tax_minor, "SAR"), share.total)
        assert sum(line.quantity for line in lines if line.subject == LineSubject.ITEM) == sum(
            units.values()
        )

    def test_a_tax_that_belongs_to_nothing_is_loud(self):
        order = replace(make_view([(1000, 1)], 0, 0, 1500, "SAR"), tax=Money(999, "SAR"))
        with pytest.raises(Unreconciled):
            lines_of(order, *whole(order), is_taxed=True)


def test_numbers_say_what_they_count():
    numbers = [invoice_number("INV", kind, 42) for kind in InvoiceKind]
    assert numbers == [
        "INV-000042",
        "INV-B-000042",
        "INV-R-000042",
        "INV-C-000042",
        "INV-D-000042",
        "INV-F-000042",
        "INV-FC-000042",
    ]


@pytest.mark.parametrize(
    ("minor", "currency", "told"),
    [(123450, "SAR", "1,234.50"), (1234567, "KWD", "1,234.567"), (1234, "JPY", "1,234")],
)
def test_figures_have_their_currencys_decimals(minor, currency, told):
    assert figures(Money(minor, currency)) == told


@pytest.mark.parametrize(
    ("day", "hijri"),
    [
        (date(2026, 2, 18), "1447-09-01"),
        (date(2027, 2, 8), "1448-09-01"),
        (date(2026, 5, 27), "1447-12-10"),
    ],
)
def test_hijri_dates_are_those_of_umm_al_qura(day, hijri):
    assert hijri_of(day) == hijri
