"""Lots, shares and parcels: every coin goes once, and none is left over."""

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.fulfilment.rules.shares import credit_of as credit_of_parcel
from tijara.domains.fulfilment.shapes import Share
from tijara.domains.ledger.shapes import Account
from tijara.domains.returns.rules.tenders import credit_of, tender_left
from tijara.domains.wallet.rules import credit_shares, grant_faults, move_transfer, taken_from
from tijara.domains.wallet.shapes import CreditKind, GrantDraft
from tijara.kit.ids import new_id
from tijara.kit.money import Money

AMOUNTS = some.integers(0, 10**9)
PARTED = some.tuples(AMOUNTS, some.floats(0, 1))
"""An amount, and how much of it was paid by the wallet."""
BACK = some.tuples(some.floats(0, 1), some.booleans())
"""How much of what is left comes back, and whether its buyer wants it in his wallet."""


def share(total):
    return Share("SAR", total, 0, 0, 0, 0, 0)


class TestLots:
    @given(some.lists(some.integers(1, 10**6), min_size=1, max_size=4), some.integers(0, 100))
    def test_they_are_emptied_in_their_order_to_the_coin(self, left, part):
        amount = sum(left) * part // 100
        lots = [(new_id(), one) for one in left]
        taken = taken_from(lots, amount)
        assert sum(many for _, many in taken) == amount
        assert [id for id, _ in taken] == [id for id, _ in lots][: len(taken)]
        assert all(many == dict(lots)[id] for id, many in taken[:-1])


class TestOrders:
    @given(AMOUNTS, some.lists(AMOUNTS, min_size=1, max_size=6))
    def test_a_credit_is_parted_whole_and_pays_no_order_too_much(self, credit, totals):
        shares = credit_shares(credit, totals)
        assert sum(shares) == min(credit, sum(totals))
        assert all(0 <= one <= total for one, total in zip(shares, totals, strict=True))


class TestParcels:
    @given(some.lists(AMOUNTS, min_size=1, max_size=8), some.floats(0, 1))
    def test_an_orders_credit_is_that_of_its_parcels(self, totals, part):
        total = sum(totals)
        credit = int(total * part)
        shares = [share(one) for one in totals]
        credits = [
            credit_of_parcel(credit, total, shares[:place], one) for place, one in enumerate(shares)
        ]
        assert sum(credits) == credit
        assert all(0 <= got <= one.total_minor for got, one in zip(credits, shares, strict=True))


class TestTenders:
    @given(some.lists(PARTED, min_size=1, max_size=5), some.lists(BACK, max_size=6))
    def test_a_tender_gets_back_what_it_paid_and_the_wallet_the_rest(self, parcels, wishes):
        delivered = [(amount, int(amount * part)) for amount, part in parcels]
        left, back = sum(amount for amount, _ in delivered), []
        for part, to_wallet in [*wishes, (1, False)]:
            amount = int(left * part)
            tender = tender_left(delivered, back)
            credit = credit_of(amount, tender, to_wallet=to_wallet)
            assert 0 <= credit <= amount
            assert to_wallet or amount - credit == min(amount, tender)
            back.append((amount, credit))
            left -= amount
        gone = sum(amount - credit for amount, credit in back)
        assert gone <= sum(amount - credit for amount, credit in delivered)


class TestMoves:
    @given(some.sampled_from(list(CreditKind)), some.integers(1, 10**9))
    def test_what_comes_in_is_owed_and_what_goes_out_is_not(self, kind, amount):
        came, went = move_transfer(kind, amount), move_transfer(kind, -amount)
        assert came.credit is Account.WALLET_LIABILITY and came.amount_minor == amount
        assert went.debit is Account.WALLET_LIABILITY and went.credit is came.debit


class TestGrants:
    def test_only_what_woos_expires(self):
        draft = GrantDraft(Money(100, "SAR"), "late", days=30)
        assert grant_faults(draft) == {"days": "never_expires"}
        assert grant_faults(GrantDraft(Money(100, "SAR"), "promotion", days=30)) == {}

    def test_nothing_less_than_nothing_and_no_unknown_reason(self):
        wrong = grant_faults(GrantDraft(Money(-1, "SAR"), "because"))
        assert wrong == {"amount": "not_above_nothing", "reason": "unknown"}
        assert grant_faults(GrantDraft(Money(1, "SAR"), "other")) == {"note": "required"}
