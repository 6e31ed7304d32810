"""What can be done with reviews."""

from .answer_review import AnswerInvalid, answer_review
from .ask_for_reviews import ask_for_reviews
from .count_stars import count_stars
from .forget_author import forget_author
from .forget_reports import forget_reports
from .forget_votes import forget_votes
from .mark_helpful import OnlyMembers, OwnGoods, OwnReview, mark_helpful
from .plan_invitation import plan_invitation
from .report_review import ReportInvalid, report_review
from .settle_reports import settle_reports
from .show_review import show_review
from .silence_letters import silence_letters
from .take_down_review import ReasonMissing, take_down_review
from .withdraw_review import NoSuchReview, withdraw_review
from .write_review import NotReceived, ReviewInvalid, write_review

__all__ = [
    "AnswerInvalid",
    "NoSuchReview",
    "NotReceived",
    "OnlyMembers",
    "OwnGoods",
    "OwnReview",
    "ReasonMissing",
    "ReportInvalid",
    "ReviewInvalid",
    "answer_review",
    "ask_for_reviews",
    "count_stars",
    "forget_author",
    "forget_reports",
    "forget_votes",
    "mark_helpful",
    "plan_invitation",
    "report_review",
    "settle_reports",
    "show_review",
    "silence_letters",
    "take_down_review",
    "withdraw_review",
    "write_review",
]
