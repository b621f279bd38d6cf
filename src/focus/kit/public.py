"""What the author of a case module imports beside the declaration's own words."""

from focus.kit.keeping.kinds import CaseModule
from focus.kit.running.declared import case_module

__all__ = ["CaseModule", "case_module"]
