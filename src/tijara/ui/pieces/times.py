"""Days and moments as people say them, in the market's time."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from hijridate import Gregorian

from tijara.kit import clock
from tijara.ui.pieces.escaping import escape

WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}
MONTHS = {
    "ar": (
        [
            "يناير",
            "فبراير",
            "مارس",
            "أبريل",
            "مايو",
            "يونيو",
            "يوليو",
            "أغسطس",
            "سبتمبر",
            "أكتوبر",
            "نوفمبر",
            "ديسمبر",
        ]
    ),
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
}
HIJRI_MONTHS = {
    "ar": (
        "محرّم",
        "صفر",
        "ربيع الأول",
        "ربيع الآخر",
        "جمادى الأولى",
        "جمادى الآخرة",
        "رجب",
        "شعبان",
        "رمضان",
        "شوّال",
        "ذو القعدة",
        "ذو الحجة",
    ),
    "en": (
        "Muharram",
        "Safar",
        "Rabi I",
        "Rabi II",
        "Jumada I",
        "Jumada II",
        "Rajab",
        "Shaban",
        "Ramadan",
        "Shawwal",
        "Dhu al-Qadah",
        "Dhu al-Hijjah",
    ),
    "fr": (
        "mouharram",
        "safar",
        "rabia al-awal",
        "rabia ath-thani",
        "joumada al-oula",
        "joumada ath-thania",
        "rajab",
        "chaabane",
        "ramadan",
        "chawwal",
        "dhou al-qida",
        "dhou al-hijja",
    ),
}
COMMAS = {"ar": "،", "en": ",", "fr": ","}
DAY_COMMAS = {"ar": " ", "en": ", ", "fr": " "}
"""Between the weekday and the day."""
MINUTE, HOUR, DAY = 60, 3600, 86400


def _spoken() -> str:
    language = (get_language() or "ar")[:2]
    return language if language in MONTHS else "ar"


def _local_day(value: date | datetime) -> date:
    return timezone.localtime(value).date() if isinstance(value, datetime) else value


@lru_cache(maxsize=1024)
def _day_text(day: date, language: str, this_year: int, weekday: bool) -> str:
    year = "" if day.year == this_year else f" {day.year}"
    text = f"{_numbered(day.day, language)} {MONTHS[language][day.month - 1]}{year}"
    if not weekday:
        return text
    return f"{WEEKDAYS[language][day.weekday()]}{DAY_COMMAS[language]}{text}"


def _numbered(number: int, language: str) -> str:
    """In French the first of a month is 1er."""
    return "1er" if (number, language) == (1, "fr") else str(number)


@lru_cache(maxsize=1024)
def _hijri_text(day: date, language: str) -> str:
    hijri = Gregorian(day.year, day.month, day.day).to_hijri()
    return (
        f"{_numbered(hijri.day, language)} {HIJRI_MONTHS[language][hijri.month - 1]} {hijri.year}"
    )


def day(value: date | datetime, style: str = "") -> SafeString:
    """«الثلاثاء 24 نوفمبر»; the year only where it isn't this one. `style`: "hijri" puts the
    Hijri date beside it, "short" leaves the weekday out."""
    when, language = _local_day(value), _spoken()
    this_year = timezone.localtime(clock.now()).year
    text = _day_text(when, language, this_year, "short" not in style)
    if "hijri" in style:
        text = f"{text}{COMMAS[language]} {_hijri_text(when, language)}"
    return SafeString(f'<time datetime="{when.isoformat()}">{text}</time>')


def month_text(value: date) -> str:
    """«أكتوبر 2026»."""
    return f"{MONTHS[_spoken()][value.month - 1]} {value.year}"


def soon(value: date) -> SafeString:
    """A day to come as one says it: today, tomorrow Tuesday, or the day itself."""
    away = (value - timezone.localtime(clock.now()).date()).days
    if away not in (0, 1):
        return day(value)
    name = WEEKDAYS[_spoken()][value.weekday()]
    word = _("today") if away == 0 else _("tomorrow, %(weekday)s") % {"weekday": name}
    return SafeString(f'<time datetime="{value.isoformat()}">{escape(word)}</time>')


def arrival(earliest: date, latest: date) -> SafeString:
    """When it comes: one day, or the two between which it does. Said anew once a day: what comes
    between the same two is promised to many."""
    today = timezone.localtime(clock.now()).date()
    return _arrival_text(earliest, latest, today, get_language())


@lru_cache(maxsize=1024)
def _arrival_text(earliest: date, latest: date, today: date, language: str | None) -> SafeString:
    if earliest == latest:
        return soon(earliest)
    first = soon(earliest)
    if earliest.month == latest.month and first == day(earliest):
        first = _without_month(earliest)
    return SafeString(_("between %(first)s and %(last)s") % {"first": first, "last": soon(latest)})


def _without_month(value: date) -> SafeString:
    """The month is said once, by the later day."""
    language = _spoken()
    said = f"{WEEKDAYS[language][value.weekday()]} {_numbered(value.day, language)}"
    return SafeString(f'<time datetime="{value.isoformat()}">{said}</time>')


def clock_time(value: datetime) -> str:
    """4:21 م, 4:21 pm, 16 h 21."""
    local, language = timezone.localtime(value), _spoken()
    if language == "fr":
        return f"{local.hour}\u00a0h\u00a0{local.minute:02d}"
    half = ("ص", "م") if language == "ar" else ("am", "pm")
    return f"{local.hour % 12 or 12}:{local.minute:02d} {half[local.hour >= 12]}"


def moment(value: datetime, where: str = "") -> SafeString:
    """The day and the time: «الاثنين 23 نوفمبر، 4:21 م»; today and yesterday by name, in small
    letters where it stands "inside" a sentence."""
    away = (timezone.localtime(clock.now()).date() - _local_day(value)).days
    named = {0: _("Today"), 1: _("Yesterday")}.get(away)
    comma = COMMAS[_spoken()]
    if named and where == "inside":
        named = named.lower()
    when = escape(named) if named else day(value)
    return SafeString(
        f'<time datetime="{value.isoformat()}">{when}{comma} {clock_time(value)}</time>'
        if named
        else f"{when}{comma} {clock_time(value)}"
    )


def ago(value: datetime) -> SafeString:
    """«قبل 5 ساعات»: how long ago, in all six plural forms; after a month, the day."""
    passed = clock.now() - value
    text = _ago_text(passed)
    if text is None:
        return day(value)
    return SafeString(f'<time datetime="{value.isoformat()}">{escape(text)}</time>')


def _ago_text(passed: timedelta) -> str | None:
    seconds = passed.total_seconds()
    if seconds < MINUTE:
        return _("just now")
    if seconds < HOUR:
        count = int(seconds // MINUTE)
        text = ngettext("%(count)d minute ago", "%(count)d minutes ago", count)
    elif seconds < DAY:
        count = int(seconds // HOUR)
        text = ngettext("%(count)d hour ago", "%(count)d hours ago", count)
    elif seconds < 30 * DAY:
        count = int(seconds // DAY)
        text = ngettext("%(count)d day ago", "%(count)d days ago", count)
    else:
        return None
    return text % {"count": count}


def left(until: datetime) -> SafeString:
    """«بعد 5 ساعات»: how long until then, in all six plural forms, as it was when the page came."""
    seconds = max((until - clock.now()).total_seconds(), 0)
    if seconds < HOUR:
        count = max(1, int(-(-seconds // MINUTE)))
        text = ngettext("in %(count)d minute", "in %(count)d minutes", count)
    elif seconds < DAY:
        count = round(seconds / HOUR)
        text = ngettext("in %(count)d hour", "in %(count)d hours", count)
    else:
        count = round(seconds / DAY)
        text = ngettext("in %(count)d day", "in %(count)d days", count)
    return SafeString(escape(text % {"count": count}))
