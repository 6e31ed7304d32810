"""A buyer's book of addresses: his own, tidy, with one that is used unless he says otherwise."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from tijara.domains.parties.actions import (
    AddressInvalid,
    BookFull,
    NoSuchAddress,
    remove_address,
    save_address,
)
from tijara.domains.parties.queries import addresses, saved_address
from tijara.domains.parties.rules import MOST_ADDRESSES
from tijara.domains.parties.testing import buyer_actor
from tijara.kit.ids import new_id
from tijara.platform.action import NotAllowed

pytestmark = pytest.mark.django_db
HOME = {
    "recipient": "نورة السبيعي",
    "phone": "٠٥٥١٢٣٤٥٦٧",
    "city": "sa-riyadh",
    "short_code": "rrrd 2929",
    "street": "شارع العليا",
}


def save(buyer_id, changed=None, **more):
    fields = HOME | (changed or {})
    return save_address(
        actor=buyer_actor(buyer_id), buyer_id=buyer_id, country="SA", fields=fields, **more
    )


def test_an_address_is_kept_tidy():
    buyer = new_id()
    kept = saved_address(buyer, save(buyer, label=" البيت \u200f"))
    assert kept.label == "البيت" and kept.is_default and kept.country == "SA"
    assert kept.fields["phone"] == "+966551234567"
    assert kept.fields["short_code"] == "RRRD2929"


def test_the_same_address_saved_again_is_one():
    buyer = new_id()
    assert save(buyer) == save(buyer)
    assert len(addresses(buyer)) == 1


def test_there_is_always_one_usual_address():
    buyer = new_id()
    first = save(buyer)
    second = save(buyer, {"street": "طريق الملك فهد"})
    assert [one.id for one in addresses(buyer)] == [first, second]
    save(buyer, {"street": "طريق الملك فهد"}, address_id=second, is_default=True)
    assert [(one.id, one.is_default) for one in addresses(buyer)] == [
        (second, True),
        (first, False),
    ]
    remove_address(actor=buyer_actor(buyer), buyer_id=buyer, address_id=second)
    remove_address(actor=buyer_actor(buyer), buyer_id=buyer, address_id=second)
    assert [(one.id, one.is_default) for one in addresses(buyer)] == [(first, True)]


def test_all_that_is_wrong_is_said_at_once():
    with pytest.raises(AddressInvalid) as refused:
        save(
            new_id(),
            {
                "recipient": "",
                "phone": "12",
                "city": "sa-atlantis",
                "short_code": "X",
                "street": "س" * 121,
            },
        )
    assert refused.value.fields == {
        "recipient": "required",
        "phone": "phone_invalid",
        "city": "city_unknown",
        "short_code": "short_code_invalid",
        "street": "too_long",
    }


def test_nobody_reads_or_changes_anothers_book():
    buyer, other = new_id(), new_id()
    mine = save(buyer)
    assert saved_address(other, mine) is None
    with pytest.raises(NoSuchAddress):
        save(other, address_id=mine)
    remove_address(actor=buyer_actor(other), buyer_id=other, address_id=mine)
    with pytest.raises(NotAllowed):
        remove_address(actor=buyer_actor(other), buyer_id=buyer, address_id=mine)
    assert saved_address(buyer, mine)


def test_a_book_has_an_end():
    buyer = new_id()
    for number in range(MOST_ADDRESSES):
        save(buyer, {"street": f"شارع {number}"})
    with pytest.raises(BookFull):
        save(buyer, {"street": "شارع آخر"})


@pytest.mark.django_db(transaction=True)
def test_two_first_addresses_at_once_leave_one_usual_one():
    buyer = new_id()

    def write(number: int):
        try:
            return save(buyer, {"street": f"شارع {number}"})
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(write, range(4)))) == 4
    assert sum(one.is_default for one in addresses(buyer)) == 1
