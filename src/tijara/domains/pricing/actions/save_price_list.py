"""Write a price list, or change one: its name, whom it is for, when it holds."""

from uuid import UUID

from tijara.domains.groups.queries import groups_for_shops
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import PriceList
from ..queries import forget_price_lists
from ..shapes import Audience, ListTerms

MOST_OFF_BP = 9000
MOST_LISTS = 50
LONGEST_NAME = 80


class PriceListInvalid(Invalid):
    code = "pricing.list_invalid"


class PriceListUnknown(Refusal):
    code = "pricing.list_unknown"
    kind = Kind.MISSING


class TooManyLists(Refusal):
    """A seller has at most fifty: take one that is over."""

    code = "pricing.too_many_lists"


@action(power=Power.OFFERS_MANAGE)
def save_price_list(
    *,
    actor: Actor,
    seller_id: UUID,
    terms: ListTerms,
    list_id: UUID | None = None,
    is_active: bool = True,
) -> UUID:
    """The list's id. Orders that stand keep the price that they were placed at."""
    if faults := _faults(terms, seller_id):
        raise PriceListInvalid(faults)
    mine = PriceList.objects.filter(seller_id=seller_id)
    columns = {
        "name_ar": terms.name_ar,
        "name_en": terms.name_en,
        "name_fr": terms.name_fr,
        "audience": terms.audience,
        "group_id": terms.group_id,
        "off_bp": terms.off_bp,
        "starts_on": terms.starts_on,
        "ends_on": terms.ends_on,
        "is_active": is_active,
    }
    if list_id is None:
        if mine.count() >= MOST_LISTS:
            raise TooManyLists()
        list_id = new_id()
        PriceList.objects.create(seller_id=seller_id, id=list_id, **columns)
    elif not mine.filter(id=list_id).update(**columns):
        raise PriceListUnknown()
    forget_price_lists()
    tell_everything()
    return list_id


def _faults(terms: ListTerms, seller_id: UUID) -> dict[str, str]:
    faults = {}
    if terms.audience is Audience.GROUP and not _is_open(seller_id, terms.group_id):
        faults["group"] = "unknown"
    elif terms.audience is not Audience.GROUP and terms.group_id:
        faults["group"] = "not_possible"
    if not terms.name_ar:
        faults["name_ar"] = "required"
    for name in ("name_ar", "name_en", "name_fr"):
        if len(getattr(terms, name)) > LONGEST_NAME:
            faults[name] = "too_long"
    if not 0 <= terms.off_bp <= MOST_OFF_BP:
        faults["off"] = "outside_limits"
    if terms.starts_on and terms.ends_on and terms.ends_on < terms.starts_on:
        faults["ends_on"] = "before_start"
    return faults


def _is_open(seller_id: UUID, group_id: UUID | None) -> bool:
    """A group of the seller's market that shops may use."""
    market_id = markets_of([seller_id])[seller_id]
    return any(one.id == group_id for one in groups_for_shops(market_id))
