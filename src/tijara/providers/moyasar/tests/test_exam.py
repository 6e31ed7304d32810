from tijara.domains.payments.testing import GatewayExam


class TestExam(GatewayExam):
    """With the fixtures of conftest."""
