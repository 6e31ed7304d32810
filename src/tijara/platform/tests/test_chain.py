"""The log is a chain: whoever changes, removes or puts in an entry is found out."""

import threading
from importlib import import_module

import psycopg
import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from psycopg import sql

from tijara.kit.actor import Actor, ActorKind
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.audit.chain import BEGINNING
from tijara.platform.audit.models import AuditEntry, AuditHead
from tijara.platform.audit.queries import chain_proof, chain_state
from tijara.platform.audit.recorder import record_act
from tijara.platform.postgres.testing import as_owner

pytestmark = pytest.mark.django_db(transaction=True)


def seller(owner_id=None) -> Actor:
    return Actor(ActorKind.SELLER, new_id(), owner_id or new_id(), SELLER_POWERS)


@pytest.fixture
def chain():
    """Five entries of one seller, and three of the operator beside them."""
    actor = seller()
    for number in range(5):
        record_act(actor, "tests.ring", {"number": number})
    for _ in range(3):
        record_act(Actor(ActorKind.STAFF, new_id()), "tests.watch", {})
    assert chain_proof().faults == []
    return actor.owner_id


def by_owner_of_the_database(statement: str | sql.Composed, **given) -> None:
    with as_owner() as owner:
        owner.execute(statement, given)


def faults() -> list[str]:
    return chain_proof().faults


def test_each_entry_follows_the_one_before_it(chain):
    entries = list(AuditEntry.objects.filter(owner_id=chain).order_by("place"))
    assert [entry.place for entry in entries] == [1, 2, 3, 4, 5]
    assert entries[0].previous == BEGINNING
    assert [entry.previous for entry in entries[1:]] == [entry.hash for entry in entries[:-1]]
    head = AuditHead.objects.get(owner_id=chain)
    assert (head.place, head.hash) == (5, entries[-1].hash)
    assert chain_proof().checked == 8
    assert chain_state().entries == 8 and chain_state().chains == 2
    assert chain_state().last == AuditHead.objects.get(owner_id=OPERATOR_ID).hash


@pytest.mark.parametrize(
    "change",
    [
        "facts = '{\"number\": 7}'",
        "action = 'tests.sing'",
        "person_id = gen_random_uuid()",
        "actor_kind = 'staff'",
        "recorded_at = recorded_at - interval '1 microsecond'",
        "id = gen_random_uuid()",
        "hash = repeat('a', 64)",
        "previous = repeat('a', 64)",
        "place = 77",
        "owner_id = gen_random_uuid()",
    ],
)
def test_a_changed_entry_is_found(chain, change):
    update = sql.SQL("UPDATE audit_entry SET {} WHERE owner_id = %(owner)s AND place = 3")
    by_owner_of_the_database(update.format(sql.SQL(change)), owner=chain)
    assert faults()


@pytest.mark.parametrize("place", [1, 3, 5])
def test_a_removed_entry_is_found(chain, place):
    by_owner_of_the_database(
        "DELETE FROM audit_entry WHERE owner_id = %(owner)s AND place = %(place)s",
        owner=chain,
        place=place,
    )
    assert faults()


def test_a_chain_that_was_removed_but_for_its_head_is_found(chain):
    by_owner_of_the_database("DELETE FROM audit_entry WHERE owner_id = %(owner)s", owner=chain)
    [fault] = faults()
    assert str(chain) in fault


@pytest.mark.parametrize("place", [0, 6])
def test_an_entry_that_was_put_in_is_found(chain, place):
    by_owner_of_the_database(
        "INSERT INTO audit_entry (owner_id, id, actor_kind, action, facts, recorded_at, place,"
        " previous, hash) SELECT owner_id, gen_random_uuid(), actor_kind, action, facts,"
        " recorded_at, %(place)s, hash, hash FROM audit_entry"
        " WHERE owner_id = %(owner)s AND place = 5",
        owner=chain,
        place=place,
    )
    assert faults()


def test_an_entry_put_between_two_with_all_places_moved_is_found(chain):
    by_owner_of_the_database(
        "UPDATE audit_entry SET place = place + 100 WHERE owner_id = %(owner)s AND place > 2;",
        owner=chain,
    )
    by_owner_of_the_database(
        "INSERT INTO audit_entry (owner_id, id, actor_kind, action, facts, recorded_at, place,"
        " previous, hash) SELECT owner_id, gen_random_uuid(), actor_kind, 'tests.forged', facts,"
        " recorded_at, 3, hash, hash FROM audit_entry"
        " WHERE owner_id = %(owner)s AND place = 2",
        owner=chain,
    )
    by_owner_of_the_database(
        "UPDATE audit_entry SET place = place - 99 WHERE owner_id = %(owner)s AND place > 100",
        owner=chain,
    )
    assert faults()


def test_a_head_that_was_turned_back_is_found(chain):
    by_owner_of_the_database(
        "UPDATE audit_head SET place = 4 WHERE owner_id = %(owner)s", owner=chain
    )
    assert faults()


def test_the_application_can_neither_change_nor_remove(chain):
    for statement in ("UPDATE audit_entry SET action = ''", "DELETE FROM audit_entry"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.connection.execute(statement)
        connection.connection.rollback()


def test_no_place_is_taken_twice(chain):
    twin = AuditEntry.objects.filter(owner_id=chain).first()
    twin.id = new_id()
    with pytest.raises(IntegrityError):
        AuditEntry.objects.bulk_create([twin])


def test_many_at_once_make_one_chain():
    owner_id = new_id()

    def write():
        for _ in range(10):
            record_act(seller(owner_id), "tests.ring", {})
        connection.close()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert AuditHead.objects.get(owner_id=owner_id).place == 40
    assert faults() == []


def test_one_owner_does_not_wait_for_another():
    first, second = seller(), seller()
    with transaction.atomic():
        record_act(first, "tests.ring", {})
        done = threading.Event()

        def write():
            record_act(second, "tests.ring", {})
            connection.close()
            done.set()

        threading.Thread(target=write).start()
        assert done.wait(10)


def test_what_was_there_before_is_chained_by_the_migration(chain):
    with as_owner() as owner:
        for column in ("place", "previous", "hash"):
            drop = "ALTER TABLE audit_entry ALTER COLUMN {} DROP NOT NULL"
            owner.execute(sql.SQL(drop).format(sql.Identifier(column)))
        owner.execute("DELETE FROM audit_head")
        owner.execute("UPDATE audit_entry SET place = NULL, previous = NULL, hash = NULL")
        owner.execute("GRANT UPDATE ON audit_entry TO PUBLIC")
    try:
        import_module("tijara.platform.audit.migrations.0002_chain").chain_entries(apps, None)
        assert faults() == [] and chain_proof().checked == 8
        record_act(seller(chain), "tests.ring", {})
        assert AuditHead.objects.get(owner_id=chain).place == 6
    finally:
        with as_owner() as owner:
            owner.execute("REVOKE UPDATE ON audit_entry FROM PUBLIC")
            owner.execute("DELETE FROM audit_entry")
            for column in ("place", "previous", "hash"):
                keep = "ALTER TABLE audit_entry ALTER COLUMN {} SET NOT NULL"
                owner.execute(sql.SQL(keep).format(sql.Identifier(column)))
