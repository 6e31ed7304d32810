"""A digital stock at its seller's desk: what it is of, how it is called, and what is in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.catalogue.shapes import VariantNames
from tijara.domains.inventory.queries import files_of_stocks, stock_levels
from tijara.domains.inventory.shapes import StockKind, StockLevel
from tijara.faces.seller_hub.desk import Desk
from tijara.ui.goods.variants import Supply
from tijara.ui.language import local


@dataclass(frozen=True, slots=True)
class StockAtDesk:
    level: StockLevel
    product: VariantNames | None

    @property
    def is_digital(self) -> bool:
        return self.product is not None and self.product.kind == "digital"


def found_stock(desk: Desk, stock_id: UUID) -> StockAtDesk:
    """A stock of this seller; another's is as unknown as one that never was."""
    level = stock_levels(desk.seller_id, [stock_id]).get(stock_id)
    if level is None:
        raise Http404
    return StockAtDesk(level, variant_names([level.variant_id]).get(level.variant_id))


def supplies(desk: Desk, stock_ids: Sequence[UUID]) -> dict[UUID, Supply]:
    """Of each stock: the codes that are left, or the files that its buyers get."""
    files = files_of_stocks(desk.seller_id, stock_ids)
    levels = stock_levels(desk.seller_id, stock_ids)
    return {id: _supply(level, len(files.get(id, ()))) for id, level in levels.items()}


def first_supply() -> Supply:
    """Of a variant that has no stock yet, because it was never offered."""
    return Supply(_("Save a price; then bring its codes or its file."))


def _supply(level: StockLevel, files: int) -> Supply:
    codes, downloads = (
        (text, local(f"/hub/stock/{level.id}/{part}"))
        for text, part in ((_("Codes"), "codes"), (_("Files"), "files"))
    )
    if level.kind is StockKind.CODES:
        said = ngettext("%(count)d code left", "%(count)d codes left", level.free)
        return Supply(said % {"count": level.free}, (codes,))
    if level.kind is StockKind.FILES:
        said = ngettext("%(count)d file to download", "%(count)d files to download", files)
        return Supply(said % {"count": files}, (downloads,))
    return Supply(_("Nothing to hand over yet. Bring codes or a file."), (codes, downloads))
