"""Egypt's documents judged: the authority's published vectors, and our own documents against its
documented rules. It publishes no validator to run at home.

Loaded by its entry point only, by `tijara eval invoices`.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from tijara.domains.invoicing.shapes import ChainPlace, Judged
from tijara.kit.clock import now
from tijara.kit.en16931 import (
    Category,
    PaperKind,
    Place,
    SemanticInvoice,
    Trader,
    broken_rules,
)
from tijara.kit.en16931.samples import Occasion, Part, odd_amounts, paper

from .authority import EtaAuthority, EtaSettings
from .canonical import canonical, identity, read
from .simulator.checks import document_errors, receipt_errors
from .simulator.seals import seal_of_trial

VECTORS = "vectors/official_vectors.json"
RATE, ODD = 1400, 40
PLACE = Place("EG", "شارع عباس العقاد", "42", "", "", "مدينة نصر", "القاهرة", "11765")
SELLER = Trader("شركة بازار القاهرة", PLACE, "674859545")
BUYER = Trader("شركة النيل للتجارة", PLACE, "100324932")
KEYS = {"branch": "0", "activity": "4772", "device": "POS-1"}
TAKEN = f"{1:026d}"
SPACE = UUID(int=818)
BARCODE = "6221155012340"


class EtaJudge:
    needs = (VECTORS,)

    def judge(self, folder: Path) -> list[Judged]:
        told = json.loads((folder / VECTORS).read_text(encoding="utf-8"))["eta_canonical"]["cases"]
        unlike = [one["out"][:40] for one in told if canonical(_given(one)) != one["out"]]
        ours = dict(documents())
        return [
            Judged("ETA canonical forms", len(told) - len(unlike), len(told), unlike),
            Judged(
                "ETA documents of ours that pass",
                sum(not wrong for wrong in ours.values()),
                len(ours),
                [f"{name}: {wrong}" for name, wrong in ours.items() if wrong],
            ),
        ]


def _given(case: dict) -> dict:
    return read(case.get("in_json_text") or json.dumps(case["in"]))


def documents() -> Iterator[tuple[str, list[str]]]:
    """(name, what is wrong) of receipts and of documents to companies."""
    authority = EtaAuthority(EtaSettings(signer_address="http://127.0.0.1/"))
    before, known = "", {TAKEN: ()}
    for name, told in papers():
        if broken := broken_rules(told) + authority.faults(told):
            raise ValueError(f"{name} breaks {broken}")
        made = authority.compose(told, KEYS, ChainPlace(1, before))
        written = read(made.document)
        if told.is_simplified:
            wrong = list(receipt_errors(written, {before: ()}))
            hashed = identity({**written, "header": {**written["header"], "uuid": ""}})
            wrong += [] if hashed == made.hash else [{"message": "its identity is another"}]
            before = made.hash
        else:
            value = seal_of_trial().sign(canonical(written))
            signed = {**written, "signatures": [{"signatureType": "I", "value": value}]}
            wrong = list(document_errors(signed, known))
        yield name, [one["message"] for one in wrong]


def papers() -> Iterator[tuple[str, SemanticInvoice]]:
    standard, beside = (11_400, Category.STANDARD, RATE), (2_280, Category.STANDARD, RATE)
    mixes: dict[str, tuple[list[Part], list[Part], tuple[int, ...]]] = {
        "one rate": ([standard], [], ()),
        "delivery": ([standard, standard], [beside], ()),
        "exempt": ([(5_000, Category.EXEMPT, 0)], [], ()),
        "mixed": ([standard, (5_000, Category.ZERO, 0)], [beside], ()),
        "export": ([(5_000, Category.EXPORT, 0)], [(900, Category.EXPORT, 0)], ()),
        "tenth off": ([standard, beside], [], (1_000, 200)),
        "odd off": ([standard, beside], [], (333,)),
    }
    mixes |= {f"odd {at}": (goods, [], ()) for at, goods in enumerate(odd_amounts(ODD, RATE))}
    for mix, (goods, sides, off) in mixes.items():
        for kind in PaperKind:
            for is_simplified in (True, False):
                name = f"{kind} {'receipt' if is_simplified else 'to a company'} {mix}"
                made = paper(kind, _occasion(name, is_simplified=is_simplified), goods, sides, off)
                if made.preceding:
                    mark = "ab" * 32 if is_simplified else TAKEN
                    made = replace(made, preceding=replace(made.preceding, mark=mark))
                yield name, _coded(made)


def _coded(made: SemanticInvoice) -> SemanticInvoice:
    """Goods under their own codes, the second with a barcode."""
    lines = [
        replace(line, code=f"{place:015X}", gtin=BARCODE if place == 1 else "")
        for place, line in enumerate(made.lines)
    ]
    return replace(made, lines=tuple(lines))


def _occasion(name: str, *, is_simplified: bool) -> Occasion:
    return Occasion(
        seller=SELLER,
        buyer=Trader("", Place("EG")) if is_simplified else BUYER,
        moment=now().astimezone(ZoneInfo("Africa/Cairo")),
        currency="EGP",
        number=name.upper().replace(" ", "-"),
        uuid=uuid5(SPACE, name),
        is_simplified=is_simplified,
        reasons={
            Category.EXEMPT: ("EXEMPT", "Exempt"),
            Category.EXPORT: ("", "Export out of the country"),
        },
    )
