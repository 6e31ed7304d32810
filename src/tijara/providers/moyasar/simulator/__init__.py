"""A gateway to try with: Moyasar's documented wire over real HTTP, with no bank behind it.

`python -m tijara.providers.moyasar.simulator --port …` is a process of a demonstration's family;
tests start `Simulator` in a thread. It knows nothing of the house: what it knows of us is the
address of our hook. Faults are ordered at `POST /simulator/faults`.
"""
