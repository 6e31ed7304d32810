from .approve_transfer import TransferInvalid, TransferNotOpen, approve_transfer
from .cancel_charge import cancel_charge
from .check_attempt import check_attempt
from .check_charge import check_charge
from .check_due_attempts import check_due_attempts
from .drop_withdrawn_keys import drop_withdrawn_keys
from .expire_charges import expire_charges
from .forget_notices import forget_notices
from .forget_payer import forget_payer
from .keep_gateway import GatewayInvalid, keep_gateway
from .keep_notice import keep_notice
from .mark_refund_paid import mark_refund_paid
from .move_charge import move_charge
from .open_charge import open_charge
from .open_refund import MoreThanPaid, open_refund
from .pay_charge import pay_charge
from .pay_refunds import pay_refunds
from .process_notices import process_notices
from .record_refund import NothingToRecord, RefundInvalid, record_refund
from .reject_receipt import NoReceiptWaiting, reject_receipt
from .replay_notice import NotReplayable, replay_notice
from .reseal_gateways import reseal_gateways
from .settle_attempt import settle_attempt
from .start_attempt import AlreadyStarting, ChargeNotOpen, GatewayUnavailable, start_attempt
from .switch_charge import WayNotOffered, switch_charge
from .tell_of_charge import tell_of_charge
from .try_gateway import try_gateway
from .upload_receipt import NoTransferExpected, ReceiptWaiting, TooManyReceipts, upload_receipt
from .withdraw_gateway import NoKeysKept, withdraw_gateway

__all__ = [
    "forget_payer",
    "AlreadyStarting",
    "ChargeNotOpen",
    "GatewayInvalid",
    "GatewayUnavailable",
    "MoreThanPaid",
    "NoKeysKept",
    "NoReceiptWaiting",
    "NoTransferExpected",
    "NotReplayable",
    "NothingToRecord",
    "ReceiptWaiting",
    "RefundInvalid",
    "TooManyReceipts",
    "TransferInvalid",
    "TransferNotOpen",
    "WayNotOffered",
    "approve_transfer",
    "cancel_charge",
    "check_attempt",
    "check_charge",
    "check_due_attempts",
    "drop_withdrawn_keys",
    "expire_charges",
    "forget_notices",
    "keep_gateway",
    "keep_notice",
    "mark_refund_paid",
    "move_charge",
    "open_charge",
    "open_refund",
    "pay_charge",
    "pay_refunds",
    "process_notices",
    "record_refund",
    "reject_receipt",
    "replay_notice",
    "reseal_gateways",
    "settle_attempt",
    "start_attempt",
    "switch_charge",
    "tell_of_charge",
    "try_gateway",
    "upload_receipt",
    "withdraw_gateway",
]
