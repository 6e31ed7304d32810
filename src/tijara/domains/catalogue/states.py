"""The life of a picture that somebody has brought: it is made, or it is none."""

from tijara.platform.process.loading import proved
from tijara.platform.process.shapes import SYSTEM, Move, Process

from .shapes import PictureState as S

PICTURE = proved(
    Process(
        name="catalogue.picture",
        version=1,
        start=S.WAITING,
        starts=(S.READY,),
        ends=(S.READY, S.BROKEN),
        moves=(
            Move("make", (S.WAITING,), S.READY, (SYSTEM,)),
            Move("find_broken", (S.WAITING,), S.BROKEN, (SYSTEM,)),
        ),
    )
)
"""One of the house's own is there from the beginning."""
