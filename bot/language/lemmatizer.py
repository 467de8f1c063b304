"""Lemmas: known words by lists, other words by edit trees, both without regard to case.

The list holds what the treebanks say of a word with its part of speech; the trees are learned from
the same words. Case is put back by rule: names keep theirs, other words have none.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from spacy.language import Language
from spacy.pipeline._edit_tree_internals.edit_trees import (  # type: ignore[import-not-found]
    EditTrees,
)
from spacy.pipeline.edit_tree_lemmatizer import EditTreeLemmatizer
from spacy.tokens import Doc, Token
from spacy.training import Example
from thinc.api import Model

from bot.language.verb_forms import verb_of

# A word whose commonest lemma has a smaller share than this is left to the trees, which see the
# sentence ("left": leave, left). Tuned on the dev set of EWT.
CLEAR_SHARE = 0.8
CANDIDATES = 8  # trees tried for a word that is not in the list
OPEN = {"NOUN", "PROPN", "VERB", "ADJ", "ADV", "INTJ", "NUM"}
# Open words with other tags are their own lemmas; with these endings they are not.
ENDINGS = {"NNS": "s", "NNPS": "s", "VBZ": "s", "VBG": "ing", "VBD": "ed", "VBN": "ed"}
INFLECTED = {*ENDINGS, "JJR", "JJS", "RBR", "RBS"}
WITHIN = str.maketrans("", "", "-'’.")  # marks that a word of the list may hold


class LowerTrees(EditTrees):  # type: ignore[misc]
    """Edit trees that see every word and lemma in lower case."""

    def add(self, form: str, lemma: str) -> int:
        return int(super().add(form.lower(), lemma.lower()))

    def apply(self, tree: int, form: str) -> str | None:
        lemma: str | None = super().apply(tree, form.lower())
        return lemma


class WordLemmatizer(EditTreeLemmatizer):
    """spaCy's edit tree lemmatizer with a word list before it; needs UPOS and XPOS to be set."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trees = LowerTrees(self.vocab.strings)
        self.cfg |= {"words": {}, "cased": [], "small": []}
        self.index()

    def initialize(self, get_examples: Callable[[], Iterable[Example]], **kwargs: Any) -> None:
        super().initialize(get_examples, **kwargs)
        self.cfg |= read_words(example.reference for example in get_examples())
        self.index()

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> "WordLemmatizer":
        super().from_bytes(data, exclude=exclude)  # type: ignore[no-untyped-call]
        self.index()
        return self

    def from_disk(self, path: Any, exclude: Iterable[str] = ()) -> "WordLemmatizer":
        super().from_disk(path, exclude=exclude)  # type: ignore[no-untyped-call]
        self.index()
        return self

    def index(self) -> None:
        """Make the sets that are asked from the lists that are saved."""
        words = self.cfg["words"]
        self.known = {pos: frozenset(lemmas.values()) for pos, lemmas in words.items()}
        # "freed" may come from an adjective that is known, "free", though no verb "free" is.
        either = frozenset().union(*(self.known.get(pos, ()) for pos in ("VERB", "NOUN", "ADJ")))
        self.open = {"VERB": either, "NOUN": either}
        self.forms = frozenset(form for forms in words.values() for form in forms)
        self.cased = frozenset(self.cfg["cased"])
        self.small = frozenset(self.cfg["small"])

    def predict(self, docs: Iterable[Doc]) -> Any:
        """The scores of all trees for every token; `set_annotations` chooses."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [self.model.ops.alloc2f(0, len(self.labels)) for _ in docs]
        return self.model.predict(docs)

    def set_annotations(self, docs: Iterable[Doc], batch_tree_ids: Any) -> None:
        words = self.cfg["words"]
        for doc, scores in zip(docs, batch_tree_ids, strict=True):
            for token, row in zip(doc, scores, strict=True):
                if token.pos_ in {"PUNCT", "SYM", "X"}:
                    token.lemma_ = token.text
                    continue
                listed = words.get(token.pos_, {}).get(token.lower_)
                if token.pos_ == "VERB":
                    listed = verb_of(token.lower_) or listed
                token.lemma_ = self.with_case(listed or self.from_trees(token, row), token)

    def from_trees(self, token: Token, row: Any) -> str:
        """The best lemma that is a known word; otherwise the best that can be made at all."""
        form = token.lower_
        if form.replace(",", "").isdigit():
            return form.replace(",", "")
        if (token.pos_ in OPEN and token.tag_ not in INFLECTED) or "." in form:
            return form
        inflected = form.endswith(ENDINGS.get(token.tag_, "?"))
        trees = row.argsort()[: -CANDIDATES - 1 : -1]
        lemmas = [self.trees.apply(self.labels[tree], form) for tree in trees]
        lemmas = [lemma for lemma in lemmas if lemma and not (inflected and lemma == form)]
        for known in (self.known.get(token.pos_, frozenset()), self.open.get(token.pos_, ())):
            for lemma in lemmas:
                if lemma in known:
                    return str(lemma)
        return str(lemmas[0]) if lemmas else form

    def with_case(self, lemma: str, token: Token) -> str:
        """'Families' -> 'family', 'Hills' in a name -> 'Hill', 'american' -> 'American'"""
        if lemma in self.cased and token.pos_ in {"ADJ", "NOUN", "PRON"}:
            return lemma[0].upper() + lemma[1:]
        if not self.is_name(token):
            return lemma
        if token.is_lower:
            return lemma.capitalize() if lemma.isalpha() and lemma not in self.small else lemma
        form = token.text
        kept = [
            form[place] if form[place : place + 1].lower() == letter else letter
            for place, letter in enumerate(lemma)
        ]
        return "".join(kept)

    def is_name(self, token: Token) -> bool:
        """By tag and part of speech, or an unknown word with a capital inside a sentence."""
        by_tag, by_pos = token.tag_ in {"NNP", "NNPS"}, token.pos_ == "PROPN"
        if by_tag or by_pos:
            return (by_tag and by_pos) or not token.is_lower
        return token.i > 0 and token.is_title and token.lower_ not in self.forms


def read_words(docs: Iterable[Doc]) -> dict[str, Any]:
    """The word list of a treebank: {"words": {UPOS: {form: lemma}}, "cased": [], "small": []}.

    "cased" are lemmas of common words with a capital ("American", "I"), "small" those of parts of
    names without ("bin", "de").
    """
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    cases: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    parts: defaultdict[str, Counter[bool]] = defaultdict(Counter)
    for token in (token for doc in docs for token in doc):
        lemma = token.lemma_
        if not lemma or not token.lower_.translate(WITHIN).isalpha():
            continue
        counts[token.pos_, token.lower_][lemma.lower()] += 1
        if token.pos_ != "PROPN" and token.tag_ not in {"NNP", "NNPS"}:
            cases[lemma.lower()][lemma.istitle()] += 1
        elif token.is_lower:
            parts[lemma.lower()][lemma.islower()] += 1
    forms = {form for _, form in counts}
    words: dict[str, dict[str, str]] = {}
    for (pos, form), lemmas in sorted(counts.items()):
        lemma, count = lemmas.most_common(1)[0]
        # A lemma seen once and never as a word may be a slip: EWT has "fre" for "freed".
        slip = count == 1 and lemma not in forms
        if count >= CLEAR_SHARE * lemmas.total() and not slip:
            words.setdefault(pos, {})[form] = lemma
    return {
        "words": words,
        "cased": sorted(lemma for lemma, seen in cases.items() if seen[True] > seen[False]),
        "small": sorted(lemma for lemma, seen in parts.items() if seen[True] > seen[False]),
    }


@Language.factory("word_lemmatizer", assigns=["token.lemma"], requires=["token.pos", "token.tag"])
def make_lemmatizer(
    nlp: Language, name: str, model: Model[Any, Any], min_tree_freq: int
) -> WordLemmatizer:
    """For the config of the pipeline."""
    return WordLemmatizer(nlp.vocab, model, name, min_tree_freq=min_tree_freq)
