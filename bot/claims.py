"""One claim of a reply: the words that a reader pointed at, with what they rest on."""

from dataclasses import replace

from bot.domain import Mark, Reply


def narrowed(reply: Reply, words: str) -> Reply:
    """The reply with the citations of one claim only.

    Words of the answer belong to the next mark behind them, words of a cited sentence to its
    citation.  All citations stay when the words stand nowhere.
    """
    numbers = _behind(reply, words) or {
        citation.number
        for citation in reply.citations
        if " ".join(words.split()) in " ".join(citation.sentence.text.split())
    }
    kept = tuple(citation for citation in reply.citations if citation.number in numbers)
    return replace(reply, citations=kept) if kept else reply


def _behind(reply: Reply, words: str) -> set[int]:
    """The marks inside the words and right behind them."""
    start = reply.text.find(words.strip())
    if start < 0 or not words.strip():
        return set()
    end, at = start + len(words.strip()), 0
    found: set[int] = set()
    open_, adding = False, False  # words wait for their mark; the part before was such a mark
    for part in reply.parts:
        covered = at < end and at + len(part.text) > start
        if isinstance(part, Mark):
            adding = covered or open_ or adding
            if adding:
                found.add(part.number)
                open_ = False
        else:
            adding = False
            open_ = open_ or (covered and any(map(str.isalnum, part.text)))
        at += len(part.text)
        if at >= end and not (open_ or adding):
            break
    return found
