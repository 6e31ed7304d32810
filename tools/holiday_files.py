"""make holidays: the days off of every country, as the package `holidays` knows them.

Run with that package beside it; nothing else of the house needs it. It takes half a second and
fifty megabytes to load, so what it says is written down, for the years that follow.
"""

import csv
from pathlib import Path

import holidays

FOLDER = Path("src/tijara/domains/markets/countries")
YEARS = range(2026, 2039)


def write_all() -> None:
    for profile in sorted(FOLDER.glob("*.toml")):
        write(FOLDER / "holidays" / f"{profile.stem}.csv", profile.stem.upper())


def write(file: Path, country: str) -> None:
    arabic, english = (
        holidays.country_holidays(country, years=YEARS, language=language)
        for language in ("ar", "en_US")
    )
    file.parent.mkdir(exist_ok=True)
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(("date", "name_ar", "name_en"))
        rows.writerows((day, arabic[day], english[day]) for day in sorted(arabic))


if __name__ == "__main__":
    write_all()
