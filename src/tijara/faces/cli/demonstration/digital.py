"""Fill the demonstration's digital goods: licence codes for some, a file for the others."""

from io import BytesIO
from uuid import UUID

from tijara.domains.inventory.actions import add_codes, add_stock_file
from tijara.domains.inventory.queries import files_of_stocks
from tijara.kit.actor import SYSTEM

from . import content

SOLD_AS_FILES = "digital/e-books"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 420 595]/Contents 4 0 R"
    b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>"
)


def fill(seller_id: UUID, stock_id: UUID, told: dict) -> None:
    """Again is nothing: the codes follow from the product's key, and a file that is there stays."""
    which = {"actor": SYSTEM, "seller_id": seller_id, "stock_id": stock_id}
    if told["category"] != SOLD_AS_FILES:
        add_codes(**which, text="\n".join(_codes(told["key"], told["units"])))
    elif not files_of_stocks(seller_id, [stock_id]):
        add_stock_file(**which, content=BytesIO(_paper(told["name"][1])), name=told["name"][0])


def _codes(key: str, many: int) -> list[str]:
    letters = [content.id_of("code", key, str(place)).hex.upper()[:16] for place in range(many)]
    return ["-".join(one[at : at + 4] for at in range(0, 16, 4)) for one in letters]


def _paper(title: str) -> bytes:
    """A PDF of one page that says what it stands for."""
    words = title.encode("ascii", "ignore").replace(b"(", b"").replace(b")", b"")
    drawn = b"BT /F 16 Tf 40 520 Td (" + words + b") Tj 0 -28 Td (Demonstration) Tj ET"
    bodies = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE,
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn),
    ]
    paper, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        places.append(len(paper))
        paper += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return paper + (
        b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (table, len(paper))
    )
