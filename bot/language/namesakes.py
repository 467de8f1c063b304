"""Which names of an article name the same one: full names, surnames, acronyms, lost accents."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from bot.language import lexicon
from bot.language.english import plain
from bot.language.mentions import Line
from bot.language.name_words import place_named

Key = tuple[str, ...]  # the words of a name, folded

_SMALL = {"the", "of", "for", "and", "in", "on", "at", "de", "del", "la", "y", "&"}
_NO_WORDS = {"the", "'s", "’s", "'", "’", ",", "-"}
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"}
_PARTICLES = {"de", "del", "la", "los", "van", "von", "der", "den", "bin", "al", "el", "da", "dos"}
_SAINTS = {"san", "santa", "santo", "saint", "st", "st."}
_SAME = {  # countries that the news calls by letters
    ("u.s.",): ("united", "states"),
    ("us",): ("united", "states"),
    ("u.s.a.",): ("united", "states"),
    ("united", "states", "america"): ("united", "states"),
    ("u.k.",): ("united", "kingdom"),
    ("uk",): ("united", "kingdom"),
    ("britain",): ("united", "kingdom"),
    ("eu",): ("european", "union"),
    ("u.n.",): ("united", "nations"),
    ("un",): ("united", "nations"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a name stands."""

    sentence: int
    start: int
    end: int


@dataclass(slots=True)
class Cluster:
    """Names that name the same one, while they are being gathered."""

    key: Key
    label: str
    places: list[Place] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)


def fold(doc: Doc, start: int, end: int) -> Key:
    """'the Associated Press’s' -> ('associated', 'press'); 'Núñez' -> ('nunez',)"""
    words = [plain(token.text) for token in doc[start:end] if token.tag_ != "POS"]
    return fold_words(words)


def fold_words(words: Iterable[str]) -> Key:
    """The same for words that are folded already."""
    kept = [w for w in words if w.strip() and w not in _NO_WORDS]
    while len(kept) > 1 and kept[-1] in _SUFFIXES:
        kept.pop()
    key = tuple(w for w in kept if w != "of") if kept[:1] == ["united"] else tuple(kept)
    return _SAME.get(key, key)


def cluster(lines: Sequence[Line]) -> tuple[list[Cluster], list[tuple[Place, list[Cluster]]]]:
    """The clusters of the article's names, and the names that two or more clusters claim.

    A bare surname of two people is in no cluster here: `surnames.choose` looks at the text around.
    """
    places: dict[tuple[bool, Key], list[Place]] = defaultdict(list)
    labels: dict[tuple[bool, Key], Counter[str]] = defaultdict(Counter)
    surnames = _surnames(lines)
    for index, line in enumerate(lines):
        for name in line.names:
            if (
                lexicon.is_nationality(line.doc[name.start : name.end].text)
                and name.label == "MISC"
            ):
                continue
            key = fold(line.doc, name.start, name.end)
            if key:
                person = name.label == "PER" or _is_namesake(key, name.label, surnames)
                places[person, key].append(Place(index, name.start, name.end))
                labels[person, key]["PER" if person else name.label] += 1
    clusters: list[Cluster] = []
    claimed: list[tuple[Place, list[Cluster]]] = []
    for person, key in sorted(places, key=lambda k: (-len(k[1]), places[k][0].sentence)):
        label = labels[person, key].most_common(1)[0][0]
        fitting = [c for c in clusters if (c.label == "PER") == person and fits(key, c)]
        fitting = [c for c in fitting if is_surname(key, c.key)] or fitting
        here = places[person, key]
        if not fitting and not person and _is_acronym(lines, here[0]):
            fitting = [c for c in clusters if key[0].replace(".", "") in set(_initials(c.key))]
        if len(fitting) > 1:
            claimed.extend((place, fitting) for place in here)
        elif fitting:
            fitting[0].places.extend(here)
            fitting[0].keys.add(key)
        else:
            clusters.append(Cluster(key, label, list(here), {key}))
    for one in clusters:
        one.places.sort(key=lambda place: (place.sentence, place.start))
    clusters.sort(key=lambda c: (c.places[0].sentence, c.places[0].start))
    claimed.sort(key=lambda claim: (claim[0].sentence, claim[0].start))
    return clusters, claimed


def _is_namesake(key: Key, label: str, surnames: set[str]) -> bool:
    """'Eva Falk' where 'Leo Falk' is a person; not 'Port Falk'."""
    if label == "ORG" or len(key) < 2 or key[-1] not in surnames or "of" in key:
        return False
    return key[0] not in lexicon.word_list("titles", "forms", "place")


def _surnames(lines: Sequence[Line]) -> set[str]:
    """The last words of full names: who shares one is a person, whatever the label says."""
    full = (
        fold(line.doc, name.start, name.end)
        for line in lines
        for name in line.names
        if name.label == "PER"
    )
    return {key[-1] for key in full if len(key) > 1}


def fits(key: Key, one: Cluster) -> bool:
    """Whether a shorter name can name the same: a surname, a first name, an end of a long name."""
    if key == one.key or key in one.keys:
        return True
    return is_short_name(key, one.key, one.label) or is_first_name(key, one.key, one.label)


def is_name(key: Key, full: Key, label: str) -> bool:
    """Whether the words are the full name: not for a person called by one word."""
    return key == full and (len(key) > 1 or label != "PER")


def is_short_name(key: Key, full: Key, label: str) -> bool:
    """A surname, a first name with a surname, the second with it, an acronym, one end of an
    organisation's name."""
    if label == "PER":
        if len(key) == 1:
            return key[0] in full[1:] or key == full
        if key[0] in _PARTICLES or key[0] in _SAINTS:
            return _is_part(key, full)
        is_end = full[-len(key) :] == key
        is_first = _same_first(key[0], full[0]) and _in_order(key, full)
        return len(full) > len(key) and (is_end or is_first)
    if len(key) == 1 and key[0].replace(".", "") in set(_initials(full)):
        return True
    if label != "ORG" or len(full) <= len(key):
        return False
    if full[: len(key)] == key:
        return not place_named(" ".join(key).title())  # not 'Ohio' for 'Ohio Bank'
    return full[-len(key) :] == key and full[-len(key) - 1] not in _SMALL  # not 'Bank of [Rota]'


def is_first_name(key: Key, full: Key, label: str) -> bool:
    """'Eva' for 'Eva Roe'; a name of titles only, "the Mr.", has no words left."""
    return label == "PER" and len(key) == 1 and key == full[:1]


def _is_part(key: Key, full: Key) -> bool:
    """('san', 'juan') in ('eva', 'san', 'juan'): all the words, side by side."""
    return any(full[i : i + len(key)] == key for i in range(1, len(full) - len(key) + 1))


def is_surname(key: Key, full: Key) -> bool:
    """Whether `key` is more than the first name of the person."""
    return len(full) > 1 and full[0] != key[0]


def _same_first(short: str, full: str) -> bool:
    return short == full or (short.rstrip(".") == full[0] and len(short) <= 2)


def _in_order(key: Key, full: Key) -> bool:
    """('ana', 'roe') in ('ana', 'maria', 'roe', 'lopez'): the words in the same order."""
    rest = iter(full[1:])
    return all(word in rest for word in key[1:])


def _is_acronym(lines: Sequence[Line], place: Place) -> bool:
    text = lines[place.sentence].doc[place.start : place.end].text.replace(".", "")
    return 2 <= len(text) <= 7 and text.isupper()


def _initials(full: Key) -> Iterator[str]:
    """('world', 'bank', 'of', 'rota') -> 'wbr', 'wbor'"""
    if len(full) > 1:
        yield "".join(word[0] for word in full if word not in _SMALL)
        yield "".join(word[0] for word in full)
