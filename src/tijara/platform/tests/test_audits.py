"""Proofs are stated by the domains, and each is run."""

import pytest

from tijara.platform import audits
from tijara.platform.audits import Findings, proof, run_proofs


@pytest.fixture
def own_proofs(monkeypatch):
    monkeypatch.setattr(audits, "_proofs", {})


@pytest.mark.usefixtures("own_proofs")
class TestProofs:
    def test_one_that_finds_nothing_holds(self):
        @proof("bells ring")
        def bells_proof() -> Findings:
            return Findings(3, [])

        [result] = run_proofs()
        assert (result.code, result.name) == ("tests.bells_proof", "bells ring")
        assert (result.checked, result.holds) == (3, True)

    def test_one_that_finds_faults_says_them_and_the_others_still_run(self):
        @proof("lamps burn")
        def lamps_proof() -> Findings:
            return Findings(2, ["lamp 1 is dark"])

        @proof("bells ring")
        def bells_proof() -> Findings:
            return Findings(0, [])

        results = {result.code: result for result in run_proofs()}
        assert results["tests.lamps_proof"].faults == ["lamp 1 is dark"]
        assert not results["tests.lamps_proof"].holds
        assert results["tests.bells_proof"].holds

    def test_one_that_breaks_is_a_fault_and_no_end_of_the_others(self):
        @proof("doors open")
        def doors_proof() -> Findings:
            raise ZeroDivisionError

        @proof("windows shut")
        def windows_proof() -> Findings:
            return Findings(2, [])

        results = {result.code: result for result in run_proofs()}
        assert results["tests.doors_proof"].faults == ["it broke: ZeroDivisionError"]
        assert results["tests.windows_proof"].holds


@pytest.mark.django_db
def test_everything_that_must_be_true_has_its_proof_and_holds_of_nothing():
    results = {result.code.split(".")[0]: result for result in run_proofs()}
    assert {"inventory", "ledger", "orders", "fulfilment", "outbox"} <= set(results)
    assert all(result.holds for result in results.values())
