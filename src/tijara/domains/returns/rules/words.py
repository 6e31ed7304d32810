"""What people write about a return: tidy, and within bounds."""

from tijara.kit.arabic import strip_controls

LONGEST_WORDS, LONGEST_NAME, LONGEST_PLACE = 1000, 60, 200
MOST_PHOTOS = 4


def tidy_words(text: str) -> str:
    """Lines stay lines."""
    lines = (strip_controls(line).strip() for line in text.splitlines())
    return "\n".join(lines).strip()


def tidy_parcel(carrier: str, tracking_number: str) -> tuple[str, str, dict[str, str]]:
    """(carrier, number, what is wrong by field)."""
    carrier, tracking_number = strip_controls(carrier), strip_controls(tracking_number)
    faults = {} if carrier else {"carrier": "required"}
    for name, text in (("carrier", carrier), ("tracking_number", tracking_number)):
        if len(text) > LONGEST_NAME:
            faults[name] = "too_long"
    return carrier, tracking_number, faults
