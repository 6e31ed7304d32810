"""The life of a report about a product."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import Move, Process, Rest

from .shapes import CaseState as S

STAFF = "staff"

CASE = proved(
    Process(
        name="cases.case",
        version=1,
        actors=(STAFF,),
        start=S.OPEN,
        ends=(S.UPHELD, S.DISMISSED),
        rests=(Rest(S.OPEN, STAFF),),
        moves=(
            Move("uphold", (S.OPEN,), S.UPHELD, (STAFF,), guards=("product_is_barred",)),
            Move("dismiss", (S.OPEN,), S.DISMISSED, (STAFF,)),
        ),
    )
)
