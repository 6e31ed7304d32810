"""What linters can't see, over the whole house, and each check on a tree with a planted fault."""

from functools import partial

import pytest
from django.apps import apps

from tools.checks import (
    actions,
    forms,
    ignores,
    lives,
    lookups,
    relations,
    rooms,
    sizes,
    table_reads,
    table_writes,
    templates,
    traces,
)
from tools.house import House

from .trees import make_tree

GUARDED = "@action(power=Power.BUY)\ndef {name}(*, actor, order_id):\n    pass\n"
TABLES = {"orders_order": "orders", "outbox_event": "outbox", "inventory_stock": "inventory"}
check_writes = partial(table_writes.faults, owner_of=TABLES)
HEIGHTS = {"orders": 2, "carts": 1, "inventory": 0}
check_reads = partial(table_reads.faults, owner_of=TABLES, heights=HEIGHTS)
check_lookups = partial(lookups.faults, relations={"offers": frozenset({"product"})})


def action_tree(text: str, name: str = "cancel_order", offered: str = "cancel_order") -> dict:
    return {
        f"domains/orders/actions/{name}.py": text,
        "domains/orders/actions/__init__.py": f'__all__ = ["{offered}"]\n',
    }


def lines_of(count: int, line: str = "x = 1\n") -> str:
    return line * count


PLANTED = {
    "a room that no domain has": (
        rooms.faults,
        {"domains/orders/pricing.py": ""},
        "no domain has such a room",
    ),
    "a folder of code that is no room": (
        rooms.faults,
        {"domains/orders/engine/run.py": ""},
        "no domain has such a room",
    ),
    "a domain without its page of words": (
        rooms.faults,
        {"domains/orders/apps.py": ""},
        "orders/README.md:1: every domain has one",
    ),
    "a page among a domain's templates": (
        rooms.faults,
        {"domains/orders/__init__.py": "", "domains/orders/templates/orders/page.html": ""},
        "no domain has such a room",
    ),
    "a junk drawer": (rooms.faults, {"faces/rest/utils.py": ""}, "says nothing"),
    "an action without a guard": (
        actions.faults,
        action_tree("def cancel_order(*, actor):\n    pass\n"),
        "nothing guards it",
    ),
    "a guard without a power": (
        actions.faults,
        action_tree("@action(atomic=True)\ndef cancel_order(*, actor):\n    pass\n"),
        "nothing guards it",
    ),
    "an action of another name": (
        actions.faults,
        action_tree(GUARDED.format(name="stop_order")),
        "has one public function",
    ),
    "two actions in one file": (
        actions.faults,
        action_tree(GUARDED.format(name="cancel_order") + GUARDED.format(name="stop_order")),
        "has one public function",
    ),
    "an action that is a noun": (
        actions.faults,
        action_tree(GUARDED.format(name="cancellation"), "cancellation", "cancellation"),
        "verb_noun",
    ),
    "an action that is not offered": (
        actions.faults,
        action_tree(GUARDED.format(name="cancel_order"), offered="other"),
        "does not offer",
    ),
    "an action without its actor": (
        actions.faults,
        action_tree("@action(power=Power.BUY)\ndef cancel_order(*, order_id):\n    pass\n"),
        "the actor comes first",
    ),
    "parameters by place": (
        actions.faults,
        action_tree("@action(power=Power.BUY)\ndef cancel_order(actor, order_id):\n    pass\n"),
        "given by name",
    ),
    "a state written by its name": (
        lives.faults,
        action_tree(GUARDED.format(name="cancel_order") + "    row.state, row.at = MyState.A, 1\n"),
        "make a move",
    ),
    "states written by their name": (
        lives.faults,
        action_tree(GUARDED.format(name="cancel_order") + "    rows.update(state=MyState.A)\n"),
        "make a move",
    ),
    "a long file": (sizes.faults, {"kit/long.py": lines_of(401)}, "401 lines"),
    "a long template": (
        sizes.faults,
        {"faces/rest/templates/long.html": lines_of(401, "<p>\n")},
        "401 lines",
    ),
    "a long function": (
        sizes.faults,
        {"kit/long.py": "def tell():\n" + lines_of(60, "    x = 1\n")},
        "tell has 61 lines",
    ),
    "a long class": (
        sizes.faults,
        {"kit/long.py": "class Tale:\n" + lines_of(200, "    x = 1\n")},
        "Tale has 201 lines",
    ),
    "a class of many methods": (
        sizes.faults,
        {"kit/long.py": "class Tale:\n" + "".join(f"    def m{n}(self): ...\n" for n in range(16))},
        "Tale has 16 methods",
    ),
    "an inline style": (
        templates.faults,
        {"faces/rest/templates/a.html": '<p\n style="color:red">'},
        "an inline style",
    ),
    "a style element": (
        templates.faults,
        {"faces/rest/templates/a.html": "<style>p{}</style>"},
        "a style element",
    ),
    "an inline script": (
        templates.faults,
        {"faces/rest/templates/a.html": '<script type="module">go()</script>'},
        "an inline script",
    ),
    "an inline handler": (
        templates.faults,
        {"faces/rest/templates/a.html": '<button class="x" onclick="go()">'},
        "an inline handler",
    ),
    "a script in a letter": (
        templates.faults,
        {"domains/orders/templates/orders/messages/a.html": '<p style="x"><script>go()</script>'},
        "an inline script",
    ),
    "text called safe in a template": (
        templates.faults,
        {"faces/rest/templates/a.html": "{{ name|safe }}"},
        "called safe",
    ),
    "text called safe in code": (
        templates.faults,
        {"faces/rest/page.py": "from django.utils import safestring\nsafestring.mark_safe(x)\n"},
        "only the ui",
    ),
    "a form that the browser checks by itself": (
        forms.faults,
        {"faces/rest/templates/a.html": '<p>\n<form method="post">{% field "a" b required=True %}'},
        "a.html:2: the browser would refuse it",
    ),
    "a form whose part the browser checks": (
        forms.faults,
        {
            "faces/rest/templates/rest/a.html": '<form{% if b %} id="b"{% endif %}>'
            '{% include "b.html" %}',
            "faces/rest/templates/b.html": "<input type='email' name='a'>",
        },
        "a.html:1: the browser would refuse it",
    ),
    "a noqa": (ignores.faults, {"kit/a.py": "x = 1  # noqa: E501\n"}, "noqa"),
    "a noqa of a whole file": (ignores.faults, {"kit/a.py": "# ruff: noqa\n"}, "noqa"),
    "a bare type: ignore": (ignores.faults, {"kit/a.py": "x = 1  # type: ignore\n"}, "its code"),
    "an ignore list": (
        ignores.faults,
        {"domains/ruff.toml": "[tool.ruff.lint]\nignore = ['E501']\n"},
        "lint.ignore switches",
    ),
    "an ignored import": (
        ignores.faults,
        {"x.toml": "[[tool.importlinter.contracts]]\nignore_imports = ['a -> b']\n"},
        "ignore_imports switches",
    ),
    "SQL that writes another domain's table": (
        check_writes,
        {"domains/carts/queries.py": 'SQL = """\n  UPDATE inventory_stock SET held = 0"""\n'},
        "2: writes inventory_stock, which is for inventory",
    ),
    "an SQL file that writes the outbox": (
        check_writes,
        {"domains/carts/actions/buy.sql": "SELECT 1;\ninsert into outbox_event VALUES (1);\n"},
        "2: writes outbox_event",
    ),
    "SQL that reads upwards": (
        check_reads,
        {"domains/inventory/queries.py": 'SQL = "SELECT 1 FROM a JOIN orders_order o ON true"\n'},
        "reads orders_order of orders, which is not below",
    ),
    "SQL in a page": (
        check_reads,
        {"faces/rest/page.py": 'SQL = "SELECT 1 FROM inventory_stock"\n'},
        "reads inventory_stock of inventory",
    ),
    "a lookup across domains": (
        check_lookups,
        {"domains/offers/queries.py": 'Offer.objects.filter(product__name_ar="x")\n'},
        "walks into another domain",
    ),
    "values across domains": (
        check_lookups,
        {"domains/offers/queries.py": 'Offer.objects.values_list("-product__name_ar")\n'},
        "walks into another domain",
    ),
    "a join across domains": (
        check_lookups,
        {"domains/offers/queries.py": 'Offer.objects.select_related("product")\n'},
        "walks into another domain",
    ),
    "a model by its name": (
        check_lookups,
        {"faces/rest/page.py": 'apps.get_model("orders.Order")\n'},
        "looked up by its name",
    ),
}


@pytest.mark.parametrize("check, files, message", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_caught(tmp_path, check, files, message):
    found = [str(fault) for fault in check(make_tree(tmp_path, files))]
    assert any(message in fault for fault in found), found


def test_a_sound_tree_has_no_faults(tmp_path):
    house = make_tree(
        tmp_path,
        action_tree(GUARDED.format(name="cancel_order"))
        | {
            "domains/orders/apps.py": "",
            "domains/orders/README.md": "",
            "domains/orders/tests/test_order.py": "",
            "domains/orders/queries.py": 'SQL = "SELECT 1 FROM orders_order FOR UPDATE"\n',
            "domains/orders/rules.py": 'SQL = "SELECT 1 FROM inventory_stock"\n',
            "domains/orders/models/order.py": "ROW = 'UPDATE orders_order SET state = 1'\n",
            "domains/orders/templates/orders/messages/placed.txt": "",
            "domains/orders/templates/orders/messages/placed.html": '<p style="margin:0">',
            "domains/orders/places/sa_cities.csv": "",
            "faces/rest/templates/a.html": '<script src="/static/a.js" type="module"></script>'
            '<script type="application/ld+json">{}</script><p class="style">one on = two</p>'
            '<form novalidate><input required></form><form><input type="search"></form>',
        },
    )
    checks = [rooms.faults, actions.faults, lives.faults, sizes.faults, templates.faults]
    checks += [forms.faults, ignores.faults, check_writes, check_reads, check_lookups]
    assert [str(fault) for check in checks for fault in check(house)] == []


class TestTheHouse:
    house = House()

    @pytest.mark.parametrize("room", [rooms, actions, lives, sizes, templates, forms, ignores])
    def test_keeps_its_rules(self, room):
        assert [str(fault) for fault in room.faults(self.house)] == []

    def test_writes_each_table_in_its_own_domain(self):
        owner_of = {model._meta.db_table: model._meta.app_label for model in apps.get_models()}
        assert [str(fault) for fault in table_writes.faults(self.house, owner_of)] == []

    def test_reads_only_downwards(self):
        owner_of = {model._meta.db_table: model._meta.app_label for model in apps.get_models()}
        heights = relations.storeys(self.house.root / "pyproject.toml")
        assert [str(fault) for fault in table_reads.faults(self.house, owner_of, heights)] == []

    def test_walks_into_no_other_domain(self):
        leading_out = relations.leading_out(apps.get_models())
        assert [str(fault) for fault in lookups.faults(self.house, leading_out)] == []

    def test_has_foreign_keys_that_point_down_only(self):
        heights = relations.storeys(self.house.root / "pyproject.toml")
        assert list(relations.faults(apps.get_models(), heights)) == []

    def test_knows_nothing_of_this_machine(self):
        machine = traces.traces_of_this_machine(self.house)
        assert [str(fault) for fault in traces.faults(self.house, machine)] == []
