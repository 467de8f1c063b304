"""Loads the spaCy pipeline: the small one shipped with the program, or any installed one."""

import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import load_config, load_model_from_config
from thinc.api import use_ops

from bot.errors import SettingsError
from bot.language import (  # registers what the config and `load` name
    arithmetic,
    english,  # noqa: F401
    lemmatizer,  # noqa: F401
    mending,  # noqa: F401
    name_tagger,
)

MODEL = Path(__file__).parent / "model"
CONFIG, META, WEIGHTS = "config.cfg", "meta.json", "weights.bin"

# What the program reads in a parse: Universal Dependencies, their subtypes as they are written
# there. A pipeline that knows none of one of these is of no use to it.
# fmt: off
RELATIONS = frozenset({
    "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
    "ccomp", "compound", "conj", "det", "mark", "nmod", "nmod:poss", "nsubj", "nsubj:pass",
    "nummod", "obj", "obl", "obl:agent", "punct", "xcomp",
})
# fmt: on
NAMES = frozenset({"PER", "LOC", "ORG"})
COMPONENTS = ("tagger", "parser", "ner")

# Labels of en_core_web_* (ClearNLP, OntoNotes) that are ours by another name.
RELATION_OF_CLEARNLP = {
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "neg": "advmod",
    "npadvmod": "obl:unmarked",
    "nsubjpass": "nsubj:pass",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
# There the preposition governs its noun, here the noun governs it: see `lift_noun`.
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
NAME_OF_ONTONOTES = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC", "NORP": "ORG"}


def load(name: str | None = None) -> Language:
    """The shipped pipeline, or with a name an installed spaCy package or a folder.

    Each Doc given to it must be one sentence.
    Raises SettingsError if there is no such pipeline or it lacks what the program relies on.
    """
    folder = MODEL if name is None else Path(name)
    packed = (folder / WEIGHTS).is_file()
    nlp = load_installed(str(name)) if name and not packed else load_packed(folder)
    nlp.add_pipe("mended")
    return nlp


def read_text(nlp: Language, sentences: Iterable[str | Doc]) -> list[Doc]:
    """The sentences of one text parsed, the names of each found with those of the others in mind."""
    docs = list(nlp.pipe(sentences))
    tagger = nlp.get_pipe("ner")
    if isinstance(tagger, name_tagger.NameTagger):
        tagger.read_again(docs)
    return docs


def load_packed(folder: Path, *, hastened: bool = True) -> Language:
    """The pipeline that `tests.training.pack` wrote: its weights come back as single precision.

    One that is `hastened` reads faster and cannot be packed again.
    """
    with use_ops(arithmetic.NAME):
        meta = srsly.read_json(folder / META)
        nlp = load_model_from_config(load_config(folder / CONFIG), meta=meta)
    nlp._path = folder  # type: ignore[assignment]  # as `spacy.load` does
    content = srsly.msgpack_loads(zlib.decompress((folder / WEIGHTS).read_bytes()))
    for text in content["strings"]:
        nlp.vocab.strings.add(text)
    for part, saved in content["bytes"].items():
        nlp.get_pipe(part).from_bytes(saved)  # type: ignore[attr-defined]
    for part, saved in content["parts"].items():
        pipe = nlp.get_pipe(part)
        pipe.from_bytes(saved["state"], exclude=["vocab", "model"])  # type: ignore[attr-defined]
        saved["model"]["params"] = [
            {name: restore(weights) for name, weights in params.items()}
            for params in saved["model"]["params"]
        ]
        pipe.model.from_dict(saved["model"])  # type: ignore[attr-defined]
        if hastened:
            arithmetic.hasten(pipe.model)  # type: ignore[attr-defined]
    return nlp


def restore(weights: dict[str, Any] | None) -> Any:
    """What `tests.training.pack.shrink` made small, at single precision again."""
    if weights is None:
        return None
    numbers = weights["numbers"].astype("float32")
    return numbers * weights["scales"] if "scales" in weights else numbers


def load_installed(name: str) -> Language:
    """An installed pipeline with its labels made ours, one sentence a Doc."""
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"BOT_SPACY_MODEL: spaCy cannot load {name!r}: {error}"
            " Install it, or leave BOT_SPACY_MODEL empty for the pipeline that comes with the bot."
        ) from error
    missing = [name for name in COMPONENTS if not nlp.has_pipe(name)]
    if missing:
        raise SettingsError(f"BOT_SPACY_MODEL: {name!r} has no {', '.join(missing)}.")
    nlp.add_pipe("one_sentence", first=True)
    nlp.add_pipe("universal_labels")
    lacking = sorted((RELATIONS - relations_of(nlp)) | (NAMES - names_of(nlp)))
    if lacking:
        raise SettingsError(
            f"BOT_SPACY_MODEL: {name!r} does not know the labels {', '.join(lacking)};"
            " the bot reads Universal Dependencies, or those of en_core_web_*."
        )
    return nlp


def relations_of(nlp: Language) -> set[str]:
    """The relations that come out of the pipeline."""
    labels = set(nlp.pipe_labels["parser"])
    ours = {RELATION_OF_CLEARNLP.get(label, label) for label in labels}
    return ours | ({"case", "nmod", "obl", "obl:agent"} if {"agent", "pobj"} <= labels else set())


def names_of(nlp: Language) -> set[str]:
    """The kinds of names that come out of the pipeline."""
    return {NAME_OF_ONTONOTES.get(label, label) for label in nlp.pipe_labels["ner"]}


@Language.component("universal_labels")
def universal_labels(doc: Doc) -> Doc:
    """ClearNLP's relations and OntoNotes' names as ours; a parse in our labels stays as it is."""
    for token in doc:
        if token.dep_ == "pobj" and token.head.dep_ in PREPOSITIONS:
            lift_noun(token)
    for token in doc:
        token.dep_ = RELATION_OF_CLEARNLP.get(token.dep_, token.dep_)
    doc.ents = tuple(
        Span(doc, entity.start, entity.end, NAME_OF_ONTONOTES.get(entity.label_, entity.label_))
        for entity in doc.ents
    )
    return doc


def lift_noun(noun: Token) -> None:
    """'freed -agent-> by -pobj-> the army' becomes 'freed -obl:agent-> the army -case-> by'."""
    preposition = noun.head
    governor = preposition.head
    if preposition.dep_ == "agent":
        noun.dep_ = "obl:agent"
    else:
        noun.dep_ = "nmod" if governor.pos_ in {"NOUN", "PROPN", "PRON", "NUM"} else "obl"
    noun.head = governor
    preposition.head = noun
    preposition.dep_ = "case"
