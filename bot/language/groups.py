"""Sets of people or things that an article counts and names, over several sentences."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from bot.domain import Role
from bot.language import lexicon, name_lists
from bot.language.draft import Draft
from bot.language.mentions import Mention, Named
from bot.language.set_phrases import NAMING, Phrase, Way, phrases
from bot.language.sets import PARAGRAPHS_BACK, Anchor, Group, Set, alike, is_kind, is_same, latest

_BE = {"is", "was", "are", "were", "include", "includes", "included"}
_COLONS = {":", "—", "–"}
_REACH = 12  # tokens between the words for a set and its names

Row = Sequence[Named]


def find(draft: Draft) -> tuple[Group, ...]:
    """The groups of the article with at least one named member, in its order."""
    sets: list[Set] = []
    for index, line in enumerate(draft.lines):
        if line.role is Role.BODY:
            _read(draft, index, sets)
    kept = [one for one in sets if one.members]
    return tuple(
        Group(
            one.noun,
            one.size,
            tuple(one.members),
            tuple(one.anchors),
            kept.index(one.parent) if one.parent in kept else None,
        )
        for one in kept
    )


def _read(draft: Draft, index: int, sets: list[Set]) -> None:
    """What takes up a set and names its members; then the sets that are only counted."""
    doc = draft.lines[index].doc
    names = draft.lines[index].names
    counted: list[Phrase] = []
    for words in phrases(doc):
        phrase = _as_many_as_named(draft, index, words, sets)
        row, whole = _row(doc, _bearers(names), phrase) if names else ([], False)
        if row and _fits(phrase, row, whole=whole):
            if len(counted) == 1 and doc[phrase.start].lower_ == "among":
                _spoken_of(draft, index, counted.pop(), sets)  # 'Five fell ill, among them Ana Roe'
            _name(draft, index, phrase, row, sets)
        elif phrase.way is Way.NEW or (phrase.way is Way.ALL and phrase.noun and phrase.size):
            counted.append(phrase)
        elif not row:
            _leave(draft, index, phrase, sets)
    for token in doc if names else ():
        _another(draft, index, token, names, sets)
    for phrase in counted:
        if one := _spoken_of(draft, index, phrase, sets):
            one.take((), index, phrase)


def _as_many_as_named(draft: Draft, index: int, phrase: Phrase, sets: list[Set]) -> Phrase:
    """'named [them] as A, B and C': the last set of three, and 'the survivors' of the sentence before,
    if that speaks of such."""
    doc, names = draft.lines[index].doc, draft.lines[index].names
    if doc[phrase.start].lower_ != "them" or phrase.end != phrase.start + 1:
        return phrase
    size = len(name_lists.after(doc, names, phrase.end + 1, mixed=True))
    one = latest(draft, index, sets, size=size)
    if one is None:
        return phrase
    for before in phrases(draft.lines[index - 1].doc) if index else ():
        is_subject = before.start == 0 and before.way is Way.ALL and not before.size
        if is_subject and before.noun and alike(before.noun, one.noun) and one.last < index:
            one.take((), index - 1, before)
    return replace(phrase, size=size)


def _bearers(names: Row) -> list[Named]:
    """Those that are no part of another's title: not the party of 'party lawmaker Ana Roe'."""
    titles = [name.role for name in names if name.role is not None]
    return [n for n in names if not any(start <= n.start < end for start, end in titles)]


def _row(doc: Doc, names: Row, phrase: Phrase) -> tuple[list[Named], bool]:
    """The names that words for a set are told by, and whether those are all it has."""
    end = phrase.end
    after = doc[end].lower_ if end < len(doc) else ""
    among = next((t.i for t in doc[max(phrase.start - 1, 0) : end] if t.lower_ == "among"), None)
    if among is not None:
        return _among(doc, names, among, phrase), False
    named = next((t.i for t in doc[end : end + 6] if t.lower_ == "including"), None)
    if named and phrase.way is Way.NEW and (found := _list(doc, names, named + 1, phrase)):
        return found, False
    if _is_named(doc, phrase):
        link = next((t.i for t in doc[end : end + _REACH] if t.lower_ == "as"), None)
        if link and (found := _list(doc, names, link + 1, phrase)):
            return found, True
    be = _copula(doc, end)
    if be is not None:
        begin = be + 1
        if begin < len(doc) and doc[begin].lemma_ in NAMING:
            link = next((t.i for t in doc[begin : begin + _REACH] if t.lower_ == "as"), None)
            begin = link + 1 if link else begin
        if found := _list(doc, names, begin, phrase):
            return found, True
    if after == "of" and lexicon.place_type(phrase.noun):  # 'the villages of A and B'
        found = name_lists.after(doc, names, end + 1, mixed=True)
        return (found if len(found) > 1 else []), True
    colon = next((t.i for t in doc[end : end + _REACH] if t.text in _COLONS), None)
    if after == "," and (found := _list(doc, names, end + 1, phrase)):
        return found if _counts(phrase, found) else [], True
    if colon is not None and (found := _list(doc, names, colon + 1, phrase)):
        if colon == end or _counts(phrase, found):
            return found, True
        told = phrase.of is not None or phrase.way is Way.ALL
        return (found if told and name_lists.row(doc, found, colon + 1).unnamed else []), False
    return [], False


def _copula(doc: Doc, end: int) -> int | None:
    """'the two [are]', 'the two held in Rota [are]', 'the first to be freed [was]'"""
    for token in doc[end : end + _REACH // 2]:
        if token.lower_ in {"is", "are", "was", "were"}:
            return int(token.i)
        if token.tag_ not in {"VBN", "IN", "NN", "NNP", "NNS", "DT", "JJ", "TO", "VB"}:
            return None
    return None


def _list(doc: Doc, names: Row, start: int, phrase: Phrase) -> list[Named]:
    """The names from a token on; of what they are the label may err where their sum is right."""
    known = [name for name in names if name.label in {"PER", "ORG", "LOC"}]
    found = name_lists.after(doc, known, start)
    if phrase.size is not None and len(found) != phrase.size:
        mixed = name_lists.after(doc, names, start, mixed=True)
        return mixed if len(mixed) == phrase.size else found
    return found


def _counts(phrase: Phrase, row: Row) -> bool:
    return phrase.size == len(row)


def _is_named(doc: Doc, phrase: Phrase) -> bool:
    """'[identified] the other five as'"""
    return any(t.lemma_ in NAMING for t in doc[max(phrase.start - 6, 0) : phrase.start])


def _among(doc: Doc, names: Row, opening: int, phrase: Phrase) -> list[Named]:
    """'Among them was [Ana Roe]'; '…, among them [Ana Roe]'; '[A, B and C] were among the five'"""
    end = phrase.end
    if opening and doc[opening - 1].lower_ in {"were", "are"}:
        found = name_lists.before(doc, names, opening - 1)
        return found if len(found) > 1 else []
    if opening and doc[opening - 1].pos_ in {"VERB", "AUX"}:
        return []
    first = min([name.start for name in names if name.start >= end], default=end)
    be = next((t.i for t in doc[end : min(first, end + 10)] if t.lower_ in _BE), None)
    if be is not None:  # and no '…, among them [Ana Roe], who was hurt'
        return _list(doc, names, be + 1, phrase)
    follows = opening > 0 and doc[opening - 1].text in {",", "—", "–", ";"}
    return _list(doc, names, end, phrase) if follows else []


def _fits(phrase: Phrase, row: Row, *, whole: bool) -> bool:
    """Whether the sum is right: so many as are counted, or fewer of those told in part."""
    is_plain = phrase.way is Way.ALL and phrase.size is None and not phrase.noun
    if phrase.way is Way.ALL and whole and len(row) < 2:
        return False
    if phrase.size is None:
        return is_plain or len(row) > 1 or phrase.way is Way.REST or not whole
    if whole and phrase.way in {Way.PART, Way.REST}:
        return len(row) == phrase.size
    return len(row) <= phrase.size


def _name(draft: Draft, index: int, phrase: Phrase, row: Row, sets: list[Set]) -> None:
    """Gives the names to the set that is spoken of, and to a part of it that is."""
    one = _spoken_of(draft, index, phrase, sets)
    if one is None or not is_kind(one.noun, row):
        return
    if phrase.way is Way.REST and phrase.size and one.size and phrase.size >= one.size:
        return
    members = _mentions(draft, index, row)
    if one.size is not None:
        new = [m for m in members if not any(is_same(m, own) for own in one.members)]
        if len(new) + len(one.members) > one.size:
            return
    one.take(members, index, phrase)
    is_part = phrase.way is Way.PART or (phrase.way is Way.ALL and phrase.size and not phrase.noun)
    if is_part and phrase.size is not None and 1 < phrase.size != one.size:
        part = Set(one.noun, phrase.size, [], parent=one)
        part.take(members, index, phrase)
        sets.append(part)


def _spoken_of(draft: Draft, index: int, phrase: Phrase, sets: list[Set]) -> Set | None:
    """The set that words take up; a new one where they open one."""
    if phrase.way is Way.NEW:
        return _open(index, phrase, sets)
    if phrase.is_state:
        return _in_state(draft, index, phrase, sets)
    size = phrase.of or (phrase.size if phrase.way is Way.ALL else None)
    one = latest(draft, index, sets, size=size) if size else latest(draft, index, sets)
    if one is None and phrase.of is not None and phrase.noun:
        one = latest(draft, index, sets, size=phrase.of, back=index)  # however far back
    if one is None and size and phrase.way is Way.ALL and not phrase.noun:
        one = latest(draft, index, sets)  # 'the two held in Rota' of six
        one = one if one and one.size and one.size > size else None
    if one is not None and not alike(phrase.noun, one.noun):
        one = None
    if phrase.way is Way.ALL and phrase.noun and _is_another(phrase, one, index):
        return _open(index, phrase, sets)
    return one


def _in_state(draft: Draft, index: int, phrase: Phrase, sets: list[Set]) -> Set | None:
    """'The dead': those whom the article counted where it told of the death; 'among those freed'."""
    befallen = [one for one in sets if _has_befallen(draft, one.anchors[0], phrase.noun)]
    if not befallen and draft.lines[index].doc[phrase.start].lower_ == "among":
        return None
    return befallen[-1] if befallen else _open(index, phrase, sets)


def _has_befallen(draft: Draft, anchor: Anchor, state: str) -> bool:
    """'killed [two workers]', '[six people] were hurt', '[three injured men]' for a state"""
    doc = draft.lines[anchor.sentence_index].doc
    noun = doc[anchor.start : anchor.end].root
    deeds = [noun.head, *(c for c in noun.lefts if c.tag_ == "VBN")]
    leading = {"dead": ("die", "kill"), "deceased": ("die", "kill")}.get(state, (state,))
    return any(lexicon.same_family(t.lemma_.lower(), deed) for t in deeds for deed in leading)


def _is_another(phrase: Phrase, one: Set | None, index: int) -> bool:
    """Whether 'the five sailors' are not those spoken of last: others, or not so many."""
    if one is None or one.last == index:
        return True
    return bool(phrase.size and one.size and phrase.size != one.size)


def _open(index: int, phrase: Phrase, sets: list[Set]) -> Set:
    one = Set(phrase.noun, phrase.size, [])
    one.take((), index, phrase)
    sets.append(one)
    return one


def _leave(draft: Draft, index: int, phrase: Phrase, sets: list[Set]) -> None:
    """'[The other two] are still free': the members that the part told last leaves over."""
    one = latest(draft, index, sets) if phrase.way is Way.REST else None
    if one is None or one.size != len(one.members) or not alike(phrase.noun, one.noun):
        return
    parts = [s for s in sets if s.parent is one]
    if not parts:
        return
    told = parts[-1].members
    rest = [m for m in one.members if not any(is_same(m, other) for other in told)]
    if phrase.size is None or phrase.size == len(rest):
        part = Set(one.noun, len(rest), [], parent=one)
        part.take(rest, index, phrase)
        sets.append(part)


def _mentions(draft: Draft, index: int, row: Row) -> list[Mention]:
    """The names of a row, each as what it stands for."""
    found = (
        draft.at.get((index, name.start), Mention(index, name.start, name.end, "name", None))
        for name in row
    )
    return list(found)


def _another(draft: Draft, index: int, token: Token, names: Row, sets: list[Set]) -> None:
    """'[another freed detainee], Roe, was': one more, or one of those named."""
    doc, start = token.doc, token.i
    if token.lower_ != "another":
        return
    name = next((n for n in names if start < n.start <= start + 6), None)
    if name is None or doc[name.start - 1].text != ",":
        return
    found = _mentions(draft, index, [name])
    head = doc[name.start - 2]
    here = draft.lines[index].paragraph
    for one in reversed(sets):
        if one.parent is not None or not one.members or found[0].entity is None:
            continue
        if here - draft.lines[one.last].paragraph > PARAGRAPHS_BACK:
            continue
        member = any(is_same(m, found[0]) for m in one.members)
        if member or (alike(head.lemma_.lower(), one.noun) and (one.size or 99) > len(one.members)):
            one.take(found, index, Phrase(start, name.start - 1, Way.PART))
            return
