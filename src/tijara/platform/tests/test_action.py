"""The gate: no power, no act; what sellers and staff do is on record, in the same commit."""

from contextlib import suppress

import pytest
from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS, STAFF_POWERS, Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import NotAllowed, action
from tijara.platform.audit.models import AuditEntry
from tijara.platform.idempotency.models import IdempotencyKey

pytestmark = pytest.mark.django_db


class TooDark(Refusal):
    code = "tests.too_dark"


@action(power=Power.ORDERS_HANDLE)
def ring_bell(*, actor: Actor, seller_id, words: str = "", is_dark: bool = False) -> str:
    """Leaves a row behind, and may then refuse."""
    IdempotencyKey.objects.create(owner_id=seller_id, key=new_id(), action="rung")
    if is_dark:
        raise TooDark()
    return "rung"


@action(power=Power.ORDERS_HANDLE, atomic=False)
def ring_without_a_transaction(*, actor: Actor, seller_id) -> bool:
    return transaction.get_connection().in_atomic_block


@action(power=Power.ORDERS_HANDLE)
def ring_twice(*, actor: Actor, seller_id) -> int:
    """How many entries stand when the inner acts are done: none, they wait for the end."""
    ring_bell(actor=actor, seller_id=seller_id)
    with suppress(TooDark), transaction.atomic():
        ring_bell(actor=actor, seller_id=seller_id, is_dark=True)
    return AuditEntry.objects.filter(owner_id=seller_id).count()


@action(power=Power.ORDERS_HANDLE)
def ring_twice_undisturbed(*, actor: Actor, seller_id) -> None:
    for _ in range(2):
        ring_bell(actor=actor, seller_id=seller_id)


@action(power=Power.ORDERS_HANDLE)
def ring_on(*, actor: Actor, seller_id) -> None:
    """Goes on after a refusal, without having said that it would."""
    with suppress(TooDark):
        ring_bell(actor=actor, seller_id=seller_id, is_dark=True)
    ring_bell(actor=actor, seller_id=seller_id)


@action(power=Power.BUY)
def ring_as_buyer(*, actor: Actor, buyer_id) -> str:
    return "rung"


def seller(seller_id=None) -> Actor:
    return Actor(ActorKind.SELLER, new_id(), seller_id or new_id(), SELLER_POWERS)


def rung() -> int:
    return IdempotencyKey.objects.filter(action="rung").count()


def test_whoever_lacks_the_power_is_refused_and_nothing_happens():
    seller_id = new_id()
    for powers in (frozenset(), BUYER_POWERS, STAFF_POWERS - {Power.ORDERS_HANDLE}):
        actor = Actor(ActorKind.SELLER, new_id(), seller_id, powers)
        with pytest.raises(NotAllowed) as refused:
            ring_bell(actor=actor, seller_id=seller_id)
        assert refused.value.kind is Kind.FORBIDDEN
    assert (rung(), AuditEntry.objects.count()) == (0, 0)


def test_a_seller_touches_only_his_own_rows():
    actor = seller()
    assert ring_bell(actor=actor, seller_id=actor.owner_id) == "rung"
    with pytest.raises(NotAllowed):
        ring_bell(actor=actor, seller_id=new_id())
    assert rung() == 1


def test_a_buyer_touches_only_his_own_rows():
    buyer = Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS)
    assert ring_as_buyer(actor=buyer, buyer_id=buyer.owner_id) == "rung"
    with pytest.raises(NotAllowed):
        ring_as_buyer(actor=buyer, buyer_id=new_id())


def test_what_a_seller_does_is_on_record():
    actor = seller()
    ring_bell(actor=actor, seller_id=actor.owner_id, is_dark=False)
    entry = AuditEntry.objects.get()
    assert (entry.owner_id, entry.person_id) == (actor.owner_id, actor.person_id)
    assert (entry.actor_kind, entry.action) == ("seller", "platform.ring_bell")
    assert entry.facts == {"seller_id": str(actor.owner_id), "is_dark": False}


def test_what_staff_do_for_nobody_is_the_operators():
    staff = Actor(ActorKind.STAFF, new_id(), None, frozenset({Power.ORDERS_HANDLE}))
    ring_bell(actor=staff, seller_id=new_id())
    assert AuditEntry.objects.get().owner_id == OPERATOR_ID


def test_no_free_text_is_kept_for_it_may_hold_personal_data():
    actor = seller()
    ring_bell(actor=actor, seller_id=actor.owner_id, words="+966 50 000 0000")
    assert "words" not in AuditEntry.objects.get().facts


def test_buyers_and_the_system_are_not_watched():
    buyer = Actor(ActorKind.BUYER, None, new_id(), BUYER_POWERS)
    ring_as_buyer(actor=buyer, buyer_id=buyer.owner_id)
    ring_bell(actor=SYSTEM, seller_id=new_id())
    assert not AuditEntry.objects.exists()


def test_a_refusal_undoes_the_change_and_its_record_together():
    actor = seller()
    with pytest.raises(TooDark):
        ring_bell(actor=actor, seller_id=actor.owner_id, is_dark=True)
    assert (rung(), AuditEntry.objects.count()) == (0, 0)


def test_the_record_falls_with_the_transaction_around_it():
    actor = seller()
    with pytest.raises(TooDark), transaction.atomic():
        ring_bell(actor=actor, seller_id=actor.owner_id)
        raise TooDark()
    assert (rung(), AuditEntry.objects.count()) == (0, 0)


def test_acts_within_an_act_are_written_at_its_end_and_undone_ones_never():
    actor = seller()
    assert ring_twice(actor=actor, seller_id=actor.owner_id) == 0
    entries = AuditEntry.objects.filter(owner_id=actor.owner_id).order_by("place")
    assert list(entries.values_list("action", flat=True)) == [
        "platform.ring_bell",
        "platform.ring_twice",
    ]


def test_an_act_within_an_act_asks_for_no_savepoint(django_assert_num_queries):
    with django_assert_num_queries(4):  # two of them are the savepoint of the outer one
        ring_twice_undisturbed(actor=SYSTEM, seller_id=new_id())


def test_whoever_goes_on_after_a_refusal_without_care_is_stopped():
    with pytest.raises(transaction.TransactionManagementError):
        ring_on(actor=SYSTEM, seller_id=new_id())
    assert rung() == 0


@pytest.mark.django_db(transaction=True)
def test_an_act_in_steps_runs_outside_a_transaction_and_is_on_record():
    actor = seller()
    assert ring_without_a_transaction(actor=actor, seller_id=actor.owner_id) is False
    assert AuditEntry.objects.get().action == "platform.ring_without_a_transaction"


def test_an_action_tells_its_power_and_its_name():
    assert ring_bell.power is Power.ORDERS_HANDLE
    assert ring_bell.action_name == "platform.ring_bell"
    assert ring_bell.__doc__ == "Leaves a row behind, and may then refuse."
