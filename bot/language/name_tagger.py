"""Finds the names of a sentence: a conditional random field over its words' clues."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span

from bot.language import name_chances
from bot.language.name_chances import KINDS, MAY_BEGIN, MAY_FOLLOW, TAGS, Chances, Matrix
from bot.language.name_clues import Clues
from bot.language.name_echoes import Echoes
from bot.language.name_lexicon import Lexicon, Packed

_NEVER = -1e4


class NameTagger:
    """The component; `doc.ents` are its names, as Universal NER marks them.

    Lafferty et al., Conditional Random Fields (ICML 2001): the tags of a sentence are those whose
    clues and neighbours weigh most in sum.
    """

    labels = KINDS

    def __init__(self) -> None:
        self.fill([], np.zeros((0, len(TAGS))), np.zeros((len(TAGS),) * 2), _NOTHING_KNOWN)

    def fill(self, clues: Sequence[str], weights: Matrix, follow: Matrix, lexicon: Packed) -> None:
        """The weights of each clue for each tag, and of a tag (column) behind another (row)."""
        self.clues, self.weights, self.follow, self.lexicon = clues, weights, follow, lexicon
        self._follow = np.where(MAY_FOLLOW, follow, _NEVER)
        numbers = {clue: number for number, clue in enumerate(clues)}
        self._clues = Clues(Lexicon.unpack(lexicon), numbers.get)

    def __call__(self, doc: Doc) -> Doc:
        doc.set_ents(spans_of(doc, self.tags(doc)))
        return doc

    def read_again(self, docs: Sequence[Doc]) -> None:
        """The sentences of a text, now that their names are known to one another."""
        echoes = Echoes(docs)
        for doc, tags in [(doc, self.tags(doc, echoes)) for doc in docs]:
            doc.set_ents(spans_of(doc, tags))

    def tags(self, doc: Doc, echoes: Echoes | None = None) -> list[str]:
        """The likeliest tags, by Viterbi; how likely, the sentence remembers."""
        scores = self.scores(doc, echoes)
        if not len(scores):
            return []
        name_chances.keep(doc, Chances(scores, self.follow))
        best, back = np.where(MAY_BEGIN, scores[0], _NEVER), []
        for score in scores[1:]:
            ways = best[:, None] + self._follow
            back.append(ways.argmax(0))
            best = ways.max(0) + score
        path = [int(best.argmax())]
        for step in reversed(back):
            path.append(int(step[path[-1]]))
        return [TAGS[tag] for tag in reversed(path)]

    def scores(self, doc: Doc, echoes: Echoes | None = None) -> Matrix:
        """How much the clues of each word speak for each tag."""
        rows = self._clues.read(doc, echoes)
        if not rows or not len(self.weights):
            return np.zeros((len(rows), len(TAGS)), np.float32)
        begins = np.cumsum([0, *map(len, rows)])[:-1]
        every = self.weights[[number for row in rows for number in row]]
        summed: Matrix = np.add.reduceat(every, begins, axis=0)
        return summed

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """For the package: eight bits a weight, a scale each clue."""
        del exclude
        scales = np.maximum(np.abs(self.weights).max(axis=1, keepdims=True), 1e-8) / 127
        packed: bytes = srsly.msgpack_dumps(
            {
                "clues": "\n".join(self.clues),
                "weights": np.round(self.weights / scales).astype(np.int8),
                "scales": scales.astype(np.float16),
                "follow": self.follow.astype(np.float32),
                "lexicon": self.lexicon,
            }
        )
        return packed

    def from_bytes(self, packed: bytes, *, exclude: Iterable[str] = ()) -> "NameTagger":
        del exclude
        saved: Mapping[str, Any] = srsly.msgpack_loads(packed)
        weights = saved["weights"].astype(np.float32) * saved["scales"].astype(np.float32)
        clues = saved["clues"].split("\n")
        self.fill(clues, weights, saved["follow"], saved["lexicon"])
        return self


_NOTHING_KNOWN: Packed = {"names": {}, "people": {}, "words": "", "classes": [[0]], "common": ""}


@Language.factory("name_tagger", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def name_tagger(nlp: Language, name: str) -> NameTagger:
    """An empty one: it finds nothing until it is filled."""
    del nlp, name
    return NameTagger()


def spans_of(doc: Doc, tags: Sequence[str]) -> list[Span]:
    """IOB2 tags as spans; an I- without its B- begins a span."""
    spans: list[tuple[int, int, str]] = []
    for place, tag in enumerate(tags):
        begin, _, label = tag.partition("-")
        if begin == "I" and spans and spans[-1][1:] == (place, label):
            spans[-1] = (spans[-1][0], place + 1, label)
        elif begin in {"B", "I"}:
            spans.append((place, place + 1, label))
    return [Span(doc, start, end, label) for start, end, label in spans]
