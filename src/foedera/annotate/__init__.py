"""The language pipeline and the layers of spans over a document."""

from foedera.annotate.language import language_name, load_language, parse
from foedera.annotate.layers import Layers

__all__ = ["Layers", "language_name", "load_language", "parse"]
