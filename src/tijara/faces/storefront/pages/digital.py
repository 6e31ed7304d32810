"""What was bought without a parcel: codes behind a step, files by links that end."""

import re

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from tijara.domains.fulfilment.actions import renew_downloads, show_codes, take_download
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.pace import SHOWING, pace
from tijara.faces.storefront.pages.order import found_order
from tijara.kit.actor import SYSTEM
from tijara.platform.front.file_slice import FileSlice, size_of

ONE_RANGE = re.compile(r"bytes=(\d{1,15})-(\d{0,15})", re.ASCII)
"""The rest of a file, or a piece of it; other forms of the header are left unanswered."""
RENEWED = _("Your links are new. They work for 72 hours.")


@require_POST
def codes(request: HttpRequest, token: str) -> HttpResponse:
    """Shown as the answer, and kept by no cache."""
    order = found_order(token)
    pace(SHOWING, order.buyer_id)
    shown = show_codes(actor=as_actor(order.buyer_id), seller_id=order.seller_id, order_id=order.id)
    lines = [(line, shown[line.id]) for line in order.lines if line.id in shown]
    return page(request, "codes", {"order": order, "token": token, "lines": lines}, is_private=True)


@require_POST
def renewal(request: HttpRequest, token: str) -> HttpResponse:
    order = found_order(token)
    pace(SHOWING, order.buyer_id)
    renew_downloads(actor=as_actor(order.buyer_id), seller_id=order.seller_id, order_id=order.id)
    return see_other("order", token, say=RENEWED, at="#digital")


@require_GET
def download(request: HttpRequest, token: str) -> HttpResponseBase:
    """Always to be saved, never to be opened by the browser: it is somebody's file."""
    asked = ONE_RANGE.fullmatch(request.headers.get("range", ""))
    start = int(asked[1]) if asked else 0
    file = take_download(actor=SYSTEM, token=token, goes_on=start > 0)
    size = size_of(file.path)
    headers = {
        "Content-Type": "application/octet-stream",
        "Content-Disposition": content_disposition_header(True, file.name),
        "Cache-Control": "private, no-store",
        "Accept-Ranges": "bytes",
    }
    if not asked:
        return FileSlice(file.path, 0, size, headers=headers)
    if start >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    end = min(int(asked[2]), size - 1) if asked[2] else size - 1
    headers["Content-Range"] = f"bytes {start}-{end}/{size}"
    return FileSlice(file.path, start, max(0, end - start + 1), status=206, headers=headers)
