"""Parses mended where their own form shows that they are wrong.

Each rule takes what English does not allow (a subject with a preposition, a noun with a subject) for
the small parser's mistake, and gives it the reading that is left.
"""

from spacy.language import Language
from spacy.tokens import Doc, Token

from bot.language import lexicon

SUBJECTS = {"nsubj", "nsubj:pass"}
_HELPERS = {"aux", "aux:pass", "cop"}
_OPENING = {"after", "before", "since", "until", "as", "because", "although", "though", "while"}
_RELATIVE = {"who", "which", "that", "whom", "whose", "where", "when"}
_MAKING = {"let", "make", "help", "have", "see", "watch", "hear"}
_ENDS = {"VBD": "VBN", "NNS": "VBZ", "NN": "VBP"}


@Language.component("mended")
def mended(doc: Doc) -> Doc:
    """The parse, each rule tried on each word."""
    tokens = list(doc)
    for rule in (
        _numeral,
        _asked,
        _named,
        _according,
        _participle,
        _verb_for_noun,
        _past,
        _reduced,
        _deed,
        _opened,
        _another_verb,
        _made,
        _those,
        _joined,
        _rest,
    ):
        for token in tokens:
            rule(token)
    return doc


def _has(token: Token, relations: set[str]) -> bool:
    return any(child.dep_ in relations for child in token.children)


def _hang(token: Token, head: Token, relation: str) -> None:
    """Leaves the parse as it is rather than make a circle."""
    if head.i != token.i and not token.is_ancestor(head):
        token.head, token.dep_ = head, relation


def _numeral(token: Token) -> None:
    """'the Vigo [I] port' with "I" for a subject: the noun after it is no verb."""
    noun = token.head
    before = token.nbor(-1) if token.i else token
    if token.text != "I" or before.pos_ != "PROPN" or noun.i != token.i + 1:
        return
    if lexicon.families(noun.lemma_.lower()) or not lexicon.place_type(noun.lower_):
        return
    noun.tag_, noun.pos_ = "NN", "NOUN"
    token.tag_, token.pos_, token.dep_ = "CD", "NUM", "nummod"
    if before.head.i == before.i:
        noun.head, noun.dep_ = noun, before.dep_
    elif before.head.i < noun.i:
        _hang(noun, before.head, before.dep_)
    for child in list(before.lefts):
        _hang(child, noun, child.dep_)
    _hang(before, noun, "compound")


def _asked(token: Token) -> None:
    """'Which [boats] sank?' with a verb for a subject: it is what is asked for."""
    before = token.nbor(-1) if token.i == 1 else token
    if token.tag_ == "VBZ" and token.dep_ in SUBJECTS and before.lower_ in {"which", "what"}:
        token.tag_, token.pos_ = "NNS", "NOUN"
        _hang(before, token, "det")


def _named(token: Token) -> None:
    """'Friends of nurse [Mara] wept' with two subjects: the name says who the nurse is."""
    title = token.nbor(-1) if token.i else token
    if token.dep_ not in SUBJECTS or token.pos_ != "PROPN" or title.tag_ != "NN":
        return
    subject = title.head
    if title.dep_ != "nmod" or subject.dep_ != token.dep_ or subject.head.i != token.head.i:
        return
    token.head, token.dep_ = subject, "nmod"
    for child in list(title.lefts):
        if child.dep_ == "case":
            child.head = token
    title.head, title.dep_ = token, "nmod:desc"


def _according(token: Token) -> None:
    """'It was Mara, [according to] Leo' with Leo joined to her: no "and" stands between them."""
    if token.dep_ != "conj" or _has(token, {"cc"}):
        return
    if any(child.lower_ == "according" and child.dep_ == "case" for child in token.lefts):
        token.dep_ = "obl"


def _participle(token: Token) -> None:
    """'was deposed' with an adjective: only a verb has the auxiliary of a passive."""
    if token.tag_ == "JJ" and token.lower_.endswith("ed") and _has(token, {"aux:pass"}):
        token.tag_, token.pos_ = "VBN", "VERB"


def _verb_for_noun(token: Token) -> None:
    """'an accusation his family [denies]', 'Families [embrace] outside': two nouns cannot meet so.
    'What did it [do]?': nor has a noun an auxiliary."""
    if token.pos_ != "NOUN" or token.tag_ not in {"NN", "NNS"}:
        return
    if not _is_verb(token) and not _has(token, {"aux"}):
        return
    if _has(token, {"nsubj"}) and not _has(token, {"cop", "det", "case", "nmod:poss"}):
        token.tag_, token.pos_ = _ENDS[token.tag_], "VERB"
        return
    subject = token.nbor(-1) if token.i else token
    if subject.dep_ != "compound" or subject.head.i != token.i or token.tag_ != "NNS":
        return
    opening = next((c for c in token.lefts if c.tag_ in {"DT", "PRP$"}), None)
    if opening is None or opening.i == 0 or not _ends_clause(token):
        return
    before = opening.nbor(-1)
    if before.pos_ == "NOUN" and before.dep_ != "iobj":
        token.tag_, token.pos_ = "VBZ", "VERB"
        subject.dep_ = "nsubj"
        for child in list(token.lefts):
            if child.i < subject.i:
                _hang(child, subject, child.dep_)
        _hang(token, before, "acl:relcl")


def _is_verb(token: Token) -> bool:
    return bool(lexicon.families(token.lemma_.lower()))


def _ends_clause(token: Token) -> bool:
    return token.i + 1 >= len(token.doc) or token.nbor(1).is_punct


def _past(token: Token) -> None:
    """'families [rushed] to prisons' with a participle: it has a subject, and no auxiliary."""
    if token.tag_ == "VBN" and _has(token, {"nsubj"}) and not _has(token, _HELPERS):
        token.tag_ = "VBD"


def _reduced(token: Token) -> None:
    """'a message [addressed] to families' with a past tense: nobody is its subject."""
    if token.tag_ != "VBD" or token.dep_ not in {"ccomp", "advcl", "xcomp", "parataxis", "dep"}:
        return
    noun = token.nbor(-1) if token.i else token
    if noun.pos_ == "NOUN" and not _has(token, SUBJECTS | _HELPERS | {"obj", "expl"}):
        token.tag_ = "VBN"
        _hang(token, noun, "acl")


def _deed(token: Token) -> None:
    """'The mayor, Ana Roe, [named] three judges' with a participle and no deed: it has an object,
    and a participle that follows its noun has none."""
    noun = token.head
    if token.dep_ != "acl" or token.tag_ not in {"VBN", "VBD"} or noun.head.i != noun.i:
        return
    if not _has(token, {"obj"}) or _has(token, _HELPERS | SUBJECTS) or _has(noun, {"cop"}):
        return
    if token.i < 2 or token.nbor(-1).text != "," or noun.pos_ not in {"NOUN", "PROPN"}:
        return
    token.tag_, token.head, token.dep_ = "VBD", token, "ROOT"
    noun.head, noun.dep_ = token, "nsubj"
    for child in list(noun.rights):
        if child.i > token.i:
            child.head, child.dep_ = token, child.dep_.replace("nmod", "obl")


def _opened(token: Token) -> None:
    """'[after] the mayor left' with a preposition: what follows has a verb, and so is a clause."""
    if token.lower_ not in _OPENING or token.dep_ != "case" or token.head.dep_ not in SUBJECTS:
        return
    verb = token.head.head
    if verb.pos_ != "VERB" or not token.i < token.head.i < verb.i:
        return
    if verb.head.i == verb.i:
        _put_first(verb, before=token)
        return
    _hang(token, verb, "mark")
    relative = any(child.lower_ in _RELATIVE for child in verb.lefts)
    if verb.dep_ in {"acl:relcl", "acl", "parataxis"} and not relative:
        above = next((a for a in verb.ancestors if a.pos_ == "VERB"), None)
        if above is not None:
            _hang(verb, above, "advcl")


def _put_first(verb: Token, before: Token) -> None:
    """'Crowds cheer [after] the mayor left': of two verbs the one that is opened depends."""
    main = next((c for c in verb.lefts if c.pos_ == "VERB" and c.i < before.i), None)
    if main is not None:
        before.head, before.dep_ = verb, "mark"
        main.head, main.dep_ = main, "ROOT"
        verb.head, verb.dep_ = main, "advcl"


def _another_verb(token: Token) -> None:
    """'She heard that he could leave and [bought] a ticket': "could" takes no past tense."""
    if token.tag_ != "VBD" or token.dep_ != "conj" or _has(token, SUBJECTS | {"aux"}):
        return
    if token.head.tag_ != "VB":
        return
    above = next((a for a in token.head.ancestors if a.tag_ == "VBD" and _has(a, SUBJECTS)), None)
    if above is not None:
        _hang(token, above, "conj")


def _made(token: Token) -> None:
    """'They let ten men, two of them ill, [go]' joined to "let": without "and" it says what they do."""
    verb = token.head
    if token.tag_ not in {"VB", "VBP"} or token.dep_ not in {"conj", "parataxis", "acl", "dep"}:
        return
    if (
        verb.lemma_ not in _MAKING
        or not _has(verb, {"obj"})
        or _has(token, SUBJECTS | {"cc", "mark"})
    ):
        return
    if token.i > verb.i:
        token.tag_, token.dep_ = "VB", "xcomp"


def _those(token: Token) -> None:
    """'They were among [those] freed' with "those" for an article: a participle has none."""
    those = token.nbor(-1) if token.i else token
    if those.lower_ != "those" or those.dep_ != "det" or those.head.i != token.i:
        return
    if token.tag_ not in {"VBN", "VBD"} or not (_has(token, {"case"}) or _has(those, {"case"})):
        return
    is_root = token.head.i == token.i
    those.head, those.dep_ = (those if is_root else token.head), token.dep_
    for child in list(token.lefts):
        if child.i != those.i:
            child.head, child.dep_ = those, child.dep_.removesuffix(":pass")
    token.tag_, token.head, token.dep_ = "VBN", those, "acl"
    those.pos_ = "PRON"


def _joined(token: Token) -> None:
    """'[Bakers], cooks [and waiters] were there' torn before "and": no subject begins with it."""
    subject = next((c for c in token.lefts if c.dep_ in SUBJECTS), None)
    if (
        subject is None
        or token.dep_ != "acl:relcl"
        or subject.left_edge.lower_ not in {"and", "or"}
    ):
        return
    first = token.head
    if first.i > subject.i or any(child.lower_ in _RELATIVE for child in token.lefts):
        return
    is_root = first.head.i == first.i
    token.head, token.dep_ = (token if is_root else first.head), first.dep_
    first.head, first.dep_ = token, subject.dep_
    subject.head, subject.dep_ = first, "conj"
    for child in list(first.rights):
        if child.i > token.i:
            child.head, child.dep_ = token, child.dep_.replace("nmod", "obl")


def _rest(token: Token) -> None:
    """'Bakers, nurses and night [guards] were freed' with two subjects: they are joined in one."""
    if token.dep_ not in SUBJECTS or not _has(token, {"cc"}):
        return
    first = next((t for t in token.head.lefts if t.i < token.i and t.dep_ == token.dep_), None)
    if first is not None:
        _hang(token, first, "conj")
