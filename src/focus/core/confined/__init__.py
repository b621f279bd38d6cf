"""A shut room: the process that reads what strangers made can reach nothing but the pipe that it was given.

`leave_network` and `shut` are called by the process itself, after its libraries are loaded; `command` and
`bare` start one; `possible` says which walls this machine allows. Nothing else of FOCUS is imported here.
"""

from focus.core.confined.closing import Limits, end_with_parent, leave_network, shut
from focus.core.confined.starting import bare, command, possible
from focus.core.confined.walls import Walls

__all__ = ["Limits", "Walls", "bare", "command", "end_with_parent", "leave_network", "possible", "shut"]
