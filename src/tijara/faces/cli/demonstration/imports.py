"""An import as a store's people left it: some rows taken in, some not, with their reasons."""

from uuid import UUID

from tijara.domains.catalogue.actions import hang_pictures
from tijara.domains.catalogue.queries import find_products
from tijara.domains.offers.actions import (
    advance_imports,
    bring_file,
    check_import,
    start_import,
)
from tijara.domains.offers.queries import import_runs
from tijara.domains.offers.shapes import ImportChoices
from tijara.kit.actor import SYSTEM

from . import content

STORE = "nahhas"
FILE_NAME = "جديد-الموسم.csv"
MOST_BYTES = 1 << 20
PICTURES = {
    "دلّة قرشية صغيرة منقوشة 700 مل": ("dallah-2d", "A small engraved dallah"),
    "دلّة بغدادية بيد خشبية 1 لتر": ("dallah-3e", "A Baghdadi dallah with a wooden handle"),
}
"""The file brings none; the store's people have hung them since."""


def load_import() -> int:
    """How many imports the store has had. One that is there is not done again."""
    seller_id = content.id_of("seller", STORE)
    if not import_runs(seller_id):
        with (content.CONTENT / "import.csv").open("rb") as file:
            run_id = bring_file(
                actor=SYSTEM,
                seller_id=seller_id,
                content=file,
                file_name=FILE_NAME,
                most_bytes=MOST_BYTES,
            )
        told = {"actor": SYSTEM, "seller_id": seller_id, "run_id": run_id}
        check_import(**told, choices=ImportChoices(columns={"بلد المنشأ": "spec"}))
        advance_imports(actor=SYSTEM)
        start_import(**told)
        advance_imports(actor=SYSTEM)
        _picture(seller_id)
    return len(import_runs(seller_id))


def _picture(seller_id: UUID) -> None:
    hung = {
        row.id: [(PICTURES[row.name_ar][0], row.name_ar, PICTURES[row.name_ar][1])]
        for row in find_products(brought_by=seller_id).items
        if row.name_ar in PICTURES
    }
    hang_pictures(actor=SYSTEM, pictures=hung)
