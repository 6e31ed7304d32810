"""What waits for a seller, the most urgent first: each with how many, since when, and one press."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from tijara.domains.deals.queries import open_disputes
from tijara.domains.deals.shapes import DealState
from tijara.domains.offers.queries import import_runs
from tijara.domains.offers.shapes import ImportRunView, ImportState, OfferRow
from tijara.domains.orders.queries import COUNTED
from tijara.domains.orders.shapes import OrderState, StateCount
from tijara.domains.returns.queries import counts_of_seller
from tijara.domains.returns.shapes import ReturnState
from tijara.domains.reviews.queries import counts_of_seller as reviews_waiting
from tijara.domains.settlements.queries import bank_accounts, latest_transfers
from tijara.domains.stores.shapes import Pause
from tijara.faces.seller_hub.desk import Desk
from tijara.faces.seller_hub.transfers import come_back
from tijara.kit.clock import now
from tijara.kit.money import Money
from tijara.kit.page import Page
from tijara.kit.powers import Power
from tijara.platform.webhooks.queries import endpoints_off
from tijara.ui.language import local
from tijara.ui.pieces.times import ago, day
from tijara.ui.pieces.words import grouped

RECENT = timedelta(days=7)
WAITING = (ReturnState.REQUESTED, ReturnState.RECEIVED, ReturnState.INSPECTED)
"""Returns that the store must do something about."""
Standing = Mapping[OrderState, StateCount]


@dataclass(frozen=True, slots=True)
class Task:
    """`count` may be "999+"."""

    count: str
    text: str
    note: str
    press: str
    href: str
    tone: str = ""


def tasks(
    desk: Desk, standing: Standing, late: int, low: Page[OfferRow], owed: Money | None
) -> list[Task]:
    found = list(_of_orders(standing, late))
    if owed and desk.actor.may(Power.BANK_ACCOUNT_KEEP):
        found += _of_money(desk)
    if desk.store.is_paused and desk.store.pause and desk.actor.may(Power.STORE_MANAGE):
        found.append(_of_pause(desk.store.pause))
    if desk.actor.may(Power.RETURNS_HANDLE):
        found += _of_complaints(open_disputes(desk.seller_id)[DealState.DISPUTED])
        found += _of_returns(counts_of_seller(desk.seller_id))
    if desk.actor.may(Power.STORE_MANAGE):
        found += _of_reviews(reviews_waiting(desk.seller_id)["low"])
    if low.items:
        found.append(_of_stock(low))
    if desk.actor.may(Power.OFFERS_MANAGE):
        found += _of_imports(import_runs(desk.seller_id, limit=5))
    if desk.actor.may(Power.WEBHOOKS_MANAGE) and (off := endpoints_off(desk.seller_id)):
        found.append(_of_webhooks(off))
    return found


def _of_webhooks(off: int) -> Task:
    text = ngettext("webhook that was switched off", "webhooks that were switched off", off)
    note = _("its address failed for days, or is gone")
    return Task(str(off), text, note, _("Look"), local("/hub/webhooks"), "warn")


def _of_complaints(many: int) -> Iterator[Task]:
    if many:
        text = ngettext("complaint to answer", "complaints to answer", many)
        note = _("what you have earned by it is kept until then")
        yield Task(grouped(many), text, note, _("Answer"), local("/hub/disputes"), "bad")


def _of_returns(counts: Mapping[ReturnState, int]) -> Iterator[Task]:
    if many := sum(counts[state] for state in WAITING):
        text = ngettext("return waits for you", "returns wait for you", many)
        note = _("without an answer it is decided for the buyer")
        yield Task(grouped(many), text, note, _("Look"), local("/hub/returns"), "warn")


def _of_reviews(many: int) -> Iterator[Task]:
    if many:
        text = ngettext("review of few stars to answer", "reviews of few stars to answer", many)
        note = _("who reads it next looks for what you say")
        yield Task(
            grouped(many), text, note, _("Answer"), local("/hub/reviews?view=unanswered"), "warn"
        )


def _of_pause(pause: Pause) -> Task:
    text = _("Your store is closed for some days")
    note = _("it opens again on %(day)s") % {"day": strip_tags(day(pause.ends))}
    return Task("!", text, note, _("Look"), local("/hub/store/pause"), "warn")


def _of_orders(standing: Standing, late: int) -> Iterator[Task]:
    new = standing[OrderState.PLACED]
    packed, confirmed = standing[OrderState.PACKED], standing[OrderState.CONFIRMED]
    to_ship = packed.number + confirmed.number
    if late:
        text = ngettext("order past its promised day", "orders past their promised day", late)
        note = _("its buyer waits: send it, or say what became of it")
        href = local("/hub/orders?view=late&sort=due")
        yield Task(_counted(late), text, note, _("Look"), href, "bad")
    if new.number:
        text = ngettext("order to confirm", "orders to confirm", new.number)
        since = strip_tags(ago(new.first)) if new.first else ""
        note = _("the first came %(ago)s") % {"ago": since}
        href = local("/hub/orders?view=new&sort=oldest")
        yield Task(_counted(new.number), text, note, _("Confirm"), href, "warn")
    if to_ship:
        text = ngettext("order to ship", "orders to ship", to_ship)
        dues = [one.due for one in (packed, confirmed) if one.due]
        note = _("confirmed, not yet with a carrier")
        if dues:
            note = _("the first is promised for %(day)s") % {"day": strip_tags(day(min(dues)))}
        href = local("/hub/orders?view=ship&sort=due")
        yield Task(_counted(to_ship), text, note, _("Ship"), href)
    if sent := standing[OrderState.SHIPPED].number:
        text = ngettext("parcel on the way", "parcels on the way", sent)
        href = local("/hub/orders?view=way")
        yield Task(_counted(sent), text, _("record what became of it"), _("Follow"), href)


def _of_stock(low: Page[OfferRow]) -> Task:
    many = len(low.items)
    gone = sum(offer.free <= 0 for offer in low.items)
    note = _("count or restock")
    if gone:
        note = ngettext("%(count)d of them is sold out", "%(count)d of them are sold out", gone) % {
            "count": gone
        }
    text = ngettext("product running out", "products running out", many)
    count = f"{many}+" if low.has_next else str(many)
    return Task(count, text, note, _("Restock"), local("/hub/stock?show=low"))


def _of_imports(runs: list[ImportRunView]) -> Iterator[Task]:
    """Files that wait for a look, and those that left lines out not long ago."""
    for run in runs:
        href = local(f"/hub/imports/{run.id}")
        if run.is_at_work or run.state is ImportState.UNDONE:
            continue
        if run.state in (ImportState.MAPPING, ImportState.CHECKED, ImportState.STOPPED):
            text = _("A file is not taken in yet")
            yield Task("1", text, run.file_name, _("Go on"), href)
        elif run.rejected and run.finished_at and run.finished_at > now() - RECENT:
            text = ngettext(
                "line of a file was left out", "lines of a file were left out", run.rejected
            )
            yield Task(_counted(run.rejected), text, run.file_name, _("Mend"), href, "warn")


def _of_money(desk: Desk) -> Iterator[Task]:
    account = bank_accounts([desk.seller_id]).get(desk.seller_id)
    if account is None:
        text = _("Your money has nowhere to go yet")
        href = local("/hub/money/account")
        yield Task("!", text, _("name your bank account"), _("Add it"), href, "warn")
    elif come_back(latest_transfers(desk.seller_id, most=2), account):
        text, note = _("Your bank did not take our last transfer"), _("check the name and the IBAN")
        yield Task("!", text, note, _("Look"), local("/hub/money/account"), "bad")


def _counted(number: int) -> str:
    return f"{COUNTED - 1}+" if number >= COUNTED else grouped(number)
