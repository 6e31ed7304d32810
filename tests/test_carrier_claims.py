"""Claims on carriers: a letter of many parcels, a day to answer by, and what follows."""

from datetime import timedelta

import pytest

from tijara.domains.cash.actions import (
    AnswerInvalid,
    CarrierInvalid,
    ClaimInvalid,
    NoOpenClaim,
    NothingToClaim,
    claim_cash,
    claim_parcels,
    decide_write_off,
    note_refusal,
    propose_write_off,
    set_carrier,
)
from tijara.domains.cash.queries import (
    claim_letter,
    claim_letters,
    claimable,
    claims,
    claims_of_letter,
    claims_unanswered,
    letters_waiting,
)
from tijara.domains.cash.shapes import CashState, ClaimReason, ClaimState
from tijara.domains.cash.testing import (
    TOTAL,
    bring_and_book,
    carrier_id,
    make_cash_parcel,
    make_late,
    make_staff,
    state_of,
)
from tijara.domains.invoicing.queries import claim_page
from tijara.domains.messaging.queries import recent_messages
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db

MAILBOX = "claims@carrier.example"
LONG_AGO = now() - timedelta(days=40)


@pytest.fixture
def late():
    """Three parcels of one carrier, late by nine, five and one days."""
    found = [make_cash_parcel(waybill) for waybill in ("71", "72", "73")]
    for parcel, days in zip(found, (9, 5, 1), strict=True):
        make_late(parcel, days)
    return found


def keys(parcels):
    return [(one.seller_id, one.id) for one in parcels]


def mails():
    return [one for one in recent_messages(20) if one.kind == "cash.claim"]


def claimed(parcels, **given):
    told = {"actor": make_staff(), "carrier_id": carrier_id(), "letter_id": new_id()} | given
    return claim_letter(claim_parcels(**told, parcels=keys(parcels)))


def test_one_letter_names_what_is_late_by_more_than_so_many_days(late):
    found = claimable(carrier_id(), days=3, most=200)
    assert {one.id for one in found} == {late[0].id, late[1].id}
    letter = claimed(found)
    assert letter.amount.minor == 2 * TOTAL and letter.open_claims == 2
    assert [state_of(one) for one in late] == [CashState.CLAIMED, CashState.CLAIMED, CashState.LATE]
    assert {one.waybill for one in letter.parcels} == {"71", "72"}
    assert claimable(carrier_id(), days=0, most=200)[0].id == late[2].id
    page = claim_page(letter.id)
    assert letter.number in page and "71" in page and "مطالبة" in page and "Claim" in page
    assert letters_waiting(10) == [letter.id]


def test_the_same_press_writes_no_second_letter_and_what_has_come_is_left_out(late):
    bring_and_book(["71,262.00,,2026-11-12"])
    letter_id = new_id()
    first = claimed(late, letter_id=letter_id)
    assert [one.waybill for one in first.parcels] == ["72", "73"]
    assert claimed(late, letter_id=letter_id) == first
    assert len(claim_letters().items) == 1
    with pytest.raises(NothingToClaim):
        claimed([late[0]])


def test_it_goes_to_the_carriers_mailbox_where_he_has_one(late):
    assert not claimed([late[0]]).sent_to
    assert not mails()
    staff = make_staff()
    set_carrier(actor=staff, carrier_id=carrier_id(), remit_days=5, claims_to=MAILBOX, claim_days=3)
    letter = claimed(late[1:])
    (mail,) = mails()
    assert (letter.sent_to, mail.recipient) == (MAILBOX, MAILBOX)
    assert letter.number in mail.subject and "72" in mail.text and "73" in mail.text
    assert "http" not in mail.text.partition("72")[0]


def test_a_carrier_who_says_nothing_comes_up_once_his_day_is_over(late):
    with going_from(LONG_AGO):
        letter = claimed(late[:2], days=2)
        assert claims_unanswered() == 0
    assert claims_unanswered() == 2
    assert claim_letter(letter.id).is_unanswered
    silent = {one.parcel_id for one in claims(is_unanswered=True).items}
    assert silent == {late[0].id, late[1].id}
    again = claimed(late[:2])
    assert claims_unanswered() == 0
    assert claims_of_letter(letter.id) == []
    assert {one.letter_id for one in claims().items} == {again.id}


def test_he_answers_by_paying(late):
    with going_from(LONG_AGO):
        letter = claimed(late[:2])
    bring_and_book(["71,262.00,,2026-11-12", "72,262.00,,2026-11-12"])
    assert claim_letter(letter.id).open_claims == 0
    assert {one.state for one in claims_of_letter(letter.id)} == {ClaimState.SETTLED}
    assert claims_unanswered() == 0


def test_he_answers_by_refusing_and_still_owes(late):
    staff = make_staff()
    with going_from(LONG_AGO):
        letter = claimed(late[:2])
    with pytest.raises(AnswerInvalid):
        note_refusal(actor=staff, letter_id=letter.id, words=" ")
    assert note_refusal(actor=staff, letter_id=letter.id, words="سلّمناها للبائع") == 2
    with pytest.raises(NoOpenClaim):
        note_refusal(actor=staff, letter_id=letter.id, words="مرّة أخرى")
    assert {one.state for one in claims_of_letter(letter.id)} == {ClaimState.REFUSED}
    assert claims_unanswered() == 0
    which = {"seller_id": late[0].seller_id, "parcel_id": late[0].id}
    propose_write_off(actor=staff, **which)
    decide_write_off(actor=make_staff(), **which, is_agreed=False)
    assert claims_of_letter(letter.id)[0].state is ClaimState.REFUSED
    bring_and_book(["72,262.00,,2026-11-12"])
    assert state_of(late[1]) is CashState.RECONCILED


def test_one_parcel_is_claimed_by_a_letter_too(late):
    which = {"seller_id": late[0].seller_id, "parcel_id": late[0].id}
    made = claim_cash(actor=make_staff(), **which, reason=ClaimReason.LOST, note="في الفرز")
    (named,) = claim_letter(made).parcels
    assert (named.reason, named.asked.minor) == (ClaimReason.LOST, TOTAL)
    assert claim_letter(made).answer_by > now()


@pytest.mark.parametrize(
    ("given", "field"),
    [({"days": 0}, "days"), ({"days": 61}, "days"), ({"note": "x" * 501}, "note")],
)
def test_what_can_not_stand_is_told_by_field(late, given, field):
    with pytest.raises(ClaimInvalid) as refused:
        claimed(late, **given)
    assert set(refused.value.fields) == {field}
    assert state_of(late[0]) is CashState.LATE


def test_a_mailbox_is_one(late):
    with pytest.raises(CarrierInvalid) as refused:
        set_carrier(
            actor=make_staff(), carrier_id=carrier_id(), remit_days=5, claims_to="no", claim_days=0
        )
    assert set(refused.value.fields) == {"claims_to", "claim_days"}
