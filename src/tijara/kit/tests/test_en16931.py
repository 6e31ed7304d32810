"""The business rules of EN 16931: what is right breaks none, and each fault breaks its own."""

from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID

import pytest
from defusedxml import ElementTree
from hypothesis import given
from hypothesis import strategies as st

from tijara.kit.en16931 import (
    Adjustment,
    Allowance,
    Category,
    PaperKind,
    Place,
    Preceding,
    SemanticInvoice,
    SupplyLine,
    TaxShare,
    Trader,
    broken_rules,
    totals_of,
    ubl,
)
from tijara.kit.money import Money, round_half_up, total

RATES = {Category.STANDARD: (500, 1000, 1500)}
ALONE = (Category.OUTSIDE,)
WHY = {
    Category.EXEMPT: "VATEX-EU-132",
    Category.EXPORT: "VATEX-EU-G",
    Category.REVERSE_CHARGE: "VATEX-EU-AE",
    Category.OUTSIDE: "VATEX-EU-O",
}
CURRENCIES = ("SAR", "KWD", "JPY")


def extracted(gross: int, rate: int, currency: str) -> tuple[Money, Money]:
    tax = round_half_up(gross * rate, 10_000 + rate)
    return Money(gross - tax, currency), Money(tax, currency)


def invoice_of(parts, currency="SAR", **changes) -> SemanticInvoice:
    """`parts` are (gross, category, rate, whether it is a charge), prices including tax."""
    lines, beside, groups = [], [], {}
    for gross, category, rate, is_charge in parts:
        net, tax = extracted(gross, rate, currency)
        groups.setdefault((category, rate), []).append((net, tax))
        if is_charge:
            beside.append(Adjustment(True, net, "توصيل", "FC", category, rate))
        else:
            lines.append(SupplyLine("تمر", 3, net, category, rate, tax))
    shares = tuple(
        TaxShare(
            category,
            rate,
            total([net for net, _ in some], currency),
            total([tax for _, tax in some], currency),
            reason_code=WHY.get(category, ""),
        )
        for (category, rate), some in groups.items()
    )
    vat = "" if any(part[1] is Category.OUTSIDE for part in parts) else "310122393500003"
    seller = Trader("مؤسسة", Place("DE", "s", city="c"), vat, "1010", "0088")
    made = SemanticInvoice(
        kind=PaperKind.INVOICE,
        is_simplified=False,
        number="INV-1",
        uuid=UUID(int=1),
        issued_at=datetime(2026, 11, 26, 12, tzinfo=UTC),
        supplied_on=date(2026, 11, 26),
        seller=seller,
        buyer=Trader("شركة", Place("DE"), "399999999900003"),
        lines=tuple(lines),
        adjustments=tuple(beside),
        shares=shares,
        totals=totals_of(tuple(lines), tuple(beside), shares, Money(0, currency)),
        payment_code="10",
    )
    return replace(made, **changes)


def rules(invoice) -> set[str]:
    return {one.rule for one in broken_rules(invoice)}


@st.composite
def invoices(draw):
    is_outside = draw(st.booleans())
    allowed = ALONE if is_outside else tuple(set(Category) - set(ALONE))
    one = st.tuples(
        st.integers(1, 10**9),
        st.sampled_from(allowed).flatmap(
            lambda category: st.tuples(
                st.just(category), st.sampled_from(RATES.get(category, (0,)))
            )
        ),
        st.booleans(),
    )
    parts = [(gross, *kind, charge) for gross, kind, charge in draw(st.lists(one, max_size=12))]
    first = (100, *draw(st.just((allowed[0], RATES.get(allowed[0], (0,))[0]))), False)
    return invoice_of([first, *parts], draw(st.sampled_from(CURRENCIES)))


@given(invoices())
def test_what_is_extracted_line_by_line_breaks_no_rule(invoice):
    assert broken_rules(invoice) == []


@given(invoices(), st.integers(1, 10**6))
def test_a_total_that_is_not_the_sum_is_seen(invoice, by):
    more = Money(by, invoice.currency)
    wrong = replace(invoice.totals, gross=invoice.totals.gross + more)
    assert rules(replace(invoice, totals=wrong)) == {"BR-CO-15", "BR-CO-16"}


@given(invoices())
def test_what_is_written_can_be_read_and_says_the_same(invoice):
    tree = ElementTree.fromstring(ubl.plain(invoice))
    space = {"cbc": f"{ubl.UBL}CommonBasicComponents-2"}
    told = [one.text for one in tree.iterfind(".//cbc:PayableAmount", space)]
    assert told == [invoice.totals.payable.to_decimal_string()]


GOODS = (11500, Category.STANDARD, 1500, False)
SOUND = invoice_of([GOODS])
LINE, SHARE = SOUND.lines[0], SOUND.shares[0]
ONE = Money(1, "SAR")


def with_line(**changes):
    return replace(SOUND, lines=(replace(LINE, **changes),))


def with_share(**changes):
    return replace(SOUND, shares=(replace(SHARE, **changes),))


def with_totals(**changes):
    return replace(SOUND, totals=replace(SOUND.totals, **changes))


FAULTS = {
    "BR-02": replace(SOUND, number=" "),
    "BR-06": replace(SOUND, seller=replace(SOUND.seller, name="")),
    "BR-07": replace(SOUND, buyer=replace(SOUND.buyer, name="")),
    "BR-09": replace(SOUND, seller=replace(SOUND.seller, place=Place(""))),
    "BR-11": replace(SOUND, buyer=replace(SOUND.buyer, place=Place(""))),
    "BR-16": replace(SOUND, lines=()),
    "BR-22": with_line(quantity=0),
    "BR-25": with_line(name=""),
    "BR-27": with_line(net=-LINE.net),
    "BR-33": replace(SOUND, adjustments=(Adjustment(False, ONE, "", "", *GOODS[1:3]),)),
    "BR-36": replace(SOUND, adjustments=(Adjustment(True, -ONE, "x", "", *GOODS[1:3]),)),
    "BR-38": replace(SOUND, adjustments=(Adjustment(True, ONE, "", "", *GOODS[1:3]),)),
    "BR-41": with_line(allowance=Allowance(-ONE, LINE.net - ONE, "x", "")),
    "BR-42": with_line(allowance=Allowance(ONE, LINE.net + ONE, "", "")),
    "BR-55": replace(SOUND, kind=PaperKind.CREDIT_NOTE),
    "BR-CO-10": with_totals(lines=ONE),
    "BR-CO-11": with_totals(allowances=ONE),
    "BR-CO-12": with_totals(charges=ONE),
    "BR-CO-13": with_totals(net=ONE),
    "BR-CO-14": with_totals(tax=ONE),
    "BR-CO-15": with_totals(gross=ONE),
    "BR-CO-16": with_totals(payable=ONE),
    "BR-CO-18": replace(SOUND, shares=()),
    "BR-CO-26": replace(SOUND, seller=Trader("a", Place("DE"))),
    "BR-S-01": replace(SOUND, shares=()),
    "BR-S-02": replace(SOUND, seller=replace(SOUND.seller, vat_number="")),
    "BR-S-05": with_line(rate_bp=0),
    "BR-S-06": replace(SOUND, adjustments=(Adjustment(False, ONE, "x", "", GOODS[1], 0),)),
    "BR-S-07": replace(SOUND, adjustments=(Adjustment(True, ONE, "x", "", GOODS[1], 0),)),
    "BR-S-08": with_share(taxable=ONE),
    "BR-S-09": with_share(tax=SHARE.tax + ONE * 2),
    "BR-S-10": with_share(reason="why"),
    "BR-E-10": replace(
        invoice_of([(100, Category.EXEMPT, 0, False)]),
        shares=(TaxShare(Category.EXEMPT, 0, Money(100, "SAR"), Money(0, "SAR")),),
    ),
    "BR-Z-09": replace(
        invoice_of([(100, Category.ZERO, 0, False)]),
        shares=(TaxShare(Category.ZERO, 0, Money(100, "SAR"), ONE),),
    ),
    "BR-Z-05": with_line(category=Category.ZERO),
    "BR-G-08": replace(
        invoice_of([(100, Category.EXPORT, 0, False)]),
        shares=(TaxShare(Category.EXPORT, 0, ONE, Money(0, "SAR"), "x"),),
    ),
    "BR-AE-02": replace(
        invoice_of([(100, Category.REVERSE_CHARGE, 0, False)]), buyer=Trader("b", Place("DE"))
    ),
    "BR-O-02": replace(invoice_of([(100, Category.OUTSIDE, 0, False)]), seller=SOUND.seller),
    "BR-O-11": invoice_of([GOODS, (100, Category.OUTSIDE, 0, False)]),
}


def test_what_is_sound_breaks_nothing():
    assert broken_rules(SOUND) == []
    assert broken_rules(replace(SOUND, kind=PaperKind.DEBIT_NOTE, preceding=Preceding("1"))) == []


@pytest.mark.parametrize("rule", FAULTS)
def test_each_fault_is_named(rule):
    assert rule in rules(FAULTS[rule])


@pytest.mark.parametrize(
    ("off", "base", "percent"), [(1000, 10000, 1000), (333, 10333, 322), (1, 30000, None)]
)
def test_a_percentage_is_told_where_it_makes_the_amount(off, base, percent):
    one = Allowance(Money(off, "SAR"), Money(base, "SAR"), "Discount", "95")
    written = ubl.allowance(one)
    assert one.percent_bp == percent
    assert ("BaseAmount" in written) == ("Multiplier" in written) == (percent is not None)


def test_what_is_off_a_line_is_off_its_price():
    off = Money(500, "SAR")
    told = with_line(allowance=Allowance(off, LINE.net + off, "Discount", "95"))
    assert broken_rules(told) == []
    written = ubl.plain(told).decode()
    assert f">{(LINE.net + off).to_decimal_string()}</cbc:PriceAmount>" in written
    assert f">{LINE.net.to_decimal_string()}</cbc:LineExtensionAmount>" in written


def test_what_people_write_can_not_break_out():
    hostile = with_line(name='</cbc:Name><x a="&\x00\x0b">')
    tree = ElementTree.fromstring(ubl.plain(hostile))
    space = {"cbc": f"{ubl.UBL}CommonBasicComponents-2"}
    names = [one.text for one in tree.iterfind(".//cbc:Name", space)]
    assert names == ['</cbc:Name><x a="&">']
