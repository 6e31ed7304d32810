"""What a gateway's line does, and what it moves: docs/algorithms/settlement.md."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from uuid import UUID

from tijara.domains.ledger.shapes import Account, Transfer
from tijara.kit.lists import LineKind
from tijara.kit.money import allocate

from ..shapes import Outcome, Share, Standing, Verdict


def outcome_of(kind: LineKind, amount: int, standing: Standing | None) -> Outcome:
    if kind is LineKind.FEE:
        return Outcome(Verdict.FEE)
    if kind is LineKind.PAYMENT:
        if standing is None:
            return Outcome(Verdict.UNKNOWN, excess_minor=amount)
        settled = min(amount, standing.left_minor)
        if amount > settled:
            return Outcome(Verdict.OVER, settled, excess_minor=amount - settled)
        is_whole = amount == standing.left_minor
        return Outcome(Verdict.SETTLED if is_whole else Verdict.SHORT, settled)
    left = standing.left_back_minor if standing and kind is LineKind.REFUND else 0
    back = min(amount, left)
    verdict = Verdict.REFUNDED if back == amount else Verdict.TAKEN
    return Outcome(verdict, refunded_minor=back, excess_minor=back - amount)


def outcomes(
    lines: Iterable[tuple[LineKind, str, int]], standings: Mapping[str, Standing]
) -> list[tuple[Outcome, Standing]]:
    """Of each line (kind, reference, amount), one after the other, with how its payment stood right
    before it: of what an earlier line has settled, a later one finds only the rest."""
    now_of, told = dict(standings), []
    for kind, reference, amount in lines:
        standing = now_of.get(reference)
        outcome = outcome_of(kind, amount, standing)
        told.append((outcome, standing or Standing()))
        if standing:
            now_of[reference] = after(standing, outcome)
    return told


def after(standing: Standing, outcome: Outcome) -> Standing:
    return replace(
        standing,
        settled_minor=standing.settled_minor + outcome.settled_minor,
        refunded_minor=standing.refunded_minor + outcome.refunded_minor,
    )


def shares_of(outcome: Outcome, standing: Standing, fee: int, vat: int) -> list[Share]:
    """One for each seller whose money it moves: parts are filled in their order, fee and VAT are
    split by what each has got. None, where it moves nobody's."""
    settled = _filled(standing.parts, standing.settled_minor, outcome.settled_minor)
    back = _filled(standing.backs, standing.refunded_minor, outcome.refunded_minor)
    keys = list(dict.fromkeys([*settled, *back]))
    if not keys:
        return []
    weights = [settled.get(key, 0) + back.get(key, 0) for key in keys]
    fees, vats = allocate(fee, weights), allocate(vat, weights)
    return [
        Share(*key, settled.get(key, 0), back.get(key, 0), one_fee, one_vat)
        for key, one_fee, one_vat in zip(keys, fees, vats, strict=True)
    ]


def share_transfers(share: Share) -> list[Transfer]:
    """In its seller's books. A fee comes off what is settled as far as that goes."""
    fee = min(max(share.fee_minor, 0), share.settled_minor)
    vat = min(max(share.vat_minor, 0), share.settled_minor - fee)
    collected, bank = Account.GATEWAY_RECEIVABLE, Account.BANK
    return [
        Transfer(bank, collected, share.settled_minor - fee - vat),
        Transfer(Account.GATEWAY_FEES, collected, fee),
        Transfer(Account.GATEWAY_FEES_VAT, collected, vat),
        Transfer(collected, bank, share.refunded_minor),
        _signed(Account.GATEWAY_FEES, bank, share.fee_minor - fee),
        _signed(Account.GATEWAY_FEES_VAT, bank, share.vat_minor - vat),
    ]


def rest_transfers(outcome: Outcome, fee: int, vat: int) -> list[Transfer]:
    """In the operator's own books: what is nobody's. `fee` and `vat` are those that no share
    bears."""
    return [
        _signed(Account.BANK, Account.GATEWAY_PAYABLE, outcome.excess_minor),
        _signed(Account.GATEWAY_FEES, Account.BANK, fee),
        _signed(Account.GATEWAY_FEES_VAT, Account.BANK, vat),
    ]


def cancelled(excesses: Sequence[tuple[UUID, str, int]]) -> list[UUID]:
    """Of open lines (id, reference, excess): those that take one another back, by payment."""
    sums: dict[str, int] = {}
    for _, reference, excess in excesses:
        sums[reference] = sums.get(reference, 0) + excess
    return [id for id, reference, _ in excesses if reference and sums[reference] == 0]


def _filled(
    parts: Sequence[tuple[UUID, UUID, int]], before: int, minor: int
) -> dict[tuple[UUID, UUID], int]:
    """How much of `minor` goes to each part, where so much of them was filled before."""
    found: dict[tuple[UUID, UUID], int] = {}
    for seller_id, order_id, whole in parts:
        passed = min(before, whole)
        before -= passed
        much = min(minor, whole - passed)
        minor -= much
        if much:
            found[seller_id, order_id] = found.get((seller_id, order_id), 0) + much
    return found


def _signed(debit: Account, credit: Account, minor: int) -> Transfer:
    return Transfer(debit, credit, minor) if minor >= 0 else Transfer(credit, debit, -minor)
