"""Trains the parts of the pipeline in turn and joins them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Corpus
from spacy.training.loop import train as run_training
from spacy.util import load_config, load_model_from_config, registry
from thinc.api import Model, fix_random_seed

from bot.language import english, lemmatizer  # noqa: F401  (registers what the config names)
from tests.training import augment  # noqa: F401  (registers the reader)
from tests.training.treebank import read_trees, write_docs

CONFIG = Path(__file__).parent / "config.cfg"
SEED: int = load_config(CONFIG)["system"]["seed"]


@dataclass(frozen=True, slots=True)
class Turn:
    """Components that are trained together, apart from the others."""

    name: str
    components: tuple[str, ...]
    settings: dict[str, object]  # dotted names of the config, with other values


GRAMMAR = Turn(
    "grammar",
    ("one_sentence", "tok2vec", "tagger", "morphologizer", "lemmatizer", "parser"),
    {},
)
# Names are learned from less text and sooner; their tok2vec begins where grammar's has ended.
NAMES = Turn(
    "names",
    ("one_sentence", "ner"),
    {
        "corpora.train.names": True,
        "training.max_steps": 2000,
        "training.batcher.size": 1000,
        "training.optimizer.learn_rate.initial_rate": 0.0015,
        "training.dropout": 0.3,
        "training.eval_frequency": 250,
    },
)


def prepare(data: Path, work: Path) -> None:
    """Write the DocBins of all splits, with GUM in training and without."""
    work.mkdir(parents=True, exist_ok=True)
    for split, gum in (("train", True), ("train", False), ("dev", False)):
        write_docs(read_trees(data, split, gum=gum), corpus_path(work, split, gum=gum))


def corpus_path(work: Path, split: str, *, gum: bool) -> Path:
    return work / f"{split}{'-gum' if gum else ''}.spacy"


def train(
    turn: Turn,
    work: Path,
    *,
    gum: bool = True,
    begin_with: Language | None = None,
    settings: dict[str, object] | None = None,
) -> Language:
    """The components of one turn, as they were when they read the dev set of EWT best.

    `begin_with` is a pipeline whose "tok2vec" the names' own begins with; `settings` are dotted
    names of the config with other values, "training.max_steps": 100.
    """
    corpus = corpus_path(work, "train", gum=gum)
    paths = {"paths.train": str(corpus), "paths.dev": str(corpus_path(work, "dev", gum=False))}
    pipeline = {"nlp.pipeline": list(turn.components)}
    overrides = {**pipeline, **paths, **turn.settings, **(settings or {})}
    config = load_config(CONFIG, overrides=overrides)
    for name in set(config["components"]) - set(turn.components):
        del config["components"][name]
    fix_random_seed(config["system"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    nlp._link_components()
    training = nlp.config.interpolate()["training"]
    optimizer = registry.resolve({"optimizer": training["optimizer"]})["optimizer"]
    sample = Corpus(corpus, gold_preproc=True)
    nlp.initialize(lambda: sample(nlp), sgd=optimizer)
    if begin_with is not None:
        own = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]  # type: ignore[attr-defined]
        copy_weights(begin_with.get_pipe("tok2vec").model, own)  # type: ignore[attr-defined]
    output = work / turn.name
    output.mkdir(exist_ok=True)
    run_training(nlp, output)
    return spacy.load(output / "model-best")


def copy_weights(source: Model[Any, Any], target: Model[Any, Any]) -> None:
    """Give `target`, a model of the same layers, the weights of `source`."""
    for old, new in zip(source.walk(), target.walk(), strict=True):
        for name in old.param_names:
            new.set_param(name, old.get_param(name).copy())


def join(grammar: Language, names: Language) -> Language:
    """One pipeline of both; each keeps its own tok2vec."""
    grammar.add_pipe("ner", source=names)
    return grammar
