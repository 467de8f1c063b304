"""A file's text, or why it has none."""

import stat
from pathlib import Path

from bot.corpus.refusal import ArticleError

LARGEST_FILE = 2_000_000  # bytes; the longest novels are smaller, a news story a thousandth of it
AS_TEXT = "save the story's text as plain text (.txt, UTF-8)"
SIGNATURES = {
    b"PK\x03\x04": "a zip archive or an office document",
    b"%PDF-": "a PDF",
    b"{\\rtf": "an RTF document",
    b"\xd0\xcf\x11\xe0": "an old office document",
    b"\x1f\x8b": "a gzip archive",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
}
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
HTML_OPENINGS = (b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<div", b"<p>")
CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"


def read_text(path: Path) -> str:
    """The text of a file, as `decode` gives it.  Raises ArticleError."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise ArticleError("is not an ordinary file; remove it from the corpus.")
        refuse_large(about.st_size)
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ArticleError(
            f"cannot be read ({reason}); check that it is there, and its permissions."
        ) from error
    return decode(raw)


def decode(raw: bytes) -> str:
    """What `open(path, encoding="utf-8").read()` gives: line ends are "\\n" only.

    A byte order mark stays as the first character, so that offsets agree.  Raises ArticleError.
    """
    refuse_large(len(raw))
    _refuse_other_formats(raw)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ArticleError(
            f"byte {error.start + 1} of the file (0x{raw[error.start]:02X}) is not UTF-8; "
            "save the file as UTF-8.",
            line=_line_of_byte(raw, error.start),
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def refuse_large(size: int) -> None:
    """Raises ArticleError for more bytes than an article may have."""
    if size > LARGEST_FILE:
        raise ArticleError(
            f"is too large ({size / 1e6:.1f} MB, limit 2 MB); keep one story in a file."
        )


def _refuse_other_formats(raw: bytes) -> None:
    """Raises ArticleError for what is known not to be UTF-8 text before decoding it."""
    if raw.startswith(UTF_16_MARKS):
        raise ArticleError("is UTF-16; save it as UTF-8.")
    for signature, name in SIGNATURES.items():
        if raw.startswith(signature):
            raise ArticleError(f"is {name}; {AS_TEXT}.")
    if raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:20].lower().startswith(HTML_OPENINGS):
        raise ArticleError(f"is a web page (HTML); {AS_TEXT}.")
    nul = raw.find(b"\0")
    if nul >= 0:
        raise ArticleError(
            f"byte {nul + 1} of the file is NUL, which no text holds; {AS_TEXT}.",
            line=_line_of_byte(raw, nul),
        )
    if sum(raw.count(control) for control in CONTROLS) > len(raw) / 100:
        raise ArticleError(f"looks like binary data; {AS_TEXT}.")


def _line_of_byte(raw: bytes, offset: int) -> int:
    before = raw[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return before.count(b"\n") + 1
