"""What each `make` of the rules builds: from the words that matched, and the context, to a meaning."""

from foedera.times.makers import calendar, clock, intervals, lengths, pointers, portions
from foedera.times.makers.registry import MAKERS, interpret

__all__ = ["MAKERS", "calendar", "clock", "interpret", "intervals", "lengths", "pointers", "portions"]
