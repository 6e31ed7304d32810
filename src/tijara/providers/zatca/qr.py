"""The code of the second phase: nine fields, each its number, its length, its bytes, in base64."""

from base64 import b64decode, b64encode

from tijara.kit.en16931 import SemanticInvoice

MOST_SHORT = 255


def code(invoice: SemanticInvoice, hashed: str, signature: str, key: bytes, stamp: bytes) -> str:
    """`key` is the public key (DER), `stamp` the signature that is on its certificate. The ninth
    field is of simplified papers only: standard ones are stamped by the authority."""
    fields: list[bytes] = [
        invoice.seller.name.encode(),
        invoice.seller.vat_number.encode(),
        invoice.issued_at.strftime("%Y-%m-%dT%H:%M:%S").encode(),
        invoice.totals.gross.to_decimal_string().encode(),
        invoice.totals.tax.to_decimal_string().encode(),
        hashed.encode(),
        signature.encode(),
        key,
    ]
    if invoice.is_simplified:
        fields.append(stamp)
    return b64encode(b"".join(_field(tag, one) for tag, one in enumerate(fields, 1))).decode()


def fields(told: str) -> dict[int, bytes]:
    """What a code holds, by number; ValueError for what is none."""
    raw, found, at = b64decode(told, validate=True), {}, 0
    while at < len(raw):
        if at + 2 > len(raw) or at + 2 + raw[at + 1] > len(raw):
            raise ValueError("a field is cut off")
        found[raw[at]] = raw[at + 2 : at + 2 + raw[at + 1]]
        at += 2 + raw[at + 1]
    return found


def _field(tag: int, value: bytes) -> bytes:
    cut = value[:MOST_SHORT]
    if tag == 1:
        cut = cut.decode(errors="ignore").encode()
    return bytes((tag, len(cut))) + cut
