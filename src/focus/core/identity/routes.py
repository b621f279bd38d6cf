"""The hand-written routes: everything around a session that is neither action nor view."""

from __future__ import annotations

from focus.core.gate import Call, Reply
from focus.core.identity import (
    changing,
    demo,
    enrolment,
    issuing,
    locking,
    signing_in,
    signing_in_oidc,
    wire,
)
from focus.core.identity.identity import Identity, identity_of
from focus.core.identity.problems import TooManySteps
from focus.core.identity.settings import IdentityOperator
from focus.core.registry import Route


def _in_pace(call: Call) -> Identity:
    """The identity, for who may not have come too often; nobody is known yet. Raises TooManySteps."""
    identity = identity_of(call.platform)
    most = call.platform.operator(IdentityOperator).sign_ins_a_minute
    if wait := identity.pace.count(call.client, most):
        raise TooManySteps(params={"retry_after": wait})
    return identity


async def enrol_begin(call: Call) -> wire.EnrolOptions:
    """Begin to enrol this device with a supervisor's code."""
    return await enrolment.begin(_in_pace(call), call.body)


async def enrol_finish(call: Call) -> wire.Enrolled:
    """Enrol this device: its key and its passkey."""
    return await enrolment.finish(_in_pace(call), call.body)


async def sign_in_begin(call: Call) -> wire.Options:
    """Begin to sign in with a passkey."""
    return await signing_in.begin(_in_pace(call))


async def sign_in_finish(call: Call) -> wire.Opened | wire.Choice:
    """Sign in with a passkey and this device's key."""
    return await signing_in.finish(_in_pace(call), call.body)


async def sign_in_choose(call: Call) -> wire.Opened:
    """Sign in to one of several posts."""
    return await signing_in.choose(_in_pace(call), call.body)


async def oidc_begin(call: Call) -> wire.OidcRedirect:
    """Begin to sign in through the organisation's identity provider."""
    return await signing_in_oidc.begin(_in_pace(call), call.body)


async def oidc_finish(call: Call) -> wire.Opened | wire.Choice:
    """Sign in with what the identity provider answered and this device's key."""
    return await signing_in_oidc.finish(_in_pace(call), call.body)


async def unlock_begin(call: Call) -> wire.Options:
    """Begin to unlock the session."""
    return await locking.begin(_in_pace(call), "unlock", call.headers)


async def unlock_finish(call: Call) -> wire.Unlocked:
    """Unlock the session with a fresh user verification."""
    return await locking.unlock(_in_pace(call), call.body, call.headers)


async def agree(call: Call) -> wire.ServerProof:
    """Agree on a new proof key for the session."""
    return await locking.agree_key(_in_pace(call), call.body, call.headers)


async def step_up_begin(call: Call) -> wire.Options:
    """Begin to verify the person again."""
    return await locking.begin(_in_pace(call), "step-up", call.headers)


async def step_up_finish(call: Call) -> wire.SteppedUp:
    """Verify the person again, for what asks for it."""
    return await locking.step_up(identity_of(call.platform), call.body, call.headers)


async def change_post_begin(call: Call) -> wire.Challenge:
    """Begin to go over to another post of one's own."""
    return await changing.begin(identity_of(call.platform), call.headers)


async def change_post_finish(call: Call) -> wire.PostChanged:
    """Go over to another post of one's own, without a new verification."""
    return await changing.finish(identity_of(call.platform), call.body, call.headers)


async def sign_out(call: Call) -> Reply:
    """End the session."""
    await locking.sign_out(identity_of(call.platform), call.who)
    return Reply(content=b"", status=204, headers={"Clear-Site-Data": '"cache"'})


async def demo_open(call: Call) -> Reply:
    """Let this browser continue as synthetic people: the address that is printed at start."""
    return demo.opened(call)


async def demo_people(call: Call) -> list[wire.DemoPerson]:
    """The synthetic people to continue as."""
    demo.only_here(call)
    return await demo.people(identity_of(call.platform))


async def demo_begin(call: Call) -> wire.Challenge:
    """Begin to continue as a synthetic person."""
    demo.only_here(call)
    return await demo.begin(identity_of(call.platform))


async def demo_sign_in(call: Call) -> wire.Opened | wire.Choice:
    """Continue as a synthetic person."""
    demo.only_here(call)
    return await demo.sign_in(identity_of(call.platform), call.body)


async def demo_verify(call: Call) -> wire.Unlocked:
    """Unlock and step up, in a demo session."""
    demo.only_here(call)
    return await demo.verify(identity_of(call.platform), call.body, call)


_OPENED = wire.Opened | wire.Choice

routes = (
    issuing.ISSUE,
    Route(
        "POST",
        "/api/identity/enrol/begin",
        enrol_begin,
        public=True,
        body=wire.EnrolBegin,
        answer=wire.EnrolOptions,
    ),
    Route(
        "POST",
        "/api/identity/enrol/finish",
        enrol_finish,
        public=True,
        body=wire.EnrolFinish,
        answer=wire.Enrolled,
    ),
    Route(
        "POST",
        "/api/identity/sign-in/begin",
        sign_in_begin,
        public=True,
        body=wire.Nothing,
        answer=wire.Options,
    ),
    Route(
        "POST",
        "/api/identity/sign-in/finish",
        sign_in_finish,
        public=True,
        body=wire.SignInFinish,
        answer=_OPENED,
    ),
    Route(
        "POST",
        "/api/identity/sign-in/choose",
        sign_in_choose,
        public=True,
        body=wire.Choose,
        answer=wire.Opened,
    ),
    Route(
        "POST",
        "/api/identity/oidc/begin",
        oidc_begin,
        public=True,
        body=wire.OidcBegin,
        answer=wire.OidcRedirect,
    ),
    Route(
        "POST", "/api/identity/oidc/finish", oidc_finish, public=True, body=wire.OidcFinish, answer=_OPENED
    ),
    Route(
        "POST",
        "/api/identity/unlock/begin",
        unlock_begin,
        while_locked=True,
        body=wire.Nothing,
        answer=wire.Options,
    ),
    Route(
        "POST",
        "/api/identity/unlock/finish",
        unlock_finish,
        while_locked=True,
        body=wire.UnlockFinish,
        answer=wire.Unlocked,
    ),
    Route("POST", "/api/identity/agree", agree, body=wire.AgreeFinish, answer=wire.ServerProof),
    Route("POST", "/api/identity/step-up/begin", step_up_begin, body=wire.Nothing, answer=wire.Options),
    Route(
        "POST",
        "/api/identity/step-up/finish",
        step_up_finish,
        body=wire.StepUpFinish,
        answer=wire.SteppedUp,
    ),
    Route(
        "POST",
        "/api/identity/change-post/begin",
        change_post_begin,
        body=wire.Nothing,
        answer=wire.Challenge,
    ),
    Route(
        "POST",
        "/api/identity/change-post/finish",
        change_post_finish,
        body=wire.Choose,
        answer=wire.PostChanged,
    ),
    Route("POST", "/api/identity/sign-out", sign_out, while_locked=True, body=wire.Nothing, status=204),
    Route("GET", demo.OPEN, demo_open, public=True, only_demo=True, status=303),
    Route(
        "GET",
        "/api/demo/people",
        demo_people,
        public=True,
        only_demo=True,
        answer=list[wire.DemoPerson],
    ),
    Route(
        "POST",
        "/api/demo/begin",
        demo_begin,
        public=True,
        only_demo=True,
        body=wire.Nothing,
        answer=wire.Challenge,
    ),
    Route(
        "POST",
        "/api/demo/sign-in",
        demo_sign_in,
        public=True,
        only_demo=True,
        body=wire.DemoSignIn,
        answer=_OPENED,
    ),
    Route(
        "POST",
        "/api/demo/verify",
        demo_verify,
        while_locked=True,
        only_demo=True,
        body=wire.DemoVerify,
        answer=wire.Unlocked,
    ),
)
