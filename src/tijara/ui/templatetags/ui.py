"""Tags and filters that every template has. What they draw is in `ui/pieces` and `ui/frame`."""

from django import template
from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tijara.kit import clock
from tijara.kit.accents import HOUSE, accent_of
from tijara.kit.page import Page
from tijara.ui import frame
from tijara.ui.assets import asset
from tijara.ui.flash import flashed
from tijara.ui.language import local
from tijara.ui.look import Brand, brand_here, look_links, monogram
from tijara.ui.pieces import (
    ages,
    cards,
    charts,
    countries,
    data,
    facets,
    fields,
    funds,
    kept,
    marks,
    money,
    processes,
    said,
    times,
    words,
)
from tijara.ui.refusal_texts import field_sentence

register = template.Library()

for piece in (
    marks.icon,
    marks.badge,
    marks.rating,
    marks.stars,
    marks.meter,
    marks.avatar,
    marks.spark,
    marks.lattice,
    marks.picture,
    marks.logo_picture,
    marks.sign,
    marks.dot,
    ages.age_bar,
    charts.days_chart,
    processes.process_picture,
    funds.funds_bar,
    funds.fund_key,
    money.price,
    money.prices,
    money.unit,
    times.day,
    times.soon,
    times.arrival,
    times.moment,
    times.ago,
    times.left,
    data.linked_data,
    words.bdi,
    words.code,
    words.number,
    words.points,
    words.megabytes,
    words.phone,
    words.joined,
    cards.product_card,
    fields.field,
    facets.facet,
    facets.facet_area,
    facets.facet_range,
    facets.facet_switch,
    facets.facet_bars,
    asset,
    monogram,
    look_links,
):
    register.simple_tag(piece)

register.simple_tag(data.share_card, takes_context=True)
register.tag("translate", said.translate)
register.tag("kept", kept.kept)
register.filter("named", words.named)
register.filter("large_picture", marks.large_picture)
register.filter("spaced", words.spaced)
register.filter("map_address", words.map_address)
register.filter("country", countries.country_called)
register.filter("percent", words.percent)
register.filter("month", times.month_text)
register.filter("local", local)
register.filter("field_sentence", field_sentence)


@register.simple_tag(takes_context=True)
def html_attributes(context: template.Context) -> SafeString:
    return frame.html_attributes(context.get("request"))


@register.simple_tag(takes_context=True)
def head_links(context: template.Context, sheet: str) -> SafeString:
    return frame.head_links(context.get("request"), sheet)


@register.simple_tag(takes_context=True)
def masthead(context: template.Context) -> SafeString:
    """Reads `departments`, `market_links`, `cart_count` and `query` from the page's context."""
    return frame.masthead(
        context.get("request"),
        departments=context.get("departments") or (),
        markets=context.get("market_links") or (),
        cart_count=context.get("cart_count"),
        query=str(context.get("query") or ""),
    )


@register.simple_tag(takes_context=True)
def footer(context: template.Context, *, is_slim: bool = False) -> SafeString:
    return frame.footer(
        context.get("request"),
        departments=context.get("departments") or (),
        markets=context.get("market_links") or (),
        ways=getattr(context.get("market"), "payment_methods", ()),
        is_slim=is_slim,
    )


@register.simple_tag(takes_context=True)
def mail_to(context: template.Context) -> SafeString:
    return frame.mail_to(context.get("request"))


@register.simple_tag(takes_context=True)
def theme_switch(context: template.Context) -> SafeString:
    return frame.theme_switch(context.get("request"))


@register.simple_tag(takes_context=True)
def flashed_message(context: template.Context) -> dict[str, str] | None:
    """{"text", "tone"} of the message that the page before has left, or None."""
    request = context.get("request")
    said = flashed(request) if request else None
    return {"text": said[0], "tone": said[1]} if said else None


@register.simple_tag(takes_context=True)
def other_languages(context: template.Context, *, anywhere: bool = False) -> list[frame.Tongue]:
    """The languages that the switch leads to, each in its own words, with this page's address in
    it; none where the market has one language. `anywhere`: all, for who works here."""
    return frame.other_languages(context.get("request"), anywhere=bool(anywhere))


@register.simple_tag
def this_language() -> str:
    """What the language of the page is called in itself."""
    return dict(settings.LANGUAGES)[get_language() or settings.LANGUAGE_CODE]


@register.simple_tag
def brand() -> Brand | None:
    """What the market of this page wears; None where it is the house's own look."""
    return brand_here()


@register.simple_tag
def theme_colour() -> str:
    """Of the head of every page, for the browser's own frame around it."""
    own = brand_here()
    return accent_of(own.accent if own else HOUSE).day.band


@register.simple_tag
def site() -> str:
    return words.site_name()


@register.simple_tag
def this_year() -> int:
    return clock.now().year


@register.simple_tag
def demonstration() -> bool:
    return settings.DEMONSTRATION


@register.simple_tag(takes_context=True)
def page_address(
    context: template.Context, number: int, name: str = "page", after: str = "", before: str = ""
) -> str:
    """This page's address with another page number; the first page has none. Of a list with keys:
    the page that begins `after` a row, or ends `before` one."""
    query = context["request"].GET.copy()
    for place in (name, "after", "before"):
        query.pop(place, None)
    if number > 1:
        query[name] = str(number)
        query.update({at: key for at, key in (("after", after), ("before", before)) if key})
    return f"?{query.urlencode()}" if query else context["request"].path


@register.simple_tag
def page_numbers(page: Page) -> list[int | None]:
    """The numbers to show; None where some are left out: 1 … 4 5 6 … 78. Of a list with keys the
    first and this one: only the pages beside it have an address."""
    last = page.pages or page.number + page.has_next
    near = (
        {1, page.number} if page.after else {1, last, page.number - 1, page.number, page.number + 1}
    )
    shown = sorted(number for number in near if 1 <= number <= last)
    numbers: list[int | None] = []
    for number in shown:
        if numbers and number - (numbers[-1] or 0) > 1:
            numbers.append(None)
        numbers.append(number)
    return numbers
