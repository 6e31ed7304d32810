"""The picture that a buyer of the demonstration brings of his transfer."""

from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from tijara.domains.payments.shapes import ChargeView
from tijara.kit.clock import now

from . import content

SIZE, MARGIN = (720, 940), 56
PAPER, INK, QUIET, BAND, LINE = "#ffffff", "#1b2238", "#6a7187", "#0d6b57", "#dfe2ea"


def picture_of(charge: ChargeView) -> bytes:
    """As a bank's app shows a transfer that was sent; in English, which needs no shaping."""
    market = content.read("market")["market"]
    amount = f"{charge.amount.to_decimal_string()} {charge.amount.currency}"
    rows = [
        ("To", "Tijara demonstration"),
        ("IBAN", market["bank_iban"]),
        ("Purpose", charge.reference),
        ("Date", now().strftime("%d %b %Y, %H:%M UTC")),
        ("Status", "Sent"),
    ]
    image = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, SIZE[0], 150), fill=BAND)
    draw.text((MARGIN, 58), "Bank transfer", font=ImageFont.load_default(38), fill=PAPER)
    draw.text((MARGIN, 200), "Amount", font=ImageFont.load_default(24), fill=QUIET)
    draw.text((MARGIN, 236), amount, font=ImageFont.load_default(54), fill=INK)
    for place, (name, value) in enumerate(rows):
        top = 350 + 100 * place
        draw.line((MARGIN, top, SIZE[0] - MARGIN, top), fill=LINE, width=2)
        draw.text((MARGIN, top + 18), name, font=ImageFont.load_default(22), fill=QUIET)
        draw.text((MARGIN, top + 48), value, font=ImageFont.load_default(30), fill=INK)
    kept = BytesIO()
    image.save(kept, "PNG")
    return kept.getvalue()
