"""What leads a new seller to his first order, in the order in which it helps."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from tijara.domains.offers.queries import seller_offers
from tijara.domains.parties.queries import legal_identities
from tijara.domains.settlements.queries import bank_accounts
from tijara.faces.seller_hub.desk import Desk
from tijara.kit.powers import Power
from tijara.ui.language import local


@dataclass(frozen=True, slots=True)
class FirstStep:
    text: str
    note: str
    press: str
    href: str
    is_done: bool


def first_steps(desk: Desk) -> list[FirstStep]:
    """Those that this person may take."""
    store = desk.store
    offers = seller_offers(desk.seller_id, size=1).items
    identity = legal_identities([desk.seller_id])[desk.seller_id]
    steps = [
        (
            Power.PRODUCTS_MANAGE,
            FirstStep(
                _("Put up your first product"),
                _("a name, a picture, a price: that is enough to begin"),
                _("Add a product"),
                local("/hub/products/new"),
                bool(offers),
            ),
        ),
        (
            Power.STORE_MANAGE,
            FirstStep(
                _("Say who you are"),
                _("two sentences about your store win more trust than a discount"),
                _("Write them"),
                local("/hub/store"),
                bool(store.about_ar or store.about_en or store.about_fr),
            ),
        ),
        (
            Power.SELLER_IDENTITY,
            FirstStep(
                _("Tell the name of your business"),
                _("it stands on every invoice, with your VAT number if you have one"),
                _("Write it"),
                local("/hub/business"),
                bool(identity.legal_name),
            ),
        ),
        (
            Power.BANK_ACCOUNT_KEEP,
            FirstStep(
                _("Name your bank account"),
                _("so that what you earn reaches you"),
                _("Add it"),
                local("/hub/money/account"),
                desk.seller_id in bank_accounts([desk.seller_id]),
            ),
        ),
        (
            Power.STORE_MANAGE,
            FirstStep(
                _("Look at your delivery"),
                _("where you deliver, in how many days, and what it costs"),
                _("Look"),
                local("/hub/delivery"),
                bool(offers),
            ),
        ),
    ]
    return [step for power, step in steps if desk.actor.may(power)]
