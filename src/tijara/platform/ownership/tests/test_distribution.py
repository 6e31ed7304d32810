"""The way to a cluster: every owned table once, by its owner, after those that it points to."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.db import connection

from tijara.platform.ownership.checks import ownership_of
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.distribution import FUNCTIONS, OWNER_ARGUMENTS, NoCitus, plan
from tijara.platform.ownership.distribution import distribute as distribute_now

MODELS = apps.get_models()
CITUS = os.environ.get("TIJARA_TEST_CITUS_URL")


def tables(*owners: str) -> set[str]:
    """The tables whose owner column is one of these."""
    return {model._meta.db_table for model in MODELS if ownership_of(model) in owners}


@pytest.fixture(scope="module")
def steps():
    return plan(MODELS)


@pytest.fixture(scope="module")
def distributed(steps):
    return {step.given[0]: step.given[1:] for step in steps if len(step.given) == 3}


def test_every_table_that_is_not_local_is_placed_once(steps):
    placed = Counter(step.about for step in steps)
    everything = {model._meta.db_table for model in MODELS}
    assert set(placed) == everything - tables("local")
    assert set(placed.values()) == {1}


def test_tables_of_libraries_stay_where_they_are(steps):
    placed = {step.about for step in steps}
    assert not any(name.startswith(("django_", "auth_", "procrastinate_")) for name in placed)


def test_owned_tables_are_spread_by_their_owner(distributed):
    for owner in ("seller_id", "buyer_id", "owner_id", "id"):
        assert tables(owner)
        assert {distributed[table][0] for table in tables(owner)} == {owner}


def test_reference_tables_come_first_and_are_copied(steps):
    count = len(tables("reference"))
    assert {step.about for step in steps[:count]} == tables("reference")
    assert all("create_reference_table" in step.statement for step in steps[:count])


def test_all_owned_tables_share_one_group_so_that_a_commit_stays_on_one_node(distributed):
    groups = [beside for _, beside in distributed.values()]
    first = next(iter(distributed))
    assert groups == ["none"] + [first] * (len(groups) - 1)


def test_what_a_foreign_key_names_is_placed_before(steps):
    place = {step.about: number for number, step in enumerate(steps)}
    keys = [
        (model._meta.db_table, apps.get_model(constraint.to)._meta.db_table)
        for model in MODELS
        for constraint in model._meta.constraints
        if isinstance(constraint, OwnedForeignKey)
    ]
    assert keys and all(place[target] < place[source] for source, target in keys)


@pytest.mark.django_db
def test_the_order_door_is_run_where_the_sellers_rows_are():
    with connection.cursor() as cursor:
        cursor.execute(FUNCTIONS, [list(OWNER_ARGUMENTS)])
        asked = {name.partition("(")[0]: owner for name, owner in cursor.fetchall()}
    assert asked["place_orders_v5"] == "p_seller"


@pytest.mark.django_db
def test_without_citus_it_is_refused_and_nothing_is_done():
    with pytest.raises(NoCitus):
        distribute_now()


@pytest.mark.skipif(not CITUS, reason="TIJARA_TEST_CITUS_URL names no cluster")
def test_a_cluster_is_made_and_made_again_without_change(steps):
    """Give the address of an empty database on a coordinator with Citus and its workers."""

    def tijara(command: str) -> str:
        program = Path(sys.executable).with_name("tijara")
        surroundings = os.environ | {"DATABASE_URL": str(CITUS)}
        done = subprocess.run(
            [program, command], env=surroundings, capture_output=True, text=True, check=True
        )
        return done.stdout

    tijara("migrate")
    assert "steps taken" in tijara("distribute")
    assert "in its place" in tijara("distribute")
    with psycopg.connect(str(CITUS)) as cluster:
        found = cluster.execute(
            "SELECT table_name::text, distribution_column, colocation_id FROM citus_tables "
            "WHERE citus_table_type = 'distributed'"
        ).fetchall()
    assert {name for name, *_ in found} == {step.about for step in steps if len(step.given) == 3}
    assert len({group for *_, group in found}) == 1
