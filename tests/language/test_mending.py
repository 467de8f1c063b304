"""Parses that English does not allow are mended; all others stay as they are."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bot.language.mending import mended
from tests.told import parsed

STAYS = [
    "Which/WDT>floats:nsubj floats/VBZ/float>:root",
    "Mara/NNP>left:nsubj left/VBD/leave>:root after/IN>dinner:case dinner/NN>left:obl",
    "A/DT>port:det port/NN>:root closed/VBN/close>port:acl by/IN>ice:case ice/NN>closed:obl",
    "Mara/NNP>baker:nsubj is/VBZ/be>baker:cop a/DT>baker:det baker/NN>:root",
    "Mara/NNP>came:nsubj came/VBD/come>:root and/CC>paid:cc paid/VBD/pay>came:conj",
    "They/PRP>leave:nsubj may/MD>leave:aux leave/VB>:root and/CC>pay:cc pay/VB>leave:conj",
    # "said" has the quotation before it, and a subject behind
    "Ice/NN>came:nsubj came/VBD/come>said:ccomp ,/,>said:punct said/VBD/say>:root Mara/NNP>said:nsubj",
    # nouns that could be verbs: no subject, or no noun to meet
    "The/DT>ships:det harbor/NN>ships:compound ships/NNS/ship>left:nsubj "
    "left/VBD/leave>:root ./.>left:punct",
    "She/PRP>saw:nsubj saw/VBD/see>:root her/PRP$>ships:nmod:poss harbor/NN>ships:compound "
    "ships/NNS/ship>saw:obj ./.>saw:punct",
    "He/PRP>gave:nsubj gave/VBD/give>:root Mara/NN/mara>gave:iobj the/DT>ships:det "
    "harbor/NN>ships:compound ships/NNS/ship>gave:obj ./.>gave:punct",
    "those/DT>boats:det boats/NNS/boat>sank:nsubj sank/VBD/sink>:root",
    "He/PRP>drunk:nsubj was/VBD/be>drunk:aux:pass drunk/JJ>:root",
    # "I" is the subject of a verb, or no name stands before it
    "Vigo/NNP>:root I/PRP>left:nsubj left/VBD/leave>Vigo:acl:relcl",
    "then/RB>port:advmod I/PRP>port:nsubj port/VBP>:root",
    # one subject only; "and" joins
    "Friends/NNS/friend>wept:nsubj of/IN>Mara:case Mara/NNP>Friends:nmod wept/VBD/weep>:root",
    "Mara/NNP>:root and/CC>Leo:cc Leo/NNP>Mara:conj",
    # the clause has a word of its own that opens it
    "the/DT>crew:det crew/NN>:root that/WDT>sank:nsubj sank/VBD/sink>crew:acl:relcl",
    # no object, or no comma: what was done to the noun before it
    "Mara/NNP>:root ,/,>freed:punct freed/VBN/free>Mara:acl on/IN>Monday:case Monday/NNP>freed:obl",
    "a/DT>town:det town/NN>:root named/VBN/name>town:acl Vigo/NNP>named:obj",
    # "and" joins two deeds of the same people
    "They/PRP>let:nsubj let/VBD/let>:root Mara/NNP>let:obj and/CC>help:cc help/VBP>let:conj",
]


def shown(doc: Doc) -> list[str]:
    return [f"{t.text}/{t.tag_}>{t.head.text}:{t.dep_}" for t in doc]


@pytest.mark.parametrize("rows", STAYS)
def test_a_parse_that_can_be_right_stays(rows: str) -> None:
    assert shown(mended(parsed(rows))) == shown(parsed(rows))


MENDED = [
    (
        "Which/WDT>sank:nsubj boats/VBZ/boat>sank:nsubj sank/VBD/sink>:root",
        "boats/NNS>sank:nsubj",
    ),
    (
        "Bakers/NNS/baker>freed:nsubj:pass cooks/NNS/cook>Bakers:conj and/CC>guards:cc "
        "guards/NNS/guard>freed:nsubj:pass were/VBD/be>freed:aux:pass freed/VBN/free>:root",
        "guards/NNS>Bakers:conj",
    ),
    (  # the name hangs on what hangs on the port
        "moored/VBD/moor>port:advcl Vigo/NNP>moored:obl I/PRP>port:nsubj port/VBP>:root",
        "Vigo/NNP>port:compound I/CD>port:nummod port/NN>port:ROOT",
    ),
    (
        "Mara/NNP>deposed:nsubj:pass was/VBD/be>deposed:aux:pass deposed/JJ>:root",
        "deposed/VBN>deposed:ROOT",
    ),
    (
        "Crews/NNS/crew>rushed:nsubj rushed/VBN/rush>:root to/IN>port:case port/NN>rushed:obl",
        "rushed/VBD>rushed:ROOT",
    ),
    (
        "It/PRP>is:nsubj is/VBZ/be>:root a/DT>claim:det claim/NN>is:obj his/PRP$>denies:nmod:poss "
        "crew/NN>denies:compound denies/NNS/deny>is:obl ./.>is:punct",
        "his/PRP$>crew:nmod:poss crew/NN>denies:nsubj denies/VBZ>claim:acl:relcl",
    ),
    (
        "Crews/NNS/crew>embrace:nsubj embrace/NN>:root outside/RB>embrace:advmod",
        "embrace/VBP>embrace:ROOT",
    ),
    (
        "What/WP>do:obj did/VBD/do>do:aux it/PRP>do:nsubj do/NN>:root",
        "do/VBP>do:ROOT",
    ),
    (
        "She/PRP>spoke:nsubj spoke/VBD/speak>:root in/IN>note:case a/DT>note:det note/NN>spoke:obl "
        "addressed/VBD/address>spoke:ccomp to/IN>Leo:case Leo/NNP>addressed:obl",
        "addressed/VBN>note:acl",
    ),
    (
        "They/PRP>weigh:nsubj weigh/VBP>:root the/DT>steps:det steps/NNS/step>weigh:obj "
        "after/IN>Mara:case Mara/NNP>left:nsubj left/VBD/leave>steps:acl:relcl",
        "after/IN>left:mark left/VBD>weigh:advcl",
    ),
    (
        "Crews/NNS/crew>cheer:nsubj cheer/VBP>said:advcl after/IN>Mara:case Mara/NNP>said:nsubj "
        "said/VBD/say>:root so/RB>said:advmod",
        "cheer/VBP>cheer:ROOT after/IN>said:mark said/VBD>cheer:advcl",
    ),
    (
        "She/PRP>heard:nsubj heard/VBD/hear>:root he/PRP>leave:nsubj could/MD>leave:aux "
        "leave/VB>heard:ccomp and/CC>bought:cc bought/VBD/buy>leave:conj tickets/NNS/ticket>bought:obj",
        "bought/VBD>heard:conj",
    ),
    (
        "They/PRP>freed:nsubj:pass were/VBD/be>freed:cop among/IN>those:case those/DT>freed:det "
        "freed/VBN/free>:root",
        "They/PRP>those:nsubj were/VBD>those:cop those/DT>those:ROOT freed/VBN>those:acl",
    ),
    (
        "They/PRP>met:nsubj met/VBD/meet>:root outside/IN>Vigo:case the/DT>Vigo:det Vigo/NNP>met:obl "
        "I/PRP>prison:nsubj prison/VBP>met:parataxis",
        "prison/NN>met:obl I/CD>prison:nummod Vigo/NNP>prison:compound outside/IN>prison:case",
    ),
    (
        "Friends/NNS/friend>wept:nsubj of/IN>nurse:case nurse/NN>Friends:nmod Mara/NNP>wept:nsubj "
        "wept/VBD/weep>:root",
        "Friends/NNS>wept:nsubj Mara/NNP>Friends:nmod nurse/NN>Mara:nmod:desc of/IN>Mara:case",
    ),
    (
        "It/PRP>Mara:nsubj was/VBD/be>Mara:cop Mara/NNP>:root ,/,>Leo:punct according/VBG>Leo:case "
        "to/IN>according:fixed Leo/NNP>Mara:conj",
        "Leo/NNP>Mara:obl",
    ),
    (
        "Mara/NNP>:root ,/,>judge:punct a/DT>judge:det judge/NN>Mara:appos ,/,>freed:punct "
        "freed/VBN/free>Mara:acl men/NNS/man>freed:obj on/IN>Monday:case Monday/NNP>Mara:nmod",
        "Mara/NNP>freed:nsubj freed/VBD>freed:ROOT Monday/NNP>freed:obl",
    ),
    (
        "They/PRP>let:nsubj let/VBD/let>:root men/NNS/man>let:obj ,/,>ill:punct ill/JJ>men:amod "
        ",/,>go:punct go/VBP>let:conj",
        "go/VB>let:xcomp",
    ),
    (
        "Bakers/NNS/baker>:root and/CC>cooks:cc cooks/NNS/cook>there:nsubj were/VBD/be>there:cop "
        "there/RB>Bakers:acl:relcl on/IN>Monday:case Monday/NNP>Bakers:nmod",
        "Bakers/NNS>there:nsubj cooks/NNS>Bakers:conj there/RB>there:ROOT Monday/NNP>there:obl",
    ),
]


@pytest.mark.parametrize(("rows", "expected"), MENDED)
def test_a_parse_that_cannot_be_right_is_mended(rows: str, expected: str) -> None:
    found = shown(mended(parsed(rows)))

    assert [row for row in expected.split() if row not in found] == [], found


@pytest.mark.parametrize("rows", [rows for rows, _ in MENDED])
def test_what_is_mended_once_stays(rows: str) -> None:
    once = mended(parsed(rows))
    before = shown(once)

    assert shown(mended(once)) == before
    assert sum(token.head.i == token.i for token in once) == 1


WORDS = "I Vigo port nurse Mara friends after let freed those and bought ships harbor , who".split()
TAGS = "NN NNS NNP PRP VB VBP VBD VBN JJ DT CC IN WDT , CD".split()
DEPS = (
    "nsubj nsubj:pass obj obl nmod case compound conj cc acl acl:relcl ccomp advcl parataxis det aux"
    " aux:pass mark dep punct"
).split()
TOKENS = st.tuples(*map(st.sampled_from, (WORDS, TAGS, DEPS)), st.integers(0, 99))


@given(st.lists(TOKENS, min_size=2, max_size=12), st.randoms(use_true_random=False))
def test_whatever_is_mended_stays_a_tree(
    tokens: list[tuple[str, str, str, int]], order: Random
) -> None:
    words, tags, deps, picks = (list(column) for column in zip(*tokens, strict=True))
    places = list(range(len(tokens)))
    order.shuffle(places)
    heads = list(range(len(tokens)))
    for rank, place in enumerate(places[1:], 1):  # each hangs on one that hangs already
        heads[place] = places[picks[place] % rank]
    deps[places[0]] = "ROOT"
    kinds = {"NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "JJ": "ADJ"}
    pos = [kinds.get(tag, "VERB" if tag.startswith("V") else "X") for tag in tags]
    vocab = Vocab(strings=[])
    doc = Doc(vocab, words, tags=tags, deps=deps, heads=heads, pos=pos, lemmas=words)

    for token in mended(doc):
        above, steps = token, 0
        while above.head.i != above.i:
            above, steps = above.head, steps + 1
            assert steps < len(doc)
