"""What sellers are owed, how it is paid, and that nobody is ever paid more."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction

from tijara.domains.accounts.actions import create_account
from tijara.domains.ledger.actions import post_journal
from tijara.domains.ledger.shapes import Account, Transfer
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.testing import make_seller, seller_actor
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import (
    BankAccountInvalid,
    MoreThanOwed,
    NoBankAccount,
    PayoutInvalid,
    PayoutKnown,
    SellerUnknown,
    keep_bank_account,
    record_payout,
    reveal_iban,
)
from tijara.domains.settlements.models import BankAccount, Payout
from tijara.domains.settlements.queries import (
    all_payouts,
    bank_accounts,
    payable,
    payables,
    payout,
    payouts_of_seller,
    statement,
    whole_statement,
)
from tijara.domains.settlements.testing import IBAN, make_owed_seller, pay_out
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import STAFF_POWERS
from tijara.platform.action import NotAllowed
from tijara.platform.audit.models import AuditEntry
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

OWED = 22355
STAFF = Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def faults():
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


@pytest.mark.django_db
class TestStatement:
    def test_tells_in_order_what_made_the_balance(self):
        seller_id = make_owed_seller()
        second = make_paid_order(seller_id=seller_id)
        pay_out(seller_id, 30000, "FT1")
        refund_order(
            actor=SYSTEM,
            seller_id=seller_id,
            order_id=second.id,
            reason=RefundReason.OTHER,
            restock=False,
        )
        told = statement(seller_id)
        assert [
            (line.kind, line.amount.minor, line.balance.minor) for line in told.lines.items
        ] == [
            ("order_refunded", -OWED, OWED - 30000),
            ("payout", -30000, 2 * OWED - 30000),
            ("parcel_delivered", OWED, 2 * OWED),
            ("parcel_delivered", OWED, OWED),
        ]
        assert (told.opening.minor, told.closing.minor) == (0, OWED - 30000)
        assert told.closing == payable(seller_id)
        assert told.lines.items[0].number == second.number
        assert told.lines.items[1].bank_reference == "FT1"
        assert faults() == {}

    def test_of_a_time_opens_with_what_was_before_and_closes_with_what_was_then(self):
        seller_id = make_owed_seller()
        between = now()
        pay_out(seller_id, 5000)
        before, after = statement(seller_id, until=between), statement(seller_id, since=between)
        assert (before.opening.minor, before.closing.minor) == (0, OWED)
        assert (after.opening.minor, after.closing.minor) == (OWED, OWED - 5000)
        assert [line.kind for line in after.lines.items] == ["payout"]
        assert whole_statement(seller_id, since=between + timedelta(days=1)).lines.items == []

    def test_what_is_downloaded_adds_up_also_where_older_lines_are_left_out(self):
        seller_id = make_owed_seller()
        for number in range(3):
            pay_out(seller_id, 100, f"FT{number}")
        told = whole_statement(seller_id, most=2)
        assert told.lines.has_next and told.opening.minor == OWED - 100
        moved = sum(line.amount.minor for line in told.lines.items)
        assert told.opening.minor + moved == told.closing.minor == OWED - 300
        assert whole_statement(seller_id).opening.minor == 0

    def test_pages_go_on_where_the_one_before_ended(self):
        seller_id = make_owed_seller()
        for number in range(3):
            pay_out(seller_id, 100, f"FT{number}")
        first, second = (statement(seller_id, page=page, size=2).lines for page in (1, 2))
        assert (first.has_next, second.has_next) == (True, False)
        balances = [line.balance.minor for line in (*first.items, *second.items)]
        assert balances == [OWED - 300, OWED - 200, OWED - 100, OWED]

    def test_another_sellers_is_empty(self):
        make_owed_seller()
        told = statement(make_seller())
        assert (told.lines.items, told.closing.minor) == ([], 0)


@pytest.mark.django_db
class TestBankAccount:
    def test_is_sealed_and_shown_by_its_end_only(self):
        seller_id = make_owed_seller()
        row = BankAccount.objects.get()
        assert "7519" not in row.iban_sealed and "8000" not in row.iban_sealed
        assert bank_accounts([seller_id])[seller_id].masked == "SA•• •••• 7519"

    def test_a_new_one_takes_the_place_of_the_old_one(self):
        seller_id = make_owed_seller()
        other = "AE07 0331 2345 6789 0123 456"
        keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder="آخر", iban=other)
        assert reveal_iban(actor=SYSTEM, seller_id=seller_id) == other.replace(" ", "")
        assert BankAccount.objects.count() == 1

    @pytest.mark.parametrize(
        ("holder", "iban", "wrong"),
        [
            ("", IBAN, {"holder": "required"}),
            ("x" * 141, IBAN, {"holder": "too_long"}),
            ("نورة", "", {"iban": "required"}),
            ("نورة", "SA0380000000608010167518", {"iban": "iban_invalid"}),
            ("نورة", "<script>", {"iban": "iban_invalid"}),
            ("نورة", "SA" + "9" * 500, {"iban": "iban_invalid"}),
        ],
    )
    def test_a_wrong_one_is_refused_and_the_old_one_stands(self, holder, iban, wrong):
        seller_id = make_owed_seller()
        with pytest.raises(BankAccountInvalid) as refused:
            keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder=holder, iban=iban)
        assert refused.value.fields == wrong
        assert reveal_iban(actor=SYSTEM, seller_id=seller_id).endswith("7519")

    def test_a_seller_keeps_only_his_own(self):
        with pytest.raises(NotAllowed):
            keep_bank_account(
                actor=seller_actor(make_seller()), seller_id=make_seller(), holder="x", iban=IBAN
            )

    def test_who_looked_is_written_down_and_the_number_nowhere(self):
        seller_id = make_owed_seller()
        keep_bank_account(
            actor=seller_actor(seller_id, new_id()), seller_id=seller_id, holder="نورة", iban=IBAN
        )
        reveal_iban(actor=STAFF, seller_id=seller_id)
        acts = list(AuditEntry.objects.order_by("id").values_list("action", "facts"))
        assert {act for act, _ in acts} == {
            "settlements.keep_bank_account",
            "settlements.reveal_iban",
        }
        written = f"{acts} {list(Event.objects.values_list('body', flat=True))}"
        assert "7519" not in written

    def test_a_seller_does_not_read_what_staff_read(self):
        seller_id = make_owed_seller()
        with pytest.raises(NotAllowed):
            reveal_iban(actor=seller_actor(seller_id), seller_id=seller_id)


@pytest.mark.django_db
class TestPayout:
    def test_lowers_what_is_owed_by_what_was_paid(self):
        seller_id = make_owed_seller()
        payout_id = pay_out(seller_id, 10000, " FT\u202e1 ", actor=STAFF)
        paid = payout(seller_id, payout_id)
        assert (paid.amount.minor, paid.bank_reference) == (10000, "FT1")
        assert paid.masked == "SA•• •••• 7519"
        assert payable(seller_id).minor == OWED - 10000
        assert [one.id for one in payouts_of_seller(seller_id).items] == [payout_id]
        assert [one.id for one in all_payouts().items] == [payout_id]
        assert faults() == {}

    def test_all_that_is_owed_can_be_paid_and_not_a_unit_more(self):
        seller_id = make_owed_seller()
        with pytest.raises(MoreThanOwed) as refused:
            pay_out(seller_id, OWED + 1)
        assert refused.value.facts == {"owed": "223.55"}
        pay_out(seller_id, OWED)
        assert payable(seller_id).minor == 0

    def test_a_bank_reference_pays_once(self):
        seller_id = make_owed_seller()
        pay_out(seller_id, 100)
        with pytest.raises(PayoutKnown):
            pay_out(seller_id, 100)
        assert Payout.objects.count() == 1

    @pytest.mark.parametrize(
        ("given", "wrong"),
        [
            ({"minor": 0}, {"amount": "not_an_amount"}),
            ({"minor": -5}, {"amount": "not_an_amount"}),
            ({"reference": " "}, {"bank_reference": "required"}),
            ({"reference": "x" * 61}, {"bank_reference": "too_long"}),
            ({"paid_on": (now() + timedelta(days=2)).date()}, {"paid_on": "in_the_future"}),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, given, wrong):
        seller_id = make_owed_seller()
        with pytest.raises(PayoutInvalid) as refused:
            pay_out(seller_id, **given)
        assert refused.value.fields == wrong

    def test_another_currency_is_refused(self):
        seller_id = make_owed_seller()
        with pytest.raises(PayoutInvalid):
            record_payout(
                actor=SYSTEM,
                seller_id=seller_id,
                amount=Money(1, "USD"),
                bank_reference="FT1",
                paid_on=now().date(),
            )

    def test_nobody_is_paid_to_nowhere(self):
        order = make_paid_order()
        with pytest.raises(NoBankAccount):
            pay_out(order.seller_id)
        with pytest.raises(SellerUnknown):
            pay_out(new_id())

    def test_who_was_paid_and_then_took_an_order_back_owes_us(self):
        order = make_paid_order()
        seller_id = make_owed_seller(order.seller_id)
        pay_out(seller_id, 2 * OWED)
        refund_order(
            actor=SYSTEM,
            seller_id=seller_id,
            order_id=order.id,
            reason=RefundReason.OTHER,
            restock=False,
        )
        assert payable(seller_id).minor == -OWED
        with pytest.raises(MoreThanOwed):
            pay_out(seller_id, 1, "FT2")
        assert faults() == {}

    def test_sellers_record_no_payouts(self):
        seller_id = make_owed_seller()
        with pytest.raises(NotAllowed):
            pay_out(seller_id, actor=seller_actor(seller_id))

    def test_can_not_be_changed_or_taken_away(self):
        seller_id = make_owed_seller()
        pay_out(seller_id)
        for change in (lambda rows: rows.update(amount_minor=1), lambda rows: rows.delete()):
            with pytest.raises(ProgrammingError), transaction.atomic():
                change(Payout.objects.filter(seller_id=seller_id))

    def test_staff_see_who_is_owed_what(self):
        seller_id, without = make_owed_seller(), make_paid_order().seller_id
        rows = {
            one.seller_id: (one.amount.minor, one.has_bank_account) for one in payables().page.items
        }
        assert rows == {seller_id: (OWED, True), without: (OWED, False)}

    def test_the_proof_sees_a_payout_that_was_never_recorded(self):
        seller_id = make_owed_seller()
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="payout",
            reference_id=new_id(),
            currency="SAR",
            transfers=[Transfer(Account.SELLER_PAYABLE, Account.BANK, 100)],
        )
        assert set(faults()) == {"settlements.payouts_proof"}

    def test_a_proof_sees_a_journal_of_which_no_other_knows(self):
        seller_id = make_owed_seller()
        post_journal(
            actor=SYSTEM,
            seller_id=seller_id,
            kind="gift",
            reference_id=new_id(),
            currency="SAR",
            transfers=[Transfer(Account.BUYER_REFUNDABLE, Account.BANK, 100)],
        )
        assert "settlements.kinds_proof" in faults()


@pytest.mark.django_db
class TestMessages:
    def told(self, kind):
        while Relay().deliver_pending():
            pass
        return [one for one in recent_messages() if one.kind == kind]

    def person(self, seller_id, language):
        person_id = create_account(
            actor=SYSTEM,
            email=f"{language}@example.com",
            name="نورة",
            password="a long password",
            language=language,
        )
        add_member(actor=SYSTEM, person_id=person_id, seller_id=seller_id)

    def test_the_sellers_people_are_told_each_in_his_language(self):
        seller_id = make_owed_seller()
        for language in ("ar", "en"):
            self.person(seller_id, language)
        pay_out(seller_id, 10000, "FT77")
        letters = {one.recipient: one for one in self.told("settlements.payout")}
        assert "100.00 ريال" in letters["ar@example.com"].subject
        assert "SAR 100.00" in letters["en@example.com"].subject
        assert all("FT77" in one.text and "7519" in one.text for one in letters.values())
        assert "/en/hub/money" in letters["en@example.com"].html

    def test_they_are_told_of_every_change_of_the_account(self):
        seller_id = make_seller()
        self.person(seller_id, "ar")
        for _ in range(2):
            keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder="نورة", iban=IBAN)
        letters = self.told("settlements.new_account")
        assert len(letters) == 2
        assert all("SA•• •••• 7519" in one.text for one in letters)


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def race(self, seller_id, minor, times):
        def press(number):
            try:
                pay_out(seller_id, minor, f"FT{number}")
            except MoreThanOwed:
                return 0
            finally:
                connection.close()
            return 1

        with ThreadPoolExecutor(8) as crowd:
            return sum(crowd.map(press, range(times)))

    def test_payouts_at_once_never_exceed_what_is_owed(self):
        seller_id = make_owed_seller()
        assert self.race(seller_id, 10000, 8) == 2
        assert payable(seller_id).minor == OWED - 20000
        assert faults() == {}

    def test_one_press_sent_eight_times_pays_once(self):
        seller_id = make_owed_seller()

        def press(_):
            try:
                pay_out(seller_id, 100)
            except PayoutKnown:
                return 0
            finally:
                connection.close()
            return 1

        with ThreadPoolExecutor(8) as crowd:
            assert sum(crowd.map(press, range(8))) == 1
