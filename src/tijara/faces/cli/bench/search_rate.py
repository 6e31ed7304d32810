"""`…inside search_rate IDS`: lay these products in; says how many a second."""

import json
import time
from uuid import UUID

from tijara.domains.search.actions import index_products
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM

STEP = 500


def run(ids: str) -> None:
    product_ids = [UUID(one) for one in json.loads(ids)]
    began = time.perf_counter()
    for start in range(0, len(product_ids), STEP):
        index_products(actor=SYSTEM, product_ids=product_ids[start : start + STEP])
    say(json.dumps(len(product_ids) / (time.perf_counter() - began)))
