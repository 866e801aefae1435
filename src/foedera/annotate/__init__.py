"""The language pipeline and the layers of spans over a document."""

from foedera.annotate.language import installed_language, language_name, load_language, parse
from foedera.annotate.layers import Layers

__all__ = ["Layers", "installed_language", "language_name", "load_language", "parse"]
