"""The surroundings of what a reply cites."""

from collections.abc import Iterator

from bot.domain import Article, Citation, Corpus, Excerpt, Reply, Role, Sentence


def in_context(reply: Reply, corpus: Corpus) -> tuple[Excerpt, ...]:
    """Each cited sentence between its neighbours; those that overlap are one excerpt.

    In the order of the articles; what is no longer in the corpus is left out.
    """
    return tuple(
        excerpt
        for article in corpus.articles
        for excerpt in _of_article(
            article, [c for c in reply.citations if c.sentence.source.stem == article.source.stem]
        )
    )


def _of_article(article: Article, citations: list[Citation]) -> Iterator[Excerpt]:
    cited = {citation.sentence.number: citation for citation in citations}
    shown = {number for number in cited for number in _around(article, number)}
    stretch: list[Sentence] = []
    for sentence in (*article.sentences, None):
        if sentence and sentence.number in shown:
            stretch.append(sentence)
        elif stretch and (sentence is None or sentence.role is Role.BODY):
            inside = tuple(cited[s.number] for s in stretch if s.number in cited)
            yield Excerpt(tuple(stretch), inside)
            stretch = []


def _around(article: Article, number: int) -> Iterator[int]:
    """The numbers of a sentence and of its neighbours; headings and captions are none."""
    yield number
    for step in (-1, 1):
        place = number - 1 + step
        while 0 <= place < len(article.sentences):
            if article.sentences[place].role is Role.BODY:
                yield article.sentences[place].number
                break
            place += step
