"""What of an order is delivered without a parcel, for its buyer and its seller."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.core.signing import BadSignature, Signer
from django.db.models import Count, Q

from tijara.domains.inventory.queries import codes_of_order, files_of_stocks, stock_levels
from tijara.domains.inventory.shapes import OrderCode, StockFileView, StockKind
from tijara.domains.orders.shapes import LineKind, OrderLineView, OrderState, OrderView
from tijara.kit.clock import now

from ..models import Download, DownloadGrant
from ..rules.downloads import MOST_RENEWALS, MOST_TIMES
from ..shapes import CodeView, DigitalForm, DigitalPart, DownloadView

LINKS = Signer(salt="tijara.fulfilment.download")
FORMS = {
    StockKind.CODES: DigitalForm.CODES,
    StockKind.FILES: DigitalForm.FILES,
    StockKind.SHELF: DigitalForm.NOTHING_YET,
}
OVER = frozenset({OrderState.CANCELLED, OrderState.REFUNDED})


def digital_parts(order: OrderView) -> list[DigitalPart]:
    """One for each digital line. No code is opened here; links are made anew each time."""
    lines = [line for line in order.lines if line.kind is LineKind.DIGITAL]
    if not lines:
        return []
    stocks = stock_levels(order.seller_id, [line.stock_id for line in lines])
    codes: dict[UUID, list[OrderCode]] = {}
    for code in codes_of_order(order.seller_id, order.id):
        codes.setdefault(code.line_id, []).append(code)
    grants = {
        grant.line_id: grant
        for grant in DownloadGrant.objects.filter(seller_id=order.seller_id, order_id=order.id)
    }
    return [
        _part(
            order,
            line,
            FORMS[stocks[line.stock_id].kind],
            codes.get(line.id, []),
            grants.get(line.id),
        )
        for line in lines
    ]


def download_token(seller_id: UUID, grant_id: UUID, file_id: UUID, granted_at: datetime) -> str:
    """What a file is fetched with. It can't be guessed or altered, and dies with its renewal."""
    moment = _moment(granted_at).to_bytes(8)
    raw = seller_id.bytes + grant_id.bytes + file_id.bytes + moment
    return LINKS.sign(urlsafe_b64encode(raw).decode().rstrip("="))


def read_download_token(token: str) -> tuple[UUID, UUID, UUID, int] | None:
    """(seller id, grant id, file id, moment of the grant); None if we did not make it."""
    try:
        raw = urlsafe_b64decode(LINKS.unsign(token) + "==")
    except (BadSignature, ValueError):
        return None
    seller_id, grant_id, file_id = (UUID(bytes=raw[at : at + 16]) for at in (0, 16, 32))
    return seller_id, grant_id, file_id, int.from_bytes(raw[48:])


def _moment(granted_at: datetime) -> int:
    return int(granted_at.timestamp() * 1000)


def _part(
    order: OrderView,
    line: OrderLineView,
    form: DigitalForm,
    codes: list[OrderCode],
    grant: DownloadGrant | None,
) -> DigitalPart:
    is_over = order.state in OVER
    is_open = grant is not None and grant.expires_at > now() and not is_over
    return DigitalPart(
        line_id=line.id,
        stock_id=line.stock_id,
        form=form,
        is_delivered=bool(codes or grant),
        codes=tuple(CodeView(code.last, code.shown_at) for code in codes),
        files=tuple(_downloads(grant, is_open=is_open)) if grant else (),
        expires_at=grant.expires_at if grant else None,
        may_renew=grant is not None and not is_over and grant.renewals < MOST_RENEWALS,
    )


def _downloads(grant: DownloadGrant, *, is_open: bool) -> Iterable[DownloadView]:
    offered = files_of_stocks(grant.seller_id, [grant.stock_id], bought_at=grant.bought_at)
    fetched = Download.objects.filter(seller_id=grant.seller_id, grant_id=grant.id).order_by()
    rows = fetched.values_list("file_id").annotate(
        ever=Count("id"), lately=Count("id", filter=Q(fetched_at__gte=grant.granted_at))
    )
    times = {file_id: counts for file_id, *counts in rows}
    for file in offered.get(grant.stock_id, []):
        ever, lately = times.get(file.id, (0, 0))
        left = max(0, MOST_TIMES - lately)
        yield _download(grant, file, ever=ever, left=left if is_open else 0)


def _download(grant: DownloadGrant, file: StockFileView, *, ever: int, left: int) -> DownloadView:
    return DownloadView(
        name=file.name,
        kind=file.kind,
        size_bytes=file.size_bytes,
        token=download_token(grant.seller_id, grant.id, file.id, grant.granted_at) if left else "",
        times_left=left,
        times=ever,
    )
