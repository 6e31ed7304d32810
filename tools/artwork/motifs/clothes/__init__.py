"""What is worn and carried: on hangers, folded, in pairs."""
