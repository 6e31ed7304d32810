"""`…inside bringing ROWS`: bring a file of so many good rows to a seller's hub and have it tried
out and taken in; says the seller and the import as JSON when the taking in has begun."""

import io
import json
import time

from tijara.domains.offers.actions import bring_file, check_import, start_import
from tijara.domains.offers.queries import import_run
from tijara.domains.offers.shapes import ImportChoices, ImportState
from tijara.domains.parties.queries import all_sellers
from tijara.faces.cli.terminal import say
from tijara.kit.actor import SYSTEM

PATIENCE = 120.0
MOST_BYTES = 32 << 20


def run(rows: str) -> None:
    seller_id = all_sellers()[0].id
    run_id = bring_file(
        actor=SYSTEM,
        seller_id=seller_id,
        content=io.BytesIO(_sheet(int(rows)).encode()),
        file_name="many.csv",
        most_bytes=MOST_BYTES,
    )
    told = {"actor": SYSTEM, "seller_id": seller_id, "run_id": run_id}
    check_import(**told, choices=ImportChoices())
    end = time.monotonic() + PATIENCE
    while import_run(seller_id, run_id).state is not ImportState.CHECKED:
        if time.monotonic() > end:
            raise SystemExit("nobody tries the file out")
        time.sleep(0.05)
    start_import(**told)
    say(json.dumps({"seller": str(seller_id), "run": str(run_id)}))


def _sheet(rows: int) -> str:
    lines = (f"b{number},سلعة {number},{number % 90 + 10},3" for number in range(rows))
    return "\n".join(["رقم المنتج,الاسم,السعر,الكمية", *lines])
