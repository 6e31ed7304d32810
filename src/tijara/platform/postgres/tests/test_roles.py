from threading import Thread

import pytest
from django.db import ProgrammingError, connection
from procrastinate.contrib.django import app

from tijara.kit.ids import OPERATOR_ID
from tijara.platform.outbox.models import Event
from tijara.platform.ownership.grants import append_only_tables


@pytest.mark.django_db
def test_the_application_owns_nothing_and_is_no_superuser():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == ("tijara_app", False)
        cursor.execute("SELECT count(*) FROM pg_tables WHERE tableowner = current_user")
        assert cursor.fetchone() == (0,)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["DELETE FROM {}", "TRUNCATE {}", "UPDATE {} SET id = id"])
def test_append_only_tables_can_not_be_changed(statement):
    assert {"ledger_posting", "inventory_movement"} <= append_only_tables()
    for table in append_only_tables():
        with connection.cursor() as cursor:
            cursor.execute("SAVEPOINT before")
            with pytest.raises(ProgrammingError, match="permission denied"):
                cursor.execute(statement.format(table))
            cursor.execute("ROLLBACK TO before")


@pytest.mark.django_db
def test_the_application_may_defer_jobs():
    app.configure_task("nothing.to_do").defer()
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs")
        assert cursor.fetchall() == [("nothing.to_do",)]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("round_", [1, 2])
def test_what_a_test_commits_is_gone_in_the_next_one(round_):
    def commit() -> None:
        Event.objects.create(owner_id=OPERATOR_ID, name="a.fact", body={}, lane=1)
        connection.close()

    thread = Thread(target=commit)
    thread.start()
    thread.join()
    assert Event.objects.count() == 1
