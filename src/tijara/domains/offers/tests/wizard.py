"""An import as its seller goes through it, and what the tables say afterwards."""

import io

from django.db import connection

from tijara.domains.offers.actions import (
    advance_imports,
    bring_file,
    check_import,
    start_import,
    undo_import,
)
from tijara.domains.offers.queries import import_preview, import_run, seller_offers
from tijara.domains.offers.shapes import ImportChoices
from tijara.domains.parties.testing import seller_actor
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs

HEAD = "رقم المنتج,الاسم,السعر,الكمية\n"
MOST = 1_000_000


class Wizard:
    """One import, step by step, as its seller."""

    def __init__(self, seller_id, content, name="shop.csv"):
        self.seller_id = seller_id
        self.actor = seller_actor(seller_id)
        content = content if isinstance(content, bytes) else content.encode()
        self.run_id = bring_file(
            actor=self.actor,
            seller_id=seller_id,
            content=io.BytesIO(content),
            file_name=name,
            most_bytes=MOST,
        )

    def do(self, action, **given):
        action(actor=self.actor, seller_id=self.seller_id, run_id=self.run_id, **given)
        return self

    def check(self, **choices):
        self.do(check_import, choices=ImportChoices(**choices))
        return self.work()

    def take_in(self, **choices):
        return self.check(**choices).do(start_import).work()

    def undo(self):
        return self.do(undo_import).work()

    def work(self):
        advance_imports(actor=SYSTEM)
        return self

    @property
    def run(self):
        return import_run(self.seller_id, self.run_id)

    @property
    def preview(self):
        return import_preview(self.seller_id, self.run_id)

    def fields(self):
        return [column.field for column in self.preview.columns]


def by_name(seller):
    return {row.name_ar: row for row in seller_offers(seller).items}


def ask(sql, *given):
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return [row[0] for row in cursor.fetchall()]


def shown():
    return ask("SELECT name_ar FROM catalogue_product WHERE is_published ORDER BY name_ar")


def moved():
    return ask("SELECT quantity FROM inventory_movement")


def assert_proved():
    assert [proof.name for proof in run_proofs() if proof.faults] == []
