"""See what the words that people ask for find now: how many goods, of which departments and
sellers."""

from datetime import timedelta

from django.db.models import F, Q

from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Document, Wording
from ..queries import shelf
from ..rules import FEWEST_PEOPLE

OLD = timedelta(days=1)
LOOKED_AT = 24
MOST_DEPARTMENTS = 6
MOST_SELLERS = 24


@action(power=Power.SYSTEM)
def place_wordings(*, actor: Actor, limit: int = 10) -> int:
    """How many. Only what several people have asked for is worth a search."""
    stale = Q(placed_at=None) | Q(placed_at__lt=now() - OLD)
    rows = Wording.objects.filter(stale, people__gte=FEWEST_PEOPLE, is_blocked=False)
    due = list(rows.order_by(F("placed_at").asc(nulls_first=True))[:limit])
    for row in due:
        _place(row)
    return len(due)


def _place(row: Wording) -> None:
    found = shelf(row.market_id, text=row.said, size=LOOKED_AT)
    ids = [card.product_id for card in found.items]
    stood = Document.objects.filter(market_id=row.market_id, product_id__in=ids)
    known = list(stood.values_list("category_path", "sellers"))
    paths = [path for path, _ in known]
    sellers = {seller for _, each in known for seller in each}
    mine = Wording.objects.filter(market_id=row.market_id, language=row.language, text=row.text)
    mine.update(
        found=len(ids) if found.total is None else found.total,
        departments=sorted(set(paths), key=lambda path: (-paths.count(path), path))[
            :MOST_DEPARTMENTS
        ],
        sellers=sorted(sellers)[:MOST_SELLERS],
        placed_at=now(),
    )
