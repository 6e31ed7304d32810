"""How the installation was over the last days: a beat every five minutes, a week of them."""
