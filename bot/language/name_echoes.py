"""What a first reading of a text made of a word tells where the word comes again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from bot.language.english import plain

Key = tuple[str, ...]
_LONGEST = 6  # words of a name
_SURE = 0.85  # share of the places


class Echoes:
    """The names of a text, as `doc.ents` of its sentences have them, as clues for each of its words.

    No word hears itself: what it was taken for does not count.
    """

    def __init__(self, docs: Iterable[Doc]) -> None:
        self._words: dict[str, Counter[str]] = defaultdict(Counter)
        self._names: dict[Key, Counter[str]] = defaultdict(Counter)
        for doc in docs:
            for token in doc:
                if _is_capital(token.text):
                    self._words[plain(token.text)][token.ent_type_] += 1
            for entity in doc.ents:
                self._names[_key(doc, entity.start, entity.end)][entity.label_] += 1

    def clues(self, doc: Doc) -> list[list[str]]:
        """Of each word of one of the sentences."""
        clues = [[*self._of_word(token.text, token.ent_type_)] for token in doc]
        kinds = {(entity.start, entity.end): entity.label_ for entity in doc.ents}
        start = 0
        while start < len(doc):
            end, kind = self._name(doc, start, kinds)
            for place, clue in _of_name(doc, start, end, kind):
                clues[place].append(clue)
            start = max(end, start + 1)
        return clues

    def _of_word(self, text: str, own: str) -> Iterator[str]:
        met = self._words.get(plain(text))
        if met is None:
            return
        others = met - Counter([own]) if _is_capital(text) else met
        total = others.total()
        if total:
            [(kind, often)] = others.most_common(1)
            yield f"elsewhere {kind or 'no name'}"
            yield f"elsewhere {kind or 'no name'} {'sure' if often > _SURE * total else 'likely'}"
            if not kind and total > often:
                names = Counter({name: n for name, n in others.items() if name})
                yield f"elsewhere also {names.most_common(1)[0][0]}"

    def _name(self, doc: Doc, start: int, kinds: dict[tuple[int, int], str]) -> tuple[int, str]:
        """Where the longest name of elsewhere ends that begins here, and its kind."""
        for end in range(min(len(doc), start + _LONGEST), start, -1):
            met = self._names.get(_key(doc, start, end))
            if met is not None and (others := met - Counter([kinds.get((start, end), "")])):
                return end, others.most_common(1)[0][0]
        return start, ""


def _of_name(doc: Doc, start: int, end: int, kind: str) -> Iterator[tuple[int, str]]:
    """The clues of a name's words and of those beside it."""
    if end == start:
        return
    before, after = start > 0, end < len(doc)
    joined = (before and _is_capital(doc[start - 1].text)) or (after and _is_capital(doc[end].text))
    form = f"{'part' if joined else 'name'} {kind}"
    for place in range(start, end):
        yield place, f"{'first' if place == start else 'in'} {form} {min(end - start, 2)}"
    if before:
        yield start - 1, f"before {form}"
    if after:
        yield end, f"behind {form}"


def _key(doc: Doc, start: int, end: int) -> Key:
    return tuple(plain(token.text) for token in doc[start:end])


def _is_capital(text: str) -> bool:
    return text[:1].isupper()
