"""`…inside proofs`: run every domain's proofs; says how many and their faults as JSON."""

import json

from tijara.domains.checkout import queries as checkout
from tijara.domains.fulfilment import queries as fulfilment
from tijara.domains.ledger.queries import balances
from tijara.domains.parties.queries import all_sellers
from tijara.faces.cli.terminal import say
from tijara.platform.audits import run_proofs

STATED_BY = (checkout, fulfilment)
"""Their queries know all domains below them, whose proofs are stated as they are read."""


def run() -> None:
    results = run_proofs()
    say(
        json.dumps(
            {
                "proofs": len(results),
                "faults": [fault for one in results for fault in one.faults],
                "journal sum": sum(sum(balances(seller.id).values()) for seller in all_sellers()),
            }
        )
    )
