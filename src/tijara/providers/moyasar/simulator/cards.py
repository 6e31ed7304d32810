"""The test cards of the documentation. Any other number fails."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """`code` is the answer of the card's bank, "00" for yes."""

    code: str
    message: str


APPROVED = Outcome("00", "APPROVED")
NOT_A_TEST_CARD = Outcome("05", "DECLINED: this is not a test card")
NO_SECURE = Outcome("3DS", "3-D Secure is not available for this card")
NOT_CONFIRMED = Outcome("3DS", "3-D Secure transaction attempt failed (DECLINED BY THE PAYER)")
OUTCOMES = {
    "4201320111111010": APPROVED,
    "4201320000013020": Outcome("99", "UNSPECIFIED FAILURE"),
    "4201320000311101": Outcome("51", "INSUFFICIENT FUNDS"),
    "4201320131000508": Outcome("41", "LOST CARD"),
    "4201321234411220": Outcome("05", "DECLINED"),
    "4201322267774310": Outcome("54", "EXPIRED CARD"),
    "4201326324640570": Outcome("61", "EXCEEDED WITHDRAWAL LIMIT"),
    "4201321144311528": Outcome("43", "STOLEN CARD"),
    "4111118250252531": NO_SECURE,
}


def outcome_of(number: str) -> Outcome:
    return OUTCOMES.get(number, NOT_A_TEST_CARD)


def company_of(number: str) -> str:
    return "visa" if number.startswith("4111") else "mada"


def masked(number: str) -> str:
    """What is kept of a card."""
    return f"XXXX-XXXX-XXXX-{number[-4:]}"
