"""Carriers by name, and where their parcels are followed.

A link stands here only where the form of the carrier's public page was confirmed; a carrier
without one is shown with its number. One line each: another carrier is another line.
"""

from urllib.parse import quote

from ..shapes import Carrier

CARRIERS = (
    Carrier("أرامكس", "Aramex", ("SA", "AE", "EG"),
            "https://www.aramex.com/track/results?ShipmentNumber={}"),
    Carrier("سمسا", "SMSA Express", ("SA", "AE"),
            "https://www.smsaexpress.com/trackingdetails?tracknumbers={}"),
    Carrier("البريد السعودي (سبل)", "SPL", ("SA",)),
    Carrier("ناقل", "Naqel Express", ("SA", "AE")),
    Carrier("جي آند تي", "J&T Express", ("SA", "AE", "EG")),
    Carrier("آي مايل", "iMile", ("SA", "AE")),
    Carrier("بوسطة", "Bosta", ("EG",), "https://bosta.co/tracking-shipment/?track_num={}"),
    Carrier("البريد المصري", "Egypt Post", ("EG",)),
    Carrier("بريد الإمارات", "Emirates Post", ("AE",)),
    Carrier("دي إتش إل", "DHL", ("SA", "AE", "EG"),
            "https://www.dhl.com/global-en/home/tracking.html?tracking-id={}"),
    Carrier("مندوب المتجر", "the store’s courier", ("SA", "AE", "EG"),
            name_fr="le livreur de la boutique"),
)  # fmt: skip
LONGEST = 60
_BY_NAME = {
    name.casefold(): carrier
    for carrier in CARRIERS
    for name in (carrier.name_ar, carrier.name_en, carrier.name_fr)
    if name
}


def carrier_named(name: str) -> Carrier | None:
    """As it was typed, in any of its languages."""
    return _BY_NAME.get(name.strip().casefold())


def tracking_link(carrier: str, number: str) -> str:
    """Nothing where the carrier is unknown or has no confirmed page."""
    known = carrier_named(carrier)
    if known is None or not known.link or not number:
        return ""
    return known.link.format(quote(number, safe=""))


def carrier_faults(carrier: str, number: str) -> dict[str, str]:
    """What is wrong with the fields of a parcel, by field; nothing, if all is well."""
    faults = {
        field: "too_long"
        for field, value in (("carrier", carrier), ("tracking_number", number))
        if len(value) > LONGEST
    }
    return faults if carrier else faults | {"carrier": "required"}
