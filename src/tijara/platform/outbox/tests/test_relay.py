"""The relay promises: every fact reaches every reaction, and each effect happens once."""

import os
import threading
from contextlib import suppress
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction

from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.idempotency.models import IdempotencyKey
from tijara.platform.outbox.models import Event, Reaction
from tijara.platform.outbox.queries import backlog, delivery_proof
from tijara.platform.outbox.recorder import NotInTransaction, record, record_many
from tijara.platform.outbox.relay import MOST_ATTEMPTS, Relay, take_up_parked
from tijara.platform.outbox.subscriptions import ClashingFacts, on

from .facts import BellRung, LampLit

pytestmark = pytest.mark.django_db(transaction=True)


class TooDark(Refusal):
    code = "tests.too_dark"


def note(owner_id: UUID) -> None:
    """An effect that can be counted."""
    IdempotencyKey.objects.create(owner_id=owner_id, key=new_id(), action="heard")


def heard(owner_id: UUID | None = None) -> int:
    rows = IdempotencyKey.objects.filter(action="heard")
    return rows.filter(owner_id=owner_id).count() if owner_id else rows.count()


def ring(owner_id: UUID | None = None) -> BellRung:
    fact = BellRung(owner_id or new_id(), new_id())
    with transaction.atomic():
        record(fact.owner_id, fact)
    return fact


def due_again() -> None:
    Event.objects.update(retry_at=now() - timedelta(seconds=1))


def in_a_process_that_dies(work) -> int:
    """Run `work` in a process of its own with its own connection; its exit status or -signal."""
    connection.close()
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def test_a_fact_reaches_its_reaction_as_it_was_recorded():
    met = []
    on(BellRung)(met.append)
    fact = ring()
    assert Relay().deliver_pending() == 1
    assert met == [fact]


def test_a_fact_is_delivered_once():
    on(BellRung)(lambda fact: note(fact.owner_id))
    ring()
    assert [Relay().deliver_pending(), Relay().deliver_pending()] == [1, 0]
    assert heard() == 1


def test_a_fact_outside_its_change_is_a_bug():
    with pytest.raises(NotInTransaction):
        record(new_id(), LampLit(new_id()))


def test_a_fact_of_a_change_that_was_rolled_back_is_never_met():
    with pytest.raises(TooDark), transaction.atomic():
        record(new_id(), LampLit(new_id()))
        raise TooDark()
    assert not Event.objects.exists()


def test_facts_that_nobody_reacts_to_are_done_with():
    with transaction.atomic():
        record_many([(new_id(), LampLit(new_id())) for _ in range(30)])
    assert Relay().deliver_pending() == 30
    assert not Event.objects.filter(delivered_at=None).exists()


def test_facts_come_in_the_order_of_their_ids():
    met = []
    on(BellRung)(lambda fact: met.append(fact.bell_id))
    rung = [ring(owner_id).bell_id for owner_id in [new_id()] * 10]
    Relay().deliver_pending()
    assert met == rung


def test_a_call_delivers_no_more_than_its_limit_and_its_lanes_allow():
    owner_id = UUID(int=5 | (7 << 76) | (2 << 62))
    for _ in range(3):
        ring(owner_id)
    assert Relay(lanes=[4]).deliver_pending() == 0
    assert Relay(lanes=[5]).deliver_pending(limit=2) == 2
    assert Relay(lanes=[5]).deliver_pending(limit=2) == 1


def test_a_failing_reaction_holds_up_neither_other_facts_nor_other_reactions():
    def fail(fact):
        if fact.owner_id == broken.owner_id:
            raise TooDark(lamp="hidden")

    on(BellRung)(fail)
    on(BellRung)(lambda fact: note(fact.owner_id))
    broken, sound = ring(), ring()
    assert Relay().deliver_pending() == 1
    assert (heard(broken.owner_id), heard(sound.owner_id)) == (1, 1)
    event = Event.objects.get(delivered_at=None)
    assert (event.owner_id, event.attempts) == (broken.owner_id, 1)


def test_reactions_share_a_commit_and_one_that_fails_is_left_out():
    def fail(fact):
        raise TooDark()

    def hear(fact):
        told.append(fact.bell_id)
        note(fact.owner_id)

    def hear_too(fact):
        note(fact.owner_id)

    told: list[UUID] = []
    for react in (hear, fail, hear_too):
        on(BellRung)(react)
    ring()
    assert Relay().deliver_pending() == 0
    assert (len(told), heard(), Reaction.objects.count()) == (2, 2, 2)
    due_again()
    assert Relay().deliver_pending() == 0
    assert (len(told), heard(), Reaction.objects.count()) == (2, 2, 2)


def test_a_reaction_that_goes_on_after_a_refusal_has_failed():
    @action(power=Power.SYSTEM)
    def refuse(*, actor):
        raise TooDark()

    def go_on(fact):
        with suppress(TooDark):
            refuse(actor=SYSTEM)

    def hear(fact):
        note(fact.owner_id)

    for react in (hear, go_on):
        on(BellRung)(react)
    ring()
    assert Relay().deliver_pending() == 0
    assert heard() == 1 and backlog().parked == 0
    assert "GoneOn" in Event.objects.get().last_error


def test_what_a_failing_reaction_wrote_is_undone():
    def write_and_fail(fact):
        note(fact.owner_id)
        raise TooDark()

    on(BellRung)(write_and_fail)
    ring()
    Relay().deliver_pending()
    assert (heard(), Reaction.objects.count()) == (0, 0)


def test_a_retry_repeats_only_the_reaction_that_failed():
    dark = [True]

    def fail_at_first(fact):
        if dark.pop():
            dark.append(False)
            raise TooDark()
        dark.append(False)
        note(fact.owner_id)

    on(BellRung)(fail_at_first)
    on(BellRung)(lambda fact: note(fact.owner_id))
    ring()
    Relay().deliver_pending()
    due_again()
    assert Relay().deliver_pending() == 1
    assert heard() == 2


def test_a_failed_fact_waits_longer_each_time_and_tells_no_personal_data():
    def fail(fact):
        raise ValueError("+966 50 000 0000")

    on(BellRung)(fail)
    ring()
    waits = []
    for attempts in (1, 2, 3):
        due_again()
        before = now()
        assert Relay().deliver_pending() == 0
        event = Event.objects.get()
        assert event.attempts == attempts
        waits.append((event.retry_at - before).total_seconds())
    assert Relay().deliver_pending() == 0
    assert 0.5 <= waits[0] < 1.5 and 2 <= waits[2] < 4.5
    assert event.last_error == "builtins.ValueError"


def test_a_fact_is_parked_after_its_last_attempt():
    def fail(fact):
        raise TooDark()

    on(BellRung)(fail)
    ring()
    Event.objects.update(attempts=MOST_ATTEMPTS - 1)
    Relay().deliver_pending()
    due_again()
    event = Event.objects.get()
    assert (event.attempts, event.last_error.split()[-1]) == (MOST_ATTEMPTS, "tests.too_dark")
    assert Relay().deliver_pending() == 0
    assert Event.objects.get().attempts == MOST_ATTEMPTS
    assert (backlog().waiting, backlog().parked) == (0, 1)
    [fault] = delivery_proof().faults
    assert "tests.bell_rung.v1" in fault and "tests.too_dark" in fault


def test_a_parked_fact_is_taken_up_again_when_its_hindrance_is_gone():
    on(BellRung)(lambda fact: note(fact.owner_id))
    ring()
    Event.objects.update(attempts=MOST_ATTEMPTS)
    assert Relay().deliver_pending() == 0
    assert take_up_parked() == 1
    assert (backlog().waiting, backlog().oldest_waiting) == (1, Event.objects.get().recorded_at)
    assert Relay().deliver_pending() == 1
    assert (heard(), delivery_proof().faults) == (1, [])


def test_a_fact_whose_body_cannot_be_read_is_put_off_and_the_rest_go_on():
    on(BellRung)(lambda fact: note(fact.owner_id))
    ring()
    Event.objects.update(body={"owner_id": "nobody"})
    ring()
    assert Relay().deliver_pending() == 1
    assert heard() == 1


def test_a_crash_before_the_commit_loses_nothing():
    def note_and_die(fact):
        note(fact.owner_id)
        os.kill(os.getpid(), 9)

    on(BellRung)(note_and_die)
    ring()
    assert in_a_process_that_dies(lambda: Relay().deliver_pending()) == -9
    assert (heard(), Event.objects.filter(delivered_at=None).count()) == (0, 1)


def test_a_crash_between_the_effect_and_the_mark_doubles_nothing():
    mortal = [True]

    def note_then_die(fact):
        note(fact.owner_id)
        if mortal:
            transaction.on_commit(lambda: os.kill(os.getpid(), 9))

    on(BellRung)(note_then_die)
    ring()
    assert in_a_process_that_dies(lambda: Relay().deliver_pending()) == -9
    assert (heard(), Event.objects.filter(delivered_at=None).count()) == (1, 1)
    mortal.clear()
    assert Relay().deliver_pending() == 1
    assert heard() == 1


def test_many_relays_share_the_lanes_and_double_nothing():
    on(BellRung)(lambda fact: note(fact.owner_id))
    owners = [new_id() for _ in range(20)]
    with transaction.atomic():
        record_many([(owner, BellRung(owner, new_id())) for owner in owners for _ in range(6)])
    start, counts = threading.Barrier(4), []

    def relay():
        try:
            start.wait()
            for _ in range(8):
                counts.append(Relay().deliver_pending(limit=30))
        finally:
            connection.close()

    threads = [threading.Thread(target=relay) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while Relay().deliver_pending():
        pass
    assert {heard(owner) for owner in owners} == {6}
    assert not Event.objects.filter(delivered_at=None).exists()
    assert sum(count > 0 for count in counts) > 1


def test_a_lane_that_another_relay_holds_is_left_to_it():
    inside, leave = threading.Event(), threading.Event()

    def linger(fact):
        inside.set()
        leave.wait(10)
        note(fact.owner_id)

    on(BellRung)(linger)
    ring()

    def relay():
        try:
            Relay().deliver_pending()
        finally:
            connection.close()

    thread = threading.Thread(target=relay)
    thread.start()
    assert inside.wait(10)
    assert Relay().deliver_pending() == 0
    leave.set()
    thread.join()
    assert heard() == 1


def test_what_another_relay_has_met_meanwhile_is_not_met_again():
    by_another: list[int] = []

    def deliver_the_other() -> None:
        by_another.append(Relay().deliver_pending())
        connection.close()

    def react(fact: BellRung) -> None:
        if threading.current_thread() is threading.main_thread() and not by_another:
            thread = threading.Thread(target=deliver_the_other)
            thread.start()
            thread.join()

    on(BellRung)(react)
    ring(UUID(int=1)), ring(UUID(int=2))
    assert Relay(lanes_at_once=1).deliver_pending() == 1
    assert by_another == [1]


def test_a_fact_costs_few_statements(django_assert_num_queries):
    """Five a call (read, lock, look again, mark, unlock) and for each fact one beside its effects;
    the BEGIN and COMMIT that Django counts for each transaction are not statements of ours.
    """

    def note_it_too(fact):
        note(fact.owner_id)

    on(BellRung)(lambda fact: note(fact.owner_id))
    for _ in range(20):
        ring()
    relay = Relay(lanes_at_once=16)
    with django_assert_num_queries(5 + 20 * (1 + 1) + 20 * 2):
        assert relay.deliver_pending() == 20
    with django_assert_num_queries(1):
        assert relay.deliver_pending() == 0
    on(BellRung)(note_it_too)
    ring()
    with django_assert_num_queries(5 + 1 + 2 + 2):
        assert relay.deliver_pending() == 1


def test_two_types_of_one_name_are_refused():
    class BellRungAgain(BellRung):
        pass

    on(BellRung)(print)
    with pytest.raises(ClashingFacts):
        on(BellRungAgain)(print)
