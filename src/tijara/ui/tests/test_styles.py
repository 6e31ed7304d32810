"""Style sheets and scripts keep their meaning when they are pressed."""

from tijara.ui.setup.scripts import lighter
from tijara.ui.setup.styles import BUNDLES, joined, minified


def test_strings_and_the_spaces_that_matter_stay():
    css = ".a :is(b, c) {\n  /* gone */\n  content: 'x  ;  y';\n  margin: 0 auto;\n}\n"
    assert minified(css) == ".a :is(b,c){content:'x  ;  y';margin:0 auto}\n"


def test_calculations_keep_their_signs_apart():
    assert "calc(1rem + 2px)" in minified(".a { width: calc(1rem + 2px); }")


def test_the_order_of_layers_is_said_first():
    for components in BUNDLES.values():
        css = minified(joined(components))
        assert css.startswith("@layer tokens,base,layout,components,pages,utilities;")


def test_scripts_lose_only_what_readers_of_the_source_need():
    script = "// why\nfor (;;) {\n  // more\n  go('// not this');\n}\n"
    assert lighter(script) == "for (;;) {\ngo('// not this');\n}\n"
