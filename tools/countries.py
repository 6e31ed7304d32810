"""make map: docs/countries.md, what is known of each country and where from, drawn from files."""

import csv
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.house import HERE

PAGE = Path("docs/countries.md")
FILES = Path("src/tijara/domains/markets/countries")
RULES = {
    "vat_rates": "VAT",
    "tax_classes": "Goods taxed otherwise",
    "weekend": "Weekend",
    "return_days": "Days to return",
    "refund_days": "Days to refund",
    "withdrawal_exceptions": "Goods excepted from returns",
    "legal_warranties": "Least warranties",
    "address": "Address",
    "disclosures": "A shop must tell",
    "consumer_authority": "Complaints go to",
    "e_invoicing": "E-invoices to consumers",
}
"""As in `markets.rules.profiles`, in the order of the page."""
DAYS = ("", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
PAGE_OF = re.compile(r"https?://\S+")
DAYS_OFF_FROM = (
    "Source: the package [holidays](https://github.com/vacanza/holidays) 0.109 (`make holidays`); "
    "where the moon decides they are estimated."
)
HEAD = """# Countries

Drawn by `make map` from `src/tijara/domains/markets/countries/`; don't edit. Each rule has its
source and the day it was seen. A rule that could not be checked is left empty and listed: better no
rule than a wrong one. This is no legal advice.
"""


def draw(root: Path = HERE) -> str:
    """The text of docs/countries.md."""
    files = sorted((root / FILES).glob("*.toml"), key=lambda file: file.stem)
    told = {file.stem.upper(): tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    parts = [HEAD, _overview(told)]
    parts += [_country(code, one) for code, one in told.items()]
    return "\n".join(parts)


def write_countries(root: Path = HERE) -> None:
    (root / PAGE).write_text(draw(root), encoding="utf-8")


def _overview(told: dict[str, dict]) -> str:
    lines = ["| | Currency | Time zone | Checked | Left empty |", "|---|---|---|---|---|"]
    for code, one in told.items():
        empty = [name for rule, name in RULES.items() if rule not in one]
        checked = f"{len(RULES) - len(empty)} of {len(RULES)}"
        lines.append(
            f"| {one['name_en']} ({code}) | {one['currency']} | {one['time_zone']} | {checked} | "
            f"{', '.join(empty) or 'nothing'} |"
        )
    return "\n".join(lines) + "\n"


def _country(code: str, one: dict) -> str:
    lines = [f"## {one['name_en']} ({one['name_ar']})\n"]
    for rule, name in RULES.items():
        if rule in one:
            lines.append(f"- **{name}**: {_said(rule, one[rule])}. {_source(one, rule)}")
    lines.append(_days_off(code))
    lines += _begins_with(one.get("defaults", {}))
    empty = [name for rule, name in RULES.items() if rule not in one]
    if empty:
        lines.append(f"- Left empty: {', '.join(empty)}.")
    return "\n".join(lines) + "\n"


def _days_off(code: str) -> str:
    file = HERE / FILES / "holidays" / f"{code.lower()}.csv"
    with file.open(encoding="utf-8", newline="") as rows:
        years = Counter(row["date"][:4] for row in csv.DictReader(rows))
    first, last = min(years), max(years)
    least, most = min(years.values()), max(years.values())
    many = str(least) if least == most else f"{least} to {most}"
    return f"- **Days off**: {many} a year, known from {first} to {last}. {DAYS_OFF_FROM}"


def _begins_with(told: dict) -> Iterator[str]:
    """No rules: what a new market there offers until its operator chooses otherwise."""
    chosen = [*told.get("payment_methods", ()), *told.get("carriers", ())]
    if chosen:
        names = ", ".join(name.replace("_", " ") for name in chosen)
        yield f"- A new market begins with: {names} (a choice, not a rule)."


def _said(rule: str, value) -> str:
    if rule in SAID:
        return SAID[rule](value)
    return str(value) if value else "none by law"


def _rates(rates: list[dict]) -> str:
    told = [f"{rate['bp'] / 100:g} % since {rate['since']}" for rate in rates]
    return ", ".join(told) or "none is levied"


def _classes(classes: list[dict]) -> str:
    return "; ".join(map(_tax_class, classes)) or "none, as no tax is levied"


def _address(told: dict) -> str:
    return f"{', '.join(told['fields'])}; needed: {', '.join(_needed(told))}"


def _e_invoicing(told: dict) -> str:
    since = f" since {told['since']}" if "since" in told else ", not in force yet"
    return f"{told['authority_en']}{since}. {told['note'].rstrip('.')}"


def _tax_class(one: dict) -> str:
    """ "Medicines and medical devices: Z (VATEX-SA-35) since 2018-01-01"."""
    rate = f" {one['bp'] / 100:g} %" if one.get("bp") else ""
    reason = f" ({one['reason_code']})" if "reason_code" in one else ""
    buyer = ", AE for a registered company that resells" if "is_reverse_charged" in one else ""
    return f"{one['name_en']}: {one['category']}{rate}{reason}{buyer} since {one['since']}"


def _exceptions(told: list[dict]) -> str:
    return "; ".join(map(_exception, told)) or "none"


def _exception(one: dict) -> str:
    """ "media once opened since 2020-01-31"."""
    opened = " once opened" if one.get("is_when_opened") else ""
    days = f" after {one['days']} day" if one.get("days") else ""
    return f"{one['goods'].replace('_', ' ')}{opened}{days} since {one['since']}"


def _warranties(told: list[dict]) -> str:
    said = [f"{one['goods']}: {one['months']} months since {one['since']}" for one in told]
    return "; ".join(said) or "none by law"


def _needed(address: dict) -> Iterator[str]:
    yield from address["required"]
    if address["one_of"]:
        yield f"one of {'/'.join(address['one_of'])}"


def _source(one: dict, rule: str) -> str:
    source = one["sources"][rule]
    pages = ", ".join(PAGE_OF.sub(r"<\g<0>>", page.strip()) for page in source["page"].split("; "))
    return f"Source: {source['title']}; {pages}; seen {source['seen']}."


SAID: dict[str, Callable] = {
    "vat_rates": _rates,
    "tax_classes": _classes,
    "weekend": lambda days: " and ".join(DAYS[day] for day in days),
    "withdrawal_exceptions": _exceptions,
    "legal_warranties": _warranties,
    "address": _address,
    "disclosures": lambda told: ", ".join(one["label_en"].lower() for one in told),
    "consumer_authority": lambda told: f"{told['name_en']} {told['phone']}".rstrip(),
    "e_invoicing": _e_invoicing,
}


if __name__ == "__main__":
    write_countries()
