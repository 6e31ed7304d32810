"""What is left of what the store sold, by product, department, month or order."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from tijara.domains.books.queries import margins as find_margins
from tijara.faces.seller_hub.books import keeping
from tijara.ui.desks.books.keeping import Keeping, read_days
from tijara.ui.desks.books.margins import margins_page, margins_table, read_by


@require_safe
@keeping
def margins(request: HttpRequest, kept: Keeping) -> HttpResponse:
    by, days = read_by(request.GET.get("by", "")), read_days(request.GET.dict(), kept.today)
    found = find_margins(kept.key.owner_id, by, days.period)
    return margins_page(request, kept, by, days, found)


@require_safe
@keeping
def margins_file(request: HttpRequest, kept: Keeping, form: str) -> HttpResponse:
    by, days = read_by(request.GET.get("by", "")), read_days(request.GET.dict(), kept.today)
    return margins_table(kept, by, days, find_margins(kept.key.owner_id, by, days.period), form)
