"""Shares and parcels: every coin goes once, and none is left over."""

from hypothesis import given
from hypothesis import strategies as some

from tijara.domains.ledger.shapes import Account
from tijara.domains.wallet.rules import credit_shares, grant_faults, move_transfer
from tijara.domains.wallet.shapes import CreditKind, GrantDraft
from tijara.kit.money import Money

AMOUNTS = some.integers(0, 10**9)


class TestOrders:
    @given(AMOUNTS, some.lists(AMOUNTS, min_size=1, max_size=6))
    def test_a_credit_is_parted_whole_and_pays_no_order_too_much(self, credit, totals):
        shares = credit_shares(credit, totals)
        assert sum(shares) == min(credit, sum(totals))
        assert all(0 <= one <= total for one, total in zip(shares, totals, strict=True))


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
