import pytest

from tijara.domains.messaging.testing import ChannelExam
from tijara.providers.demonstration_inbox import DemonstrationInbox, NoSettings


class TestExam(ChannelExam):
    @pytest.fixture
    def channel(self):
        return DemonstrationInbox(NoSettings())
