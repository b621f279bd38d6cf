"""Who someone is: passkeys, device keys, sessions that lock and end, and the proof on every request.

The wire protocol stands in docs/developer/sign-in.md, the reasons in docs/decisions/0010.
"""
