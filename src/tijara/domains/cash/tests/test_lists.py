"""The lists of what carriers pay: whatever files they come in, each line counts once."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

import pytest
from django.db import OperationalError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tijara.domains.cash.actions import (
    AlreadyBooked,
    ColumnsWrong,
    LineExplained,
    LinesUnread,
    ListKnown,
    ListUnreadable,
    NotWhatTheBankShows,
    book_remittance,
    discard_remittance,
    explain_line,
    map_columns,
    read_remittance,
)
from tijara.domains.cash.models import Remittance, RemittanceLine
from tijara.domains.cash.queries import (
    is_readable,
    lines_proof,
    remittance,
    remittance_lines,
    remittances,
)
from tijara.domains.cash.rules import (
    guessed_columns,
    matches,
    outcome_of,
    read_line,
    tidy_waybill,
    transfers_of,
)
from tijara.domains.cash.shapes import Candidate, CashState, Verdict
from tijara.domains.cash.testing import (
    TOTAL,
    book,
    bring,
    bring_and_book,
    carrier_id,
    list_of,
    make_cash_parcel,
    make_staff,
    seen,
    state_of,
)
from tijara.domains.ledger.queries import balances
from tijara.domains.ledger.shapes import Account
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.money import Money
from tijara.platform.audits import run_proofs

amounts = st.integers(0, 10**6)


def faults() -> dict[str, list[str]]:
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


def verdicts(remittance_id) -> list[Verdict]:
    return [line.verdict for line in remittance_lines(remittance(remittance_id))]


@given(amounts, amounts, amounts, amounts)
def test_the_bank_gets_amount_less_charge_whatever_a_line_is(amount, charge, left, owed_back):
    if amount and charge > amount:
        charge = amount
    outcome = outcome_of(amount, charge, left, owed_back)
    moved: dict[Account, int] = {}
    for one in transfers_of(amount, charge, outcome):
        assert one.amount_minor >= 0
        moved[one.debit] = moved.get(one.debit, 0) + one.amount_minor
        moved[one.credit] = moved.get(one.credit, 0) - one.amount_minor
    assert moved.get(Account.BANK, 0) == amount - charge
    assert -moved.get(Account.CARRIER_RECEIVABLE, 0) == outcome.debt_minor <= left


@given(st.lists(st.integers(1, 500), max_size=8), st.randoms(use_true_random=False))
def test_payments_of_a_parcel_come_to_the_same_in_any_order(parts, random):
    parcel = Candidate(new_id(), new_id(), "A1", "", CashState.COLLECTED, 1000, 0)
    shuffled = random.sample(parts, len(parts))
    sums = [
        (sum(o.debt_minor for _, o in told), sum(o.excess_minor for _, o in told))
        for told in (
            matches([("A1", part, 0) for part in order], [parcel]) for order in (parts, shuffled)
        )
    ]
    assert sums[0] == sums[1] == (min(1000, sum(parts)), max(0, sum(parts) - 1000))


@given(st.text(max_size=30), st.text(max_size=30), st.text(max_size=30), st.text(max_size=30))
def test_no_cell_breaks_the_reading(waybill, amount, charge, day):
    told = {"waybill": waybill, "amount": amount, "charge": charge, "day": day}
    line = read_line(1, told, 2)
    assert line.fault or (line.waybill and line.charge_minor >= 0)


@pytest.mark.parametrize(
    ("header", "field"),
    [
        (["AWB", "COD Amount", "COD Fee", "Collection date"], "amount"),
        (["رقم البوليصة", "المبلغ المحصّل", "رسوم التحصيل", "تاريخ التسليم"], "amount"),
        (["N° de suivi", "Montant", "Frais", "Jour"], "amount"),
    ],
)
def test_columns_are_known_by_what_carriers_call_them(header, field):
    found = guessed_columns(header, {})
    assert [found[name] for name in ("waybill", "amount", "charge", "day")] == header


def test_a_waybill_is_known_however_it_is_written():
    assert tidy_waybill(" ٤٤-10 / ab ") == "4410AB"


@pytest.mark.django_db
class TestALine:
    def test_less_than_owed_leaves_the_rest_owed(self):
        parcel = make_cash_parcel("1")
        bring_and_book(["1,200.00,9,"])
        assert (state_of(parcel), seen(parcel.seller_id, parcel.id).left.minor) == (
            CashState.SHORT,
            6200,
        )
        bring_and_book(["1,62.00,,"])
        assert state_of(parcel) is CashState.RECONCILED
        assert not faults()

    def test_more_than_owed_is_the_carriers_until_it_is_given_back(self):
        parcel = make_cash_parcel("1")
        listed = bring_and_book(["1,300.00,9.00,"])
        assert state_of(parcel) is CashState.REMITTED
        assert balances(parcel.seller_id)[Account.CARRIER_PAYABLE] == -3800
        line = RemittanceLine.objects.get()
        explain_line(actor=make_staff(), remittance_id=listed, line_id=line.id)
        with pytest.raises(LineExplained):
            explain_line(actor=make_staff(), remittance_id=listed, line_id=line.id)
        assert state_of(parcel) is CashState.RECONCILED
        assert remittance(listed).closed_at
        assert not faults()

    def test_of_no_parcel_is_in_the_operators_books(self):
        make_cash_parcel("1")
        listed = bring_and_book(["999,50.00,5.00,"])
        assert verdicts(listed) == [Verdict.UNKNOWN]
        assert balances(OPERATOR_ID)[Account.CARRIER_PAYABLE] == -4500
        explain_line(actor=SYSTEM, remittance_id=listed, line_id=RemittanceLine.objects.get().id)
        assert not balances(OPERATOR_ID)[Account.CARRIER_PAYABLE]
        assert not faults()

    def test_finds_its_parcel_by_the_orders_number(self):
        parcel = make_cash_parcel("")
        bring_and_book([f"{parcel.number},262.00,,"])
        assert state_of(parcel) is CashState.RECONCILED

    def test_that_pays_for_a_parcel_on_its_way_delivers_it(self):
        parcel = make_cash_parcel("1", is_delivered=False)
        bring_and_book(["1,262.00,,"])
        assert state_of(parcel) is CashState.RECONCILED
        assert not faults()


@pytest.mark.django_db
class TestAList:
    def test_is_read_before_it_is_booked(self):
        parcel = make_cash_parcel("1")
        listed = bring(["1,262.00,9.00,2026-11-05", "1,262.00,9.00,2026-11-05", "2,10.00,,"])
        assert verdicts(listed) == [Verdict.PAID, Verdict.REPEATED, Verdict.UNKNOWN]
        assert remittance(listed).net == Money(26200 - 900 + 1000, "SAR")
        assert state_of(parcel) is CashState.COLLECTED

    def test_is_booked_only_for_what_the_bank_shows(self):
        parcel = make_cash_parcel("1")
        listed = bring(["1,262.00,9.00,"])
        with pytest.raises(NotWhatTheBankShows) as refused:
            book(listed, received=Money(26200, "SAR"))
        assert refused.value.fields == {"received": "not_the_sum"}
        book(listed)
        with pytest.raises(AlreadyBooked):
            book(listed)
        with pytest.raises(AlreadyBooked):
            discard_remittance(actor=SYSTEM, remittance_id=listed)
        assert balances(parcel.seller_id)[Account.BANK] == 25300

    def test_comes_again_as_the_same_file(self):
        make_cash_parcel("1")
        listed = bring(["1,262.00,,"])
        with pytest.raises(ListKnown) as refused:
            bring(["1,262.00,,"])
        assert refused.value.facts == {"list": str(listed)}

    def test_that_was_cut_off_comes_whole_and_in_another_order(self):
        parcels = [make_cash_parcel(f"{number}") for number in range(4)]
        rows = [f"{number},262.00,,2026-11-0{number + 1}" for number in range(4)]
        bring_and_book(rows[:2])
        bring_and_book(rows[::-1])
        assert {state_of(parcel) for parcel in parcels} == {CashState.RECONCILED}
        banks = sum(balances(parcel.seller_id)[Account.BANK] for parcel in parcels)
        assert banks == 4 * TOTAL
        assert not faults()

    def test_with_unreadable_lines_is_not_booked(self):
        make_cash_parcel("1")
        listed = bring(["1,262.00,,", "2,abc,,"])
        assert verdicts(listed) == [Verdict.PAID, Verdict.UNREADABLE]
        with pytest.raises(LinesUnread):
            book(listed)

    def test_of_strange_columns_is_read_when_they_are_told_and_so_is_the_next(self):
        parcel = make_cash_parcel("1")
        listed = bring(["1,262.00"], head="Xx,Yy")
        assert not is_readable(remittance(listed))
        with pytest.raises(ColumnsWrong):
            map_columns(actor=SYSTEM, remittance_id=listed, columns={"waybill": "Xx"})
        columns = {"waybill": "Xx", "amount": "Yy"}
        map_columns(actor=SYSTEM, remittance_id=listed, columns=columns)
        book(listed)
        assert state_of(parcel) is CashState.RECONCILED
        assert is_readable(remittance(bring(["2,1.00"], head="Xx,Yy")))

    def test_that_is_thrown_away_leaves_its_lines_to_others(self):
        parcel = make_cash_parcel("1")
        discard_remittance(actor=SYSTEM, remittance_id=bring(["1,262.00,,"]))
        bring_and_book(["1,262.00,,"])
        assert state_of(parcel) is CashState.RECONCILED

    def test_that_is_none_leaves_nothing(self):
        make_cash_parcel("1")
        given = {"actor": SYSTEM, "carrier_id": carrier_id()}
        for content in (b"\x89PNG\r\n\x1a\n1234", b"PK\x03\x04broken", b"%PDF-1.7", b"\n"):
            with pytest.raises(Exception) as refused:
                read_remittance(**given, content=BytesIO(content))
            assert refused.value.code in ("cash.list_unreadable", "files.not_accepted")
        with pytest.raises(ListUnreadable):
            read_remittance(**given, content=list_of(["1,1.00,,"] * 2001))
        assert not Remittance.objects.exists()


@pytest.mark.django_db
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.data())
def test_files_in_any_order_cut_and_repeated_come_to_the_same(data):
    """Whatever lists the same lines come in, what was paid is what the lines say, once each."""
    tag = new_id().hex[-8:].upper()
    parcels = [make_cash_parcel(f"{tag}{number}") for number in range(3)]
    lines = [f"{tag}{number},{amount}.00,,2026-11-0{number + 1}" for number, amount in
             enumerate(data.draw(st.tuples(*[st.integers(1, 262)] * 3)))]  # fmt: skip
    files = data.draw(st.lists(st.lists(st.sampled_from(lines), min_size=1), max_size=4))
    for place, rows in enumerate([*files, lines]):
        listed = bring([*rows, f"FILE{place}{tag},1.00,,"])
        book(listed)
    for parcel, line in zip(parcels, lines, strict=True):
        paid = TOTAL - seen(parcel.seller_id, parcel.id).left.minor
        assert paid == int(float(line.split(",")[1]) * 100)
    assert not lines_proof().faults


@pytest.mark.django_db(transaction=True)
def test_of_two_who_bring_and_book_the_same_file_one_does():
    parcel = make_cash_parcel("1")

    def attempt(_place: int) -> str:
        try:
            bring_and_book(["1,262.00,9.00,"])
        except ListKnown:
            return "known"
        except AlreadyBooked:
            return "booked"
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(4) as rivals:
        told = list(rivals.map(attempt, range(4)))
    assert told.count("done") == 1
    assert balances(parcel.seller_id)[Account.BANK] == 25300
    assert len(remittances().items) == 1


@pytest.mark.django_db(transaction=True)
def test_booking_that_dies_halfway_has_booked_nothing():
    parcels = [make_cash_parcel(f"{number}") for number in range(3)]
    listed = bring([f"{number},262.00,," for number in range(3)])

    def booking() -> str:
        try:
            book(listed)
        except OperationalError:
            return "dead"
        finally:
            connection.close()
        return "booked"

    with ThreadPoolExecutor(1) as other:
        # Its journals are posted when it comes to the lines: there it is held, and killed.
        with transaction.atomic():
            list(RemittanceLine.objects.select_for_update())
            dying = other.submit(booking)
            _kill_who_waits()
        assert dying.result() == "dead"
    assert {state_of(parcel) for parcel in parcels} == {CashState.COLLECTED}
    book_remittance(
        actor=SYSTEM, remittance_id=listed, bank_reference="FT1", received=remittance(listed).net
    )
    assert {state_of(parcel) for parcel in parcels} == {CashState.RECONCILED}


def _kill_who_waits() -> None:
    with connection.cursor() as cursor:
        killed = None
        while killed is None:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_locks"
                " WHERE NOT granted AND pid = ANY(SELECT pid FROM pg_stat_activity"
                " WHERE datname = current_database())"
            )
            killed = cursor.fetchone()
