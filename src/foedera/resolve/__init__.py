"""The same agreement, person, organisation or state across documents."""

from foedera.resolve.resolver import resolve

__all__ = ["resolve"]
