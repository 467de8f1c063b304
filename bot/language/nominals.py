"""Whom a noun without a name stands for: 'his brother', 'the lawyer', "Roe's organization"."""

from collections.abc import Iterator

from spacy.tokens import Token

from bot.language import lexicon, speech
from bot.language.draft import Draft, Kin, gender_of
from bot.language.phrases import Span

_ALSO = {  # what the news calls an office by
    ("top", "diplomat"): ("foreign minister", "foreign secretary", "secretary of state"),
    ("chief", "diplomat"): ("foreign minister", "foreign secretary", "secretary of state"),
}
_ALIKE = {"company", "media", "group", "party", "union", "sport"}  # whose nouns mean much the same
_BACK = {"PER": 3, "ORG": 8}  # paragraphs within which "the lawyer" is the lawyer named before


def possessor(draft: Draft, sentence: int, noun: Token) -> tuple[bool, int | None]:
    """Whether the noun is somebody's ('his brother', "Ana's brother"), and whose if known."""
    doc = noun.doc
    for i in range(noun.i - 1, max(noun.i - 5, -1), -1):
        if doc[i].tag_ == "PRP$":
            return True, draft.entity_at(sentence, i)
        if doc[i].tag_ == "POS":
            return True, draft.entity_at(sentence, i - 1)
        if doc[i].pos_ not in {"ADJ", "NUM", "NOUN"}:
            return False, None
    return False, None


def see_kin(draft: Draft, sentence: int, noun: Token) -> int | None:
    """Keeps who is whose brother, or finds the brother that is meant; None if nobody is."""
    described = _described_by(draft, sentence, noun.i)
    has_owner, owner = possessor(draft, sentence, noun)
    if described is not None:
        if not has_owner:
            owner = _after_of(draft, sentence, noun)
        if owner != described:
            draft.kin.append(Kin(noun.lemma_.lower(), described, owner, sentence, noun.i))
        return None
    if not has_owner or owner is None or noun.tag_ == "NNS":
        return None
    return _relative(draft, owner, noun.lemma_.lower())


def _described_by(draft: Draft, sentence: int, token: int) -> int | None:
    for d in draft.descriptions_in(sentence):
        if d.start <= token < d.end and d.form == "kin":
            return d.entity
    return None


def _after_of(draft: Draft, sentence: int, noun: Token) -> int | None:
    """'brother of acting President [Ana Roe]'; the first person named after 'of'."""
    doc = noun.doc
    if noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "of":
        return None
    for i in range(noun.i + 2, min(noun.i + 10, len(doc))):
        entity = draft.entity_at(sentence, i)
        if entity is not None:
            return entity if draft.people[entity].label == "PER" else None
        if doc[i].pos_ in {"CCONJ", "PUNCT"}:
            return None
    return None


def _relative(draft: Draft, owner: int, noun: str) -> int | None:
    """The only one known as that relative of the owner, told from either side."""
    wanted = lexicon.kin(noun)
    if wanted is None:
        return None
    found = {k.who for k in draft.kin if k.of == owner and k.noun == noun}
    for k in draft.kin:
        known = lexicon.kin(k.noun)
        back = k.who == owner and known is not None and known.inverse == wanted.relation
        if back and k.of is not None and draft.people[k.of].gender in {None, gender_of(noun)}:
            found.add(k.of)
    return found.pop() if len(found) == 1 else None


# -- roles and organisations


def meant(draft: Draft, sentence: int, noun: Token) -> tuple[int, bool] | None:
    """The entity a definite noun stands for, and whether that is certain; None if two fit."""
    lemma = noun.lemma_.lower()
    has_owner, owner = possessor(draft, sentence, noun)
    if lexicon.organisation_type(lemma) and noun.tag_ == "NN":
        if has_owner:
            found = None if owner is None else _organisation_of(draft, owner)
            return None if found is None else (found, True)
        if _is_plain(noun):
            found = _known_as(draft, sentence, noun, lemma, "ORG")
            return None if found is None else (found, True)
        return None
    if not lexicon.is_role(lemma) or noun.tag_ != "NN":
        return None
    if (before := noun.nbor(-1) if noun.i else None) is not None:
        titles = _ALSO.get((before.lower_, lemma))
        if titles:
            found = _titled(draft, titles)
            return None if found is None else (found, False)
    if not has_owner and _is_plain(noun):
        found = _known_as(draft, sentence, noun, lemma, "PER")
        return None if found is None else (found, True)
    return None


def phrase(noun: Token) -> Span:
    """'[the lawyer]'"""
    start = noun.i - 1 if noun.i and noun.nbor(-1).lower_ == "the" else noun.i
    return start, noun.i + 1


def _is_plain(noun: Token) -> bool:
    """'the lawyer' and no more: no adjective, no 'of …', no name behind it."""
    doc = noun.doc
    if noun.i == 0 or noun.nbor(-1).lower_ != "the":
        return False
    if noun.i + 1 == len(doc):
        return True
    after = doc[noun.i + 1]
    if speech.is_saying(after):
        return True
    if after.lower_ == "of" and after.i + 1 < len(doc) and after.nbor(1).tag_ == "VBG":
        return True  # 'was accused by the company of lying'
    return after.lower_ not in {"of", "for", "who", "that"} and after.pos_ not in {"PROPN", "NOUN"}


def _known_as(draft: Draft, sentence: int, noun: Token, lemma: str, label: str) -> int | None:
    """The only one so far, not long ago, who was called that or something of the same kind."""
    here = draft.lines[sentence].paragraph
    exact: set[int] = set()
    alike: set[int] = set()
    for someone in draft.people:
        if someone.label != label:
            continue
        earlier = [m for m in someone.mentions if (m.sentence_index, m.start) < (sentence, noun.i)]
        if not earlier or here - draft.lines[earlier[-1].sentence_index].paragraph > _BACK[label]:
            continue
        nouns = set(draft.nouns_of(someone.id, before=(sentence, noun.i)))
        nouns |= set(_last_words(draft, someone.id))
        if lemma in nouns:
            exact.add(someone.id)
        elif label == "ORG" and any(_same_type(lemma, noun) for noun in nouns):
            alike.add(someone.id)
    found = exact or alike
    return found.pop() if len(found) == 1 else None


def _last_words(draft: Draft, entity: int) -> Iterator[str]:
    """What an organisation's own name says it is: 'Rota Port [Authority]'."""
    key = draft.people[entity].key
    if draft.people[entity].label == "ORG" and len(key) > 1:
        yield key[key.index("of") - 1] if "of" in key else key[-1]
        yield key[0]


def _same_type(lemma: str, noun: str) -> bool:
    kind = lexicon.organisation_type(lemma)
    return kind in _ALIKE and kind == lexicon.organisation_type(noun)


def _titled(draft: Draft, titles: tuple[str, ...]) -> int | None:
    """The only person whom a title says to hold one of the offices."""
    found = {
        d.entity
        for d in draft.descriptions
        for text in [draft.lines[d.sentence_index].doc[d.start : d.end].text.lower()]
        if any(title in text for title in titles) and "former" not in text
    }
    return found.pop() if len(found) == 1 else None


def _organisation_of(draft: Draft, person: int) -> int | None:
    """The only organisation in what is said of a person: 'president of [Rota Aid]'."""
    found = {
        mention.entity
        for d in draft.descriptions
        if d.entity == person and d.form != "relative"
        for mention in draft.mentions_in(d.sentence_index)
        if d.start <= mention.start < d.end
        if mention.entity is not None and draft.people[mention.entity].label == "ORG"
    }
    return found.pop() if len(found) == 1 else None
