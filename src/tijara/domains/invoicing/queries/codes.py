"""The codes by which an authority is told of goods, for the seller who registers them there."""

from uuid import UUID

from tijara.domains.catalogue.queries import variant_names, variants
from tijara.domains.offers.queries import variants_of_seller

from ..rules import own_code
from ..shapes import CODE_OF_DELIVERY, CODE_OF_FEE, GoodsToCode, UnitState
from .units import authority_called, issuer_of, unit_of

MOST_CODES = 20_000
BESIDE = (
    GoodsToCode(CODE_OF_DELIVERY, "", "التوصيل", "Delivery"),
    GoodsToCode(CODE_OF_FEE, "", "رسوم الدفع", "Payment fee"),
)


def codes_to_register(seller_id: UUID) -> list[list[str]]:
    """The rows of the file that the authority's portal takes, with their heads; empty where a
    seller has nothing to register, or is not enrolled."""
    unit = unit_of(seller_id)
    if unit is None or unit.state is not UnitState.READY:
        return []
    authority = authority_called(unit.authority, unit.fields)
    vat_number = issuer_of(seller_id).vat_number
    if not authority.codes_to_register(vat_number, ()):
        return []
    return authority.codes_to_register(vat_number, [*_goods(seller_id), *BESIDE])


def registers_codes(seller_id: UUID) -> bool:
    unit = unit_of(seller_id)
    if unit is None or unit.state is not UnitState.READY:
        return False
    return bool(authority_called(unit.authority, unit.fields).codes_to_register("", ()))


def _goods(seller_id: UUID) -> list[GoodsToCode]:
    ids = variants_of_seller(seller_id, most=MOST_CODES)
    names, cards = variant_names(ids), variants(ids)
    return [
        GoodsToCode(
            own_code(id),
            cards[id].gtin,
            _whole(names[id].name_ar, names[id].label_ar),
            _whole(names[id].name_en, names[id].label_en),
        )
        for id in ids
        if id in names and id in cards
    ]


def _whole(name: str, label: str) -> str:
    return " – ".join(one for one in (name, label) if one)
