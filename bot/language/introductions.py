"""Who was spoken of before the name came: 'Her lawyer said so', and later 'The lawyer, Ana Roe, left'."""

from spacy.tokens import Token

from bot.language.draft import Description, Draft
from bot.language.mentions import Mention
from bot.language.phrases import noun_phrase

_FAR = 30  # sentences back
_FORMS = {"apposition", "title"}


def find(draft: Draft) -> None:
    """Adds the words by which somebody was introduced to what is known of the bearer of the name."""
    for told in list(draft.descriptions):
        noun = _bare(draft, told)
        if noun is not None and (earlier := _earlier(draft, told.sentence_index, noun)):
            sentence, token = earlier
            start, end = noun_phrase(token)
            draft.describe(Description(told.entity, sentence, start, end, told.form))
            draft.add(Mention(sentence, token.i, token.i + 1, "nominal", told.entity))


def _bare(draft: Draft, told: Description) -> Token | None:
    """The noun of '[the lawyer], Ana Roe', which says too little to be the first word of her."""
    words = draft.lines[told.sentence_index].doc[told.start : told.end]
    is_bare = told.form in _FORMS and len(words) == 2 and words[0].lower_ == "the"
    return words[1] if is_bare and words[1].tag_ == "NN" else None


def _earlier(draft: Draft, sentence: int, noun: Token) -> tuple[int, Token] | None:
    """The last words before that tell more of such a one, unless they are somebody else's."""
    for index in range(sentence - 1, max(sentence - _FAR, 0) - 1, -1):
        for token in reversed(draft.lines[index].doc):
            if token.lemma_.lower() != noun.lemma_.lower() or token.tag_ != "NN":
                continue
            of_others = any(
                d.start <= token.i < d.end and d.form != "relative"
                for d in draft.descriptions_in(index)
            )
            if of_others or draft.entity_at(index, token.i) is not None:
                return None
            start, end = noun_phrase(token)
            if end - start > 1 and token.doc[start].lower_ not in {"the", "that", "this"}:
                return index, token
    return None
