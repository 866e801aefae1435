"""From the bytes of a plain-text file to its characters, and nothing else.

Offsets count in the decoded file, byte for byte: line ends are not translated and nothing is stripped. A UTF-8 byte
order mark stays in the text as U+FEFF, the character at offset 0; that of UTF-16 and UTF-32 belongs to the encoding.
"""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from foedera.errors import NotText

# The longer marks first: that of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CONTROL_SHARE = 0.002
_SAMPLE = 65536


def decode(data: bytes, path: str) -> tuple[str, str]:
    """The characters of a file and the name of its encoding.

    Raises:
        NotText: the file is binary, mixes UTF-8 with another encoding, or no encoding fits it.
    """
    encoding = _marked(data) or _wide(data)
    if encoding is None and b"\x00" in data:
        raise NotText(f"{path}: not text (it holds zero bytes); give a text, HTML, PDF or JSON Lines file")
    text, encoding = _as(data, encoding, path) if encoding else _narrow(data, path)
    if len(_CONTROL.findall(text[:_SAMPLE])) > _CONTROL_SHARE * min(len(text), _SAMPLE):
        raise NotText(f"{path}: not text (it holds control characters); give a text, HTML, PDF or JSON Lines file")
    return text, encoding


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: in English every other byte is zero, so at least four in five of the odd or even are."""
    sample = data[:2000]
    if len(data) % 2 or sample.count(0) * 5 < len(sample) * 2:
        return None
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"


def _as(data: bytes, encoding: str, path: str) -> tuple[str, str]:
    try:
        return data.decode(encoding), encoding
    except UnicodeDecodeError as error:
        raise NotText(
            f"{path}: not valid {encoding.upper()} at byte {error.start}; save the file as UTF-8 and try again"
        ) from None


def _narrow(data: bytes, path: str) -> tuple[str, str]:
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if _MULTIBYTE.search(data):
            raise NotText(
                f"{path}: not UTF-8 from byte {error.start} on, and UTF-8 before or after; "
                "if it is text, save the whole of it as UTF-8"
            ) from None
        first = error.start
    around = data[max(0, first - _SAMPLE // 2) : first + _SAMPLE // 2]
    guesses = from_bytes(around)
    best = guesses.best()
    # Where several encodings fit as well, English text is most often in that of Windows.
    names = {name for guess in guesses for name in (guess.encoding, *guess.could_be_from_charset)}
    if best is None:
        raise NotText(f"{path}: not text in any known encoding; give a text, HTML, PDF or JSON Lines file, in UTF-8")
    return _as(data, "cp1252" if "cp1252" in names else best.encoding, path)
