"""A page for people that stands alone in one file: the house's colours and type, none fetched."""

from html import escape
from pathlib import Path

import tijara.ui

TOKENS = Path(tijara.ui.__path__[0]) / "static" / "ui" / "css" / "tokens.css"
STYLE = """
body{margin:0;background:var(--paper);color:var(--ink);
font:var(--normal) var(--t-md)/1.7 var(--text)}
main{max-width:60rem;margin-inline:auto;padding:var(--s6) var(--gutter)}
header.top,.tongues{background:var(--band);color:var(--on-band);
padding-inline:max(var(--gutter),calc(50% - 30rem + var(--gutter)))}
header.top{padding-block:var(--s3) var(--s6)}
header.top p{margin:0;color:var(--on-band-2)}
h1,h2{font-family:var(--display);font-weight:var(--bold);line-height:var(--leading-tight);margin:0}
h1{font-size:var(--t-3xl)}h2{font-size:var(--t-xl)}p{max-width:var(--measure);margin-block:var(--s2)}
section{background:var(--surface);border:1px solid var(--line);border-radius:var(--r-lg);
padding:var(--s5);margin-block:var(--s5)}
.quiet{color:var(--ink-2);font-size:var(--t-sm)}
.firsts{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:var(--s4);
margin-block:var(--s5)}
.firsts div{background:var(--surface);border:1px solid var(--line);border-radius:var(--r-lg);
padding:var(--s4)}
.firsts b{display:block;font-size:var(--t-2xl);font-weight:var(--bold);line-height:1.4}
.wide{overflow-x:auto}
table{border-collapse:collapse;inline-size:100%;font-size:var(--t-sm);margin-block:var(--s3)}
td,th{padding:var(--s2) var(--s3);text-align:end;border-block-end:1px solid var(--line)}
th{color:var(--ink-2);font-weight:var(--medium)}
td:first-child,th:first-child{text-align:start}
td{font-variant-numeric:tabular-nums}
.good{color:var(--good)}.bad{color:var(--bad);font-weight:var(--bold)}
svg{inline-size:100%;block-size:auto;display:block;margin-block:var(--s4);font-size:13px}
svg text{fill:var(--ink)}svg .figure{font-weight:600;font-variant-numeric:tabular-nums}
.tongues{display:flex;gap:var(--s2);justify-content:end;padding-block-start:var(--s4)}
.tongues label{border:1px solid var(--on-band-2);cursor:pointer;
border-radius:var(--r-full);padding:var(--s1) var(--s4)}
.tongues input{position:absolute;opacity:0}
.tongues label:has(:checked){background:var(--on-band);color:var(--band)}
.tongues label:has(:focus-visible){outline:3px solid var(--gold);outline-offset:2px}
body:has(#tongue-ar:checked) [lang=en].whole,body:has(#tongue-en:checked) [lang=ar].whole{
display:none}
@media print{section{break-inside:avoid}}
"""


def sheet(title: str, inside: str, language: str = "en") -> str:
    way = "rtl" if language == "ar" else "ltr"
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{way}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{TOKENS.read_text(encoding='utf-8')}{STYLE}</style>"
        f"<body>{inside}</body></html>\n"
    )
