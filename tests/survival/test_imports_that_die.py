"""An import whose worker is killed again and again takes every row in, and none twice."""

import json
import os
import signal
import threading
import time

from tijara.faces.cli.bench.market import Market, audited, inside, running

ROWS, KILLS = 2000, 3
PATIENCE = 120.0
PAUSE = threading.Event()
HOW_FAR = "SELECT state, read FROM offer_import_run WHERE id = %(run)s"
TAKEN = """
    SELECT r.read, r.created, r.rejected,
        (SELECT count(*) FROM offer_import_change c WHERE c.run_id = r.id),
        (SELECT count(DISTINCT product_id) FROM offer_import_change c WHERE c.run_id = r.id),
        (SELECT sum(m.quantity) FROM inventory_movement m JOIN offer_import_change c
            ON c.seller_id = m.seller_id AND c.stock_id = m.stock_id WHERE c.run_id = r.id)
    FROM offer_import_run r WHERE r.id = %(run)s
"""


def until(market: Market, run: dict, is_so) -> None:
    """Ask the database until it is so, now and then: who asks all the time slows the import."""
    end = time.monotonic() + PATIENCE
    while not is_so(*market.rows(HOW_FAR, run)[0]):
        assert time.monotonic() < end, market.last_words("worker")
        PAUSE.wait(0.05)


def kill_worker(market: Market, killed: set[int]) -> None:
    """The one that lives: after a kill it takes a moment until there is another."""
    end = time.monotonic() + PATIENCE
    while (worker := market.members()["worker"]) in killed:
        assert time.monotonic() < end, market.last_words("supervisor")
        PAUSE.wait(0.05)
    os.kill(worker, signal.SIGKILL)
    killed.add(worker)


def test_no_row_is_lost_or_doubled_by_kill_9():
    with running() as market:
        told = json.loads(inside("bringing", str(ROWS)))
        run = {"run": told["run"]}
        killed = set[int]()
        for kill in range(KILLS):
            until(market, run, lambda state, read, least=kill * 500: read > least)
            kill_worker(market, killed)
        until(market, run, lambda state, read: state == "done")
        assert market.rows(TAKEN, run) == [(ROWS, ROWS, 0, ROWS, ROWS, 3 * ROWS)]
        assert audited().faults == []
