"""Every way to go on with a debt, side by side: what it nets, when, at what cost, and what would have to be true."""

from kit.options.compare import compare
from kit.options.even import telling
from kit.options.result import Comparison, Even, Lead, Range, Used, Way

__all__ = ["Comparison", "Even", "Lead", "Range", "Used", "Way", "compare", "telling"]
