"""Bring a file that every buyer of a digital product may download."""

from typing import BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform import files
from tijara.platform.action import action
from tijara.platform.files import FileKind, StoredFile
from tijara.platform.outbox.recorder import record

from ..events import StockChanged
from ..models import Stock, StockFile
from ..rules import file_name
from ..shapes import StockKind
from .count_stock import NoSuchStock
from .keep_as import keep_as

MOST_FILES = 10
MOST_BYTES = 200 * 1024 * 1024
GOODS = frozenset(
    {
        FileKind.PDF,
        FileKind.EPUB,
        FileKind.ZIP,
        FileKind.PNG,
        FileKind.JPEG,
        FileKind.WEBP,
        FileKind.AVIF,
        FileKind.MP3,
        FileKind.M4A,
        FileKind.OGG,
        FileKind.WAV,
        FileKind.FLAC,
    }
)
"""What may be sold as a file: nothing that a browser or a computer runs by itself."""


class TooManyFiles(Refusal):
    code = "inventory.too_many_files"


@action(power=Power.STOCK_MANAGE, atomic=False)
def add_stock_file(
    *, actor: Actor, seller_id: UUID, stock_id: UUID, content: BinaryIO, name: str
) -> None:
    """`name` is what the seller's device calls it. The file is written outside any transaction;
    if it can't be added, it goes again."""
    if not Stock.objects.filter(seller_id=seller_id, id=stock_id).exists():
        raise NoSuchStock()
    stored = files.store(seller_id, content, accepted=GOODS, most_bytes=MOST_BYTES)
    try:
        with transaction.atomic():
            _add(seller_id, stock_id, stored, name)
    except BaseException:
        files.remove(seller_id, stored.id)
        raise


def _add(seller_id: UUID, stock_id: UUID, stored: StoredFile, name: str) -> None:
    stock = keep_as(actor=SYSTEM, seller_id=seller_id, stock_id=stock_id, kind=StockKind.FILES)
    here = StockFile.objects.filter(seller_id=seller_id, stock_id=stock_id, removed_at=None)
    if here.count() >= MOST_FILES:
        raise TooManyFiles(most=MOST_FILES)
    StockFile.objects.create(
        seller_id=seller_id,
        stock_id=stock_id,
        file_id=stored.id,
        name=file_name(name, stored.kind),
        kind=stored.kind,
        size_bytes=stored.size_bytes,
    )
    record(seller_id, StockChanged(seller_id, (stock.variant_id,)))
