"""The life of a review."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import Move, Process, Rest

from .shapes import ReviewState as S

BUYER, STAFF = "buyer", "staff"
STANDS = (S.SHOWN, S.WAITING, S.HIDDEN)

REVIEW = proved(
    Process(
        name="reviews.review",
        version=1,
        actors=(BUYER, STAFF),
        start=S.SHOWN,
        starts=(S.WAITING,),
        ends=(S.WITHDRAWN,),
        rests=(Rest(S.SHOWN), Rest(S.WAITING, STAFF), Rest(S.HIDDEN)),
        moves=(
            Move("change", STANDS, S.SHOWN, (BUYER,)),
            Move("change_for_staff", STANDS, S.WAITING, (BUYER,)),
            Move("show", STANDS, S.SHOWN, (STAFF,)),
            Move("take_down", STANDS, S.HIDDEN, (STAFF,)),
            Move("withdraw", STANDS, S.WITHDRAWN, (BUYER,)),
        ),
    )
)
"""One that was withdrawn may be written anew."""
