"""What is built once answers like the ORM, whatever values it is asked with."""

import pytest
from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Upper

from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.outbox.models import Event
from tijara.platform.prepared import NotPreparable, prepared

pytestmark = pytest.mark.django_db
COLUMNS = ("id", "name", "attempts", "retry_at")


def kept(owner, **told) -> Event:
    return Event.objects.create(
        owner_id=owner, **{"name": "met", "body": {}, "lane": 0, "attempts": 0} | told
    )


@prepared
def tried(owner, name, attempts, since) -> QuerySet:
    found = Event.objects.filter(
        owner_id=owner, name=name, attempts__gte=attempts, retry_at=None, recorded_at__gt=since
    )
    return found.exclude(last_error="parked").order_by("id").values_list(*COLUMNS)


@prepared
def some(owner, ids) -> QuerySet:
    return Event.objects.filter(owner_id=owner, id__among=ids).order_by("id").values_list("id")


@prepared
def put_off_until(owner, moment) -> QuerySet:
    return Event.objects.filter(owner_id=owner, retry_at=moment).values_list("name")


def test_other_values_find_other_rows():
    mine, yours, before = new_id(), new_id(), now()
    first, second = kept(mine, attempts=2), kept(mine, name="told", attempts=3)
    kept(yours, attempts=2), kept(mine, attempts=1), kept(mine, attempts=9, last_error="parked")
    assert tried(mine, "met", 2, before) == [(first.id, "met", 2, None)]
    assert tried(mine, "told", 3, before) == [(second.id, "told", 3, None)]
    assert tried(mine, "told", 4, before) == []
    assert tried(mine, "met", 2, now()) == []


def test_the_statement_is_built_once(monkeypatch):
    owner, builds = new_id(), []

    @prepared
    def named(owner, name) -> QuerySet:
        builds.append(name)
        return Event.objects.filter(owner_id=owner, name=name).values_list("name")

    kept(owner)
    assert [named(owner, one) for one in ("met", "told", "met")] == [[("met",)], [], [("met",)]]
    assert len(builds) == 2  # with two sets of stand-ins


def test_nothing_is_another_form_than_a_value():
    owner, moment = new_id(), now()
    kept(owner, name="put off", retry_at=moment), kept(owner, name="at once")
    assert put_off_until(owner, None) == [("at once",)]
    assert put_off_until(owner, moment) == [("put off",)]
    assert put_off_until(owner, None) == [("at once",)]


def test_lists_of_any_length_are_one_form():
    owner = new_id()
    ids = [kept(owner).id for _ in range(3)]
    assert some(owner, []) == []
    assert some(owner, ids[:1]) == [(ids[0],)]
    assert some(owner, [*ids, new_id()]) == [(one,) for one in ids]


def test_what_hangs_on_its_values_is_refused():
    @prepared
    def by_length(name) -> QuerySet:
        return Event.objects.filter(name__in=list(name)).values_list("id")

    @prepared
    def unasked(name) -> QuerySet:
        return Event.objects.values_list("id")

    @prepared
    def begun(name) -> QuerySet:
        return Event.objects.filter(name=name, last_error__startswith=name).values_list("id")

    @prepared
    def since_now(name) -> QuerySet:
        return Event.objects.filter(name=name, recorded_at__gt=now()).values_list("id")

    for ask in (by_length, unasked, begun, since_now):
        with pytest.raises(NotPreparable):
            ask("met")


def test_columns_are_read_as_the_orm_reads_them():
    @prepared
    def bodies(owner) -> QuerySet:
        rows = Event.objects.filter(owner_id=owner, attempts=F("lane")).exclude(body={})
        return rows.values_list(Upper("name"), "body")

    owner = new_id()
    kept(owner, body={"shop": "متجر"})
    assert bodies(owner) == [("MET", {"shop": "متجر"})]


@pytest.mark.django_db(transaction=True)
def test_a_lock_outside_a_transaction_is_refused_each_time():
    @prepared
    def held(owner) -> QuerySet:
        return Event.objects.select_for_update().filter(owner_id=owner).values_list("name")

    owner = new_id()
    kept(owner)
    with transaction.atomic():
        assert held(owner) == [("met",)]
    with pytest.raises(transaction.TransactionManagementError):
        held(owner)
