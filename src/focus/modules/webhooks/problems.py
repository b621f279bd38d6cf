"""What may be refused about outgoing messages."""

from __future__ import annotations

from focus.core.errors import NotFound, Problem


class ReceiverUnknown(NotFound):
    """No such receiver, or it has ended."""

    code = "webhooks.receiver_unknown"


class DeliveryUnknown(NotFound):
    """No such message among those that were given up."""

    code = "webhooks.delivery_unknown"


class KindUnknown(Problem):
    """No module here tells of this; `params.kind`."""

    code = "webhooks.kind_unknown"
    status = 422


class AddressNotAllowed(Problem):
    """It is no address by https, or lies in a private network that the operator does not list."""

    code = "webhooks.address_not_allowed"
    status = 422


class TooManyReceivers(Problem):
    """An organisation has at most `params.most`."""

    code = "webhooks.too_many_receivers"
    status = 422
