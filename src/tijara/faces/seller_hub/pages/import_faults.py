"""The rows that an import left out, as a file to mend: each with its line and its reason."""

import csv
from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.offers.queries import rejected_rows
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.import_words import FAULTS
from tijara.faces.seller_hub.pages.import_page import found_run
from tijara.kit.tables import MARK, harmless


class Line:
    """What csv.writer writes a row to: it is handed back instead of kept."""

    def write(self, text: str) -> str:
        return text


@require_safe
@at_desk
def import_faults(request: HttpRequest, desk: Desk, run_id: UUID) -> StreamingHttpResponse:
    run = found_run(desk, run_id)
    head = [pgettext("import", "Line"), pgettext("import", "Reason"), pgettext("import", "Column")]
    head += map(harmless, run.header)
    rows = rejected_rows(desk.seller_id, run_id)
    response = StreamingHttpResponse(_lines(head, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="import-{str(run_id)[:8]}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _lines(head: list[str], rows) -> Iterator[str]:
    writer = csv.writer(Line())
    yield MARK + writer.writerow(head)
    for row in rows:
        reason = str(FAULTS.get(row.fault, row.fault))
        cells = map(harmless, [row.column, *row.cells])
        yield writer.writerow([row.line, reason, *cells])
