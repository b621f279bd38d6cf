"""Every source over REST, entered by importing its file."""

from . import driving, economy, homes, justice, mobility, papers, people, sentences, signals, stolen, things
from .base import Register, registers

files = (driving, economy, homes, justice, mobility, papers, people, sentences, signals, stolen, things)

__all__ = ["Register", "files", "registers"]
