"""The living gallery: every component, in both directions and themes, from its own template."""
