"""The pages a payer meets: the hosted invoice, his bank's question, and what became of it."""

from html import escape
from typing import Any

from .book import Thing
from .cards import APPROVED, OUTCOMES

WORDS = {
    "ar": {
        "title": "الدفع بالبطاقة",
        "trial": "بوّابة تجريبية: لا تُسحب أي أموال. ادفع بإحدى بطاقات التجربة أدناه.",
        "to_pay": "المبلغ",
        "number": "رقم البطاقة",
        "name": "الاسم على البطاقة",
        "month": "الشهر",
        "year": "السنة",
        "cvc": "رمز التحقّق",
        "pay": "ادفع",
        "back": "العودة إلى المتجر",
        "cards": "بطاقات التجربة",
        "works": "تنجح",
        "fails": "تُرفض",
        "failed": "لم تتم العملية",
        "over": "لا يمكن دفع هذه الفاتورة بعد الآن",
        "paid": "سُدّدت هذه الفاتورة",
        "bank": "تأكيد من البنك",
        "bank_asks": "يسألك البنك: هل تؤكّد هذه العملية؟",
        "confirm": "أؤكّد",
        "decline": "أرفض",
        "card": "البطاقة",
        "wrong": "اكتب رقم البطاقة كاملًا: ستة عشر رقمًا.",
        "other": "English",
    },
    "en": {
        "title": "Pay by card",
        "trial": "A gateway to try with: no money moves. Pay with one of the test cards below.",
        "to_pay": "Amount",
        "number": "Card number",
        "name": "Name on the card",
        "month": "Month",
        "year": "Year",
        "cvc": "Security code",
        "pay": "Pay",
        "back": "Back to the shop",
        "cards": "Test cards",
        "works": "works",
        "fails": "is refused",
        "failed": "The payment did not go through",
        "over": "This invoice can’t be paid any more",
        "paid": "This invoice is paid",
        "bank": "Your bank asks",
        "bank_asks": "Your bank asks: do you confirm this payment?",
        "confirm": "I confirm",
        "decline": "I decline",
        "card": "Card",
        "wrong": "Write the whole card number: sixteen digits.",
        "other": "العربية",
    },
}
REASONS_AR = {
    "INSUFFICIENT FUNDS": "الرصيد غير كافٍ",
    "LOST CARD": "البطاقة مُبلَّغ عن فقدانها",
    "STOLEN CARD": "البطاقة مُبلَّغ عن سرقتها",
    "DECLINED": "رفض البنك العملية",
    "EXPIRED CARD": "انتهت صلاحية البطاقة",
    "EXCEEDED WITHDRAWAL LIMIT": "تجاوزت العملية حدّ السحب",
    "UNSPECIFIED FAILURE": "تعذّرت العملية لسبب لم يُذكر",
}
DECIMALS = {"KWD": 3, "BHD": 3, "OMR": 3, "JOD": 3, "TND": 3, "IQD": 0, "JPY": 0}
STYLE = """
:root { color-scheme: light; --ink: #1c2440; --quiet: #5d647c; --line: #e6e0d0; --sheet: #fffdf8;
  --ground: #f4efe3; --accent: #1f43a5; --bad: #a3262a; --good: #17663f }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink);
  font: 17px/1.7 "IBM Plex Sans Arabic", "Segoe UI", Tahoma, "Noto Sans Arabic", sans-serif }
main { max-inline-size: 30rem; margin-inline: auto; padding: 1.25rem }
header { display: flex; justify-content: space-between; align-items: center;
  padding-block: .5rem 1rem }
header b { font-size: 1.05rem }
a { color: var(--accent) }
header a, .back { display: inline-block; padding-block: .6rem }
.sheet { background: var(--sheet); border: 1px solid var(--line); border-radius: 18px;
  padding: 1.5rem; display: grid; gap: 1.1rem; box-shadow: 0 12px 32px #1c244014 }
h1 { font-size: 1.35rem; line-height: 1.4; margin: 0 }
p { margin: 0 }
.sum { display: flex; justify-content: space-between; align-items: baseline;
  border-block-end: 1px solid var(--line); padding-block-end: 1rem }
.sum { gap: .5rem 1rem; flex-wrap: wrap }
.sum b { font-size: 1.5rem; font-variant-numeric: tabular-nums; white-space: nowrap }
.quiet { color: var(--quiet); font-size: .92rem }
.trial { background: #fdf3d3; border: 1px solid #ecd58a; border-radius: 12px; padding: .7rem 1rem;
  font-size: .95rem }
.bad { background: #fbe9e7; border: 1px solid #e9b8b4; border-radius: 12px; padding: .7rem 1rem;
  color: var(--bad) }
form { display: grid; gap: .9rem; margin: 0 }
label { display: grid; gap: .3rem; font-weight: 600; font-size: .95rem }
input { font: inherit; font-weight: 400; padding: .6rem .8rem; min-block-size: 48px;
  border: 1px solid #8b91a5;
  border-radius: 10px; background: #fff; color: inherit; inline-size: 100% }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid #e2b24a;
  outline-offset: 2px }
.three { display: grid; grid-template-columns: repeat(3, 1fr); gap: .75rem }
button { font: inherit; font-weight: 700; min-block-size: 52px; border: 0; border-radius: 12px;
  background: var(--accent); color: #fff; cursor: pointer; padding-inline: 1.5rem }
button.plain { background: transparent; color: var(--ink); border: 1px solid #8b91a5 }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem }
table { border-collapse: collapse; inline-size: 100%; font-size: .92rem }
td { padding-block: .45rem; border-block-start: 1px solid var(--line) }
td:last-child { text-align: end; padding-inline-start: .75rem }
.yes { color: var(--good); font-weight: 700 }
code { white-space: nowrap; font: inherit; font-variant-numeric: tabular-nums;
  direction: ltr; unicode-bidi: isolate }
summary { cursor: pointer; padding-block: .6rem; font-weight: 600 }
"""


def invoice_page(invoice: Thing, state: str, lang: str, failed: str = "", typed: str = "") -> str:
    """`state` as the wire says it; `failed` what the bank said of the last try."""
    said = WORDS[lang]
    if state != "initiated":
        told = said["paid"] if state in ("paid", "refunded") else said["over"]
        body = f"<h1>{told}</h1>{_sum(invoice, said)}{_back(invoice, said)}"
        return _page(said["title"], body, lang, f"/invoices/{invoice['id']}")
    form = f"""
<form method="post" action="/invoices/{invoice["id"]}/card?lang={lang}">
<label>{said["number"]}<input name="number" inputmode="numeric" autocomplete="cc-number" dir="ltr"
 required maxlength="23" placeholder="4201 3201 1111 1010" value="{escape(typed)}"></label>
<label>{said["name"]}<input name="name" autocomplete="cc-name" dir="auto" maxlength="60"></label>
<div class="three">
<label>{said["month"]}<input name="month" inputmode="numeric" autocomplete="cc-exp-month" dir="ltr"
 maxlength="2" placeholder="12"></label>
<label>{said["year"]}<input name="year" inputmode="numeric" autocomplete="cc-exp-year" dir="ltr"
 maxlength="4" placeholder="30"></label>
<label>{said["cvc"]}<input name="cvc" inputmode="numeric" autocomplete="cc-csc" dir="ltr"
 maxlength="4" placeholder="123"></label></div>
<button>{said["pay"]} {_amount(invoice)}</button></form>"""
    trouble = f'<p class="bad" role="alert">{said["failed"]}: {_reason(failed, lang)}</p>'
    body = (
        f'<h1>{said["title"]}</h1>{_sum(invoice, said)}<p class="trial">{said["trial"]}</p>'
        f"{trouble if failed else ''}{form}{_cards(said, lang)}{_back(invoice, said)}"
    )
    return _page(said["title"], body, lang, f"/invoices/{invoice['id']}")


def bank_page(payment: Thing, lang: str) -> str:
    """3-D Secure, as a bank would ask."""
    said = WORDS[lang]
    body = f"""<h1>{said["bank"]}</h1><p>{said["bank_asks"]}</p>
<div class="sum"><span class="quiet">{said["card"]}
<code>{escape(payment["source"]["number"])}</code></span><b>{_amount(payment)}</b></div>
<form method="post" action="/secure/{payment["id"]}?lang={lang}"><div class="pair">
<button name="answer" value="confirm">{said["confirm"]}</button>
<button class="plain" name="answer" value="decline">{said["decline"]}</button></div></form>"""
    return _page(said["bank"], body, lang, f"/secure/{payment['id']}")


def wrong_number(lang: str) -> str:
    return WORDS[lang]["wrong"]


def _page(title: str, body: str, lang: str, path: str) -> str:
    other = "en" if lang == "ar" else "ar"
    turn = "rtl" if lang == "ar" else "ltr"
    return f"""<!doctype html><html lang="{lang}" dir="{turn}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>
<link rel="stylesheet" href="/style.css"></head><body><main><header><b>✦ Moyasar
<span class="quiet">simulator</span></b><a href="{path}?lang={other}" lang="{other}">
{WORDS[lang]["other"]}</a></header><section class="sheet">{body}</section></main></body></html>"""


def _sum(invoice: Thing, said: dict[str, str]) -> str:
    return (
        f'<div class="sum"><span class="quiet">{said["to_pay"]}</span>'
        f"<b>{_amount(invoice)}</b></div>"
        f'<p class="quiet"><bdi>{escape(invoice["description"])}</bdi></p>'
    )


def _back(invoice: Thing, said: dict[str, str]) -> str:
    address = invoice.get("back_url")
    return f'<a class="back" href="{escape(address)}">{said["back"]}</a>' if address else ""


def _amount(thing: dict[str, Any]) -> str:
    decimals = DECIMALS.get(thing["currency"], 2)
    shown = f"{thing['amount'] / 10**decimals:,.{decimals}f}"
    return f'<bdi dir="ltr">{shown} {escape(thing["currency"])}</bdi>'


def _cards(said: dict[str, str], lang: str) -> str:
    rows = ""
    for number, outcome in OUTCOMES.items():
        works = outcome is APPROVED
        told = said["works"] if works else _reason(outcome.message, lang)
        shown = " ".join(number[at : at + 4] for at in range(0, 16, 4))
        mark = ' class="yes"' if works else ""
        rows += f"<tr><td><code>{shown}</code></td><td{mark}>{told}</td></tr>"
    return f"<details open><summary>{said['cards']}</summary><table>{rows}</table></details>"


def _reason(message: str, lang: str) -> str:
    if lang == "en":
        return escape(message.capitalize())
    if message in REASONS_AR:
        return REASONS_AR[message]
    if "3-D" in message or "3DS" in message:
        return "لم تُؤكَّد العملية لدى البنك"
    return "رُفضت البطاقة" if "DECLINED" in message else escape(message)
