"""The embedded server with real processes: made, killed, brought back."""

import contextlib
import multiprocessing
import os
import pwd
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tijara.platform import places
from tijara.platform.postgres import cluster as clusters
from tijara.platform.postgres import roles
from tijara.platform.postgres.cluster import Cluster, DatabaseFailed, cluster_at
from tijara.platform.postgres.secrets import APPLICATION, OWNER

COMMITS_BEFORE_THE_KILL = 150


def short_place() -> Path:
    return places.database_socket().with_name(f"tijara-trial-{uuid4().hex[:8]}")


@contextlib.contextmanager
def trial(name: str) -> Iterator[Cluster]:
    """A cluster of its own, durable as the real one is, gone afterwards."""
    socket = short_place()
    cluster = cluster_at(f"trial-{name}", socket, places.base_port() + 7)
    try:
        yield cluster
    finally:
        cluster.end_predecessor()
        shutil.rmtree(cluster.home, ignore_errors=True)
        shutil.rmtree(cluster.secrets, ignore_errors=True)
        shutil.rmtree(socket, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with trial("shared") as made:
        made.make()
        made.start()
        roles.ensure_ready(made)
        yield made


def test_nothing_acknowledged_is_lost_when_the_server_is_killed(cluster):
    owner = roles.connect(cluster, OWNER, roles.DATABASE)
    owner.execute("CREATE TABLE sale (number int PRIMARY KEY)")
    acknowledged = 0
    with pytest.raises(psycopg.OperationalError):
        while True:
            owner.execute("INSERT INTO sale VALUES (%s)", [acknowledged + 1])
            acknowledged += 1
            if acknowledged == COMMITS_BEFORE_THE_KILL:
                os.kill(cluster.running().pid, signal.SIGKILL)
    assert (cluster.files / "postmaster.pid").exists()

    cluster.start()

    with roles.connect(cluster, OWNER, roles.DATABASE) as again:
        found = again.execute("SELECT count(*), max(number) FROM sale").fetchone()
    assert found[0] == found[1] >= acknowledged


def test_a_server_that_a_killed_supervisor_left_is_replaced(cluster):
    before = cluster.running().pid
    process = cluster.start()
    assert process.pid != before
    assert cluster.running().pid == process.pid


def test_a_pid_file_of_another_process_is_not_believed(cluster):
    clusters.stop(cluster.running().pid)
    (cluster.files / "postmaster.pid").write_text(f"{os.getpid()}\n{cluster.files}\n")
    assert cluster.running() is None
    cluster.start()
    assert cluster.is_ready()


@pytest.mark.parametrize("role", [OWNER, APPLICATION, "tijara_administrator", "postgres"])
def test_nobody_enters_without_the_secret(cluster, role):
    address = {"host": cluster.listening.socket_folder, "port": cluster.listening.port}
    for password in (None, "", "tijara"):
        with pytest.raises(psycopg.OperationalError, match="password|authentication"):
            psycopg.connect(**address, user=role, dbname=roles.DATABASE, password=password)


def test_the_application_makes_nothing(cluster):
    application = roles.connect(cluster, APPLICATION, "template1")
    with application, pytest.raises(psycopg.errors.InsufficientPrivilege):
        application.execute("CREATE DATABASE mine")


def test_it_listens_on_no_port_and_lets_nobody_else_at_its_socket(cluster):
    with roles.connect(cluster, OWNER, roles.DATABASE) as owner:
        assert owner.execute("SHOW listen_addresses").fetchone() == ("",)
        assert owner.execute("SHOW data_checksums").fetchone() == ("on",)
        assert owner.execute("SHOW fsync").fetchone() == ("on",)
    assert Path(cluster.listening.socket_folder).stat().st_mode & 0o077 == 0


def test_arabic_is_seen_as_letters(cluster):
    """Without the builtin locale the trigrams of Arabic words are empty."""
    with roles.connect(cluster, OWNER, roles.DATABASE) as owner:
        owner.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        row = owner.execute("SELECT similarity('قهوة عربية', 'قهوة عربي')").fetchone()
        assert 0.5 < row[0] < 1


def test_the_folders_of_others_keep_their_modes_and_are_refused(cluster, tmp_path):
    theirs = tmp_path / "theirs"
    theirs.mkdir(mode=0o755)
    link = tmp_path / "link"
    link.symlink_to(theirs)
    cluster.listening, true_one = clusters.Listening(str(link), 1), cluster.listening
    with pytest.raises(DatabaseFailed, match="somebody else"):
        cluster.start()
    cluster.listening = true_one
    cluster.start()
    assert theirs.stat().st_mode & 0o777 == 0o755
    assert theirs.stat().st_uid == os.geteuid()


def test_root_keeps_its_database_where_the_service_user_can_go(tmp_path, monkeypatch):
    barred = tmp_path / "barred"
    barred.mkdir(mode=0o700)
    monkeypatch.setenv("TIJARA_DATA", str(barred))
    made = cluster_at("postgres", short_place(), 1)
    assert made.user.can_reach(made.home)
    assert barred.stat().st_mode & 0o777 == 0o700
    if os.geteuid() != 0:
        assert made.home.is_relative_to(barred)


@pytest.mark.skipif(os.geteuid() != 0, reason="the other tests run as an ordinary user already")
def test_an_ordinary_user_runs_it_too():
    somebody = pwd.getpwnam("nobody")
    place = short_place()
    place.mkdir(mode=0o755)
    programs = clusters.binaries.copied_to(place / "programs")
    os.chown(place, somebody.pw_uid, somebody.pw_gid)
    fork = multiprocessing.get_context("fork")
    answer = fork.SimpleQueue()
    child = fork.Process(target=_live_as, args=(somebody, place, programs, answer))
    child.start()
    child.join(30)
    shutil.rmtree(place)
    assert child.exitcode == 0
    assert answer.get() == ("tijara", somebody.pw_uid)


def _live_as(somebody: pwd.struct_passwd, place: Path, programs: Path, answer) -> None:
    os.setgroups([])
    os.setgid(somebody.pw_gid)
    os.setuid(somebody.pw_uid)
    os.umask(0o077)
    clusters.binaries.installed = lambda: programs
    listening = clusters.Listening(str(place / "socket"), 5432)
    own = Cluster(place / "home", listening, place / "secrets")
    own.make()
    process = own.start()
    roles.ensure_ready(own)
    with roles.connect(own, OWNER, roles.DATABASE) as connection:
        role = connection.execute("SELECT current_user").fetchone()[0]
    answer.put((role, own.files.stat().st_uid))
    began = time.monotonic()
    clusters.stop(process.pid)
    assert time.monotonic() - began < 10
