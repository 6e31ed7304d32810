"""Paper, ink, gifts: what stands on a desk or a shelf."""
