from tijara.domains.invoicing.testing import AuthorityExam


class TestExam(AuthorityExam):
    pass
