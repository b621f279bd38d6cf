"""What may be refused about waking a phone."""

from __future__ import annotations

from focus.core.errors import Problem


class ServiceUnknown(Problem):
    """The address belongs to no push service that the operator allows."""

    code = "push.service_unknown"
    status = 422


class SubscriptionBroken(Problem):
    """The browser's key or secret is none."""

    code = "push.subscription_broken"
    status = 422
