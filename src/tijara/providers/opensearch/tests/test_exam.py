import pytest

from tijara.domains.search.testing import SearchEngineExam


class TestExam(SearchEngineExam):
    """Against the simulator, with the fixtures of conftest."""


class TestRealExam(SearchEngineExam):
    """Against a real one, by its address; what was written is seen after its refresh."""

    @pytest.fixture
    def engine(self, real):
        return real

    @pytest.fixture
    def seen(self, real):
        return real.refresh
