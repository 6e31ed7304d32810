"""`…inside search_more SEED`: put more goods on sale, which the index has not heard of; says their
ids."""

import json
from itertools import islice

from tijara.faces.cli.terminal import say

from .finding import laid
from .search_goods import Goods

MORE = 1000


def run(seed: str) -> None:
    goods = [made.good for made in islice(Goods(MORE * 10, int(seed) + 1), MORE)]
    say(json.dumps([str(one) for one in laid(goods, is_indexed=False)]))
