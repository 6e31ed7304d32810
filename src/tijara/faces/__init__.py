"""Where people and programs meet the house; no face knows another."""
