"""Trains the parts of the pipeline in turn and joins them."""

from dataclasses import dataclass
from pathlib import Path

from spacy.training import Corpus
from spacy.training.loop import train as run_training
from spacy.util import load_config, load_model_from_config, registry
from thinc.api import fix_random_seed

from bot.language import english, lemmatizer  # noqa: F401  (registers what the config names)
from tests.training import augment  # noqa: F401  (registers the augmenter)
from tests.training.treebank import read_trees, write_docs

CONFIG = Path(__file__).parent / "config.cfg"


@dataclass(frozen=True, slots=True)
class Turn:
    """Some components that are trained together, apart from the others."""

    name: str
    components: tuple[str, ...]
    gum: bool  # whether GUM has what they learn
    steps: int


GRAMMAR = Turn(
    "grammar",
    ("one_sentence", "tok2vec", "tagger", "morphologizer", "lemmatizer", "parser"),
    gum=True,
    steps=12000,
)
NAMES = Turn("names", ("one_sentence", "ner"), gum=False, steps=4000)
TURNS = (GRAMMAR, NAMES)


def prepare(data: Path, work: Path) -> None:
    """Write the DocBins of all splits, with and without GUM."""
    for split in ("train", "dev", "test"):
        for gum in (False, True):
            trees = read_trees(data, split, gum=gum)
            write_docs(trees, corpus_path(work, split, gum=gum))


def corpus_path(work: Path, split: str, *, gum: bool) -> Path:
    return work / f"{split}{'-gum' if gum else ''}.spacy"


def train(turn: Turn, work: Path, settings: dict[str, object]) -> Path:
    """Train the components of one turn; the folder with the best pipeline on EWT's dev set.

    `settings` are dotted names of the config with other values, "training.max_steps": 100.
    """
    train_path = corpus_path(work, "train", gum=turn.gum)
    config = load_config(
        CONFIG,
        overrides={
            "nlp.pipeline": list(turn.components),
            "paths.train": str(train_path),
            "paths.dev": str(corpus_path(work, "dev", gum=False)),
            "training.max_steps": turn.steps,
            **settings,
        },
    )
    for name in set(config["components"]) - set(turn.components):
        del config["components"][name]
    fix_random_seed(config["system"]["seed"])
    nlp = load_model_from_config(config, auto_fill=True)
    nlp._link_components()
    corpus = Corpus(train_path, gold_preproc=True)
    settings_of = nlp.config.interpolate()["training"]
    optimizer = registry.resolve({"optimizer": settings_of["optimizer"]})["optimizer"]
    nlp.initialize(lambda: corpus(nlp), sgd=optimizer)
    output = work / turn.name
    output.mkdir(parents=True, exist_ok=True)
    run_training(nlp, output)
    return output / "model-best"
