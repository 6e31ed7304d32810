"""Give out a file that was bought, to whoever holds its link; each time is counted."""

from uuid import UUID

from tijara.domains.inventory.queries import files_of_stocks
from tijara.domains.orders.queries import order as find_order
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform import files
from tijara.platform.action import action

from ..models import Download, DownloadGrant
from ..queries import read_download_token
from ..rules.downloads import GOING_ON, MOST_TIMES
from ..shapes import FileToSend
from .show_codes import OVER


class NoSuchDownload(Refusal):
    """We never made this link, or its file is gone."""

    code = "fulfilment.no_such_download"
    kind = Kind.MISSING


class LinkIsOver(Refusal):
    """Its time is over, it was used up or renewed, or the money went back."""

    code = "fulfilment.link_is_over"


@action(power=Power.SYSTEM)
def take_download(*, actor: Actor, token: str, goes_on: bool = False) -> FileToSend:
    """The signed link itself is the permission. `goes_on`: a broken download asks for its
    rest; that counts only if it never began."""
    key = read_download_token(token)
    if key is None:
        raise NoSuchDownload()
    seller_id, grant_id, file_id, granted_at = key
    grant = (
        DownloadGrant.objects.select_for_update().filter(seller_id=seller_id, id=grant_id).first()
    )
    if grant is None:
        raise NoSuchDownload()
    order = find_order(seller_id, grant.order_id)
    is_over = order is None or order.state in OVER or grant.expires_at <= now()
    if is_over or int(grant.granted_at.timestamp() * 1000) != granted_at:
        raise LinkIsOver()
    offered = files_of_stocks(seller_id, [grant.stock_id], bought_at=grant.bought_at)
    mine = [one for one in offered.get(grant.stock_id, []) if one.id == file_id]
    stored = files.find(seller_id, mine[0].file_id) if mine else None
    if stored is None:
        raise NoSuchDownload()
    _count(grant, file_id, goes_on)
    return FileToSend(str(stored.path), mine[0].name)


def _count(grant: DownloadGrant, file_id: UUID, goes_on: bool) -> None:
    times = Download.objects.filter(
        seller_id=grant.seller_id,
        grant_id=grant.id,
        file_id=file_id,
        fetched_at__gte=grant.granted_at,
    )
    if goes_on and times.filter(fetched_at__gte=now() - GOING_ON).exists():
        return
    if times.count() >= MOST_TIMES:
        raise LinkIsOver()
    Download.objects.create(seller_id=grant.seller_id, grant_id=grant.id, file_id=file_id)
