"""The look: tokens, components, icons, base pages, and what every page must pass."""
