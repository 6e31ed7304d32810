"""A company's registered address as forms ask for it: its parts, as the country wants them."""

from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from tijara.domains.parties.shapes import AddressPart
from tijara.ui.pieces.fields import field

PARTS = {
    "building": _("Building number"),
    "street": _("Street"),
    "district": _("District"),
    "city": _("City"),
    "region": _("Governorate"),
    "postcode": _("Postcode"),
    "extra": _("Additional number"),
}
EMIRATES = {
    "AUH": _("Abu Dhabi"),
    "DXB": _("Dubai"),
    "SHJ": _("Sharjah"),
    "AJM": _("Ajman"),
    "UAQ": _("Umm Al Quwain"),
    "RAK": _("Ras Al Khaimah"),
    "FUJ": _("Fujairah"),
}
LONGEST = 120


def place_fields(
    parts: Iterable[AddressPart],
    values: Mapping[str, str],
    errors: Mapping[str, object],
    *,
    start: str = "",
    is_needed: bool = True,
) -> list[SafeString]:
    """A field for each part. `is_needed`: those that the country needs are not called optional
    where the whole address may be left out."""
    return [
        field(
            f"{start}{part.name}",
            _("Emirate") if part.choices else PARTS[part.name],
            values.get(part.name, ""),
            error=errors.get(part.name, ""),
            optional=is_needed and not part.is_needed,
            autocomplete="off",
            **_looks(part),
        )
        for part in parts
    ]


def _looks(part: AddressPart) -> dict[str, object]:
    if part.choices:
        return {"options": [("", _("Choose")), *((one, EMIRATES[one]) for one in part.choices)]}
    if part.digits:
        return {"dir": "ltr", "inputmode": "numeric", "maxlength": part.digits}
    return {"dir": "auto", "maxlength": LONGEST}
