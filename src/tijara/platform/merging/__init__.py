"""What many ask for at the same time, asked once: the merging desk."""
