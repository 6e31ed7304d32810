"""Namespaces and fixed words of a signed Saudi document."""

UBL = "urn:oasis:names:specification:ubl:schema:xsd:"
CAC = f"{UBL}CommonAggregateComponents-2"
CBC = f"{UBL}CommonBasicComponents-2"
EXT = f"{UBL}CommonExtensionComponents-2"
DS = "http://www.w3.org/2000/09/xmldsig#"
XADES = "http://uri.etsi.org/01903/v1.3.2#"
SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256"
C14N = "http://www.w3.org/2006/12/xml-c14n11"
ECDSA = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"
XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116"
FIRST_PIH = (
    "NWZlY2ViNjZmZmM4NmYzOGQ5NTI3ODZjNmQ2OTZjNzljMmRiYzIzOWRkNGU5MWI0NjcyOWQ3M2EyN2ZiNTdlOQ=="
)
"""Base64 of the hexadecimal SHA-256 of "0": the hash before the first document."""
