"""What the bot tells about its articles, in every kind of chat."""

from collections.abc import Iterator, Sequence

from bot.desk import Desk
from bot.domain import Article, Corpus
from bot.interface import Interface, spoken
from bot.render import short_date

SHOWN_TITLES = 5  # in a greeting
SHOWN_EXAMPLES = 3
SHOWN_ARTICLES = 30  # in /sources: two messages at most, with titles of usual length


def titles(corpus: Corpus, interface: Interface) -> str:
    """'• The first title', a line each."""
    lines = [f"• {article.source.title}" for article in corpus.articles]
    return "\n".join(few(lines, SHOWN_TITLES, interface))


def sources(corpus: Corpus, interface: Interface) -> str:
    """Every article with its publisher, date, length and address."""
    count = len(corpus.articles)
    heading = (
        interface.fill("sources.one") if count == 1 else interface.fill("sources.many", count=count)
    )
    entries = [entry(article, interface) for article in corpus.articles]
    return "\n\n".join([heading, *few(entries, SHOWN_ARTICLES, interface)])


def examples(desk: Desk, interface: Interface) -> str:
    """A paragraph of questions that the articles answer; "" while there is none."""
    some = "\n".join(f"• {question}" for question in desk.examples_in(spoken())[:SHOWN_EXAMPLES])
    return "\n\n" + interface.fill("help.examples", examples=some) if some else ""


def few(lines: Sequence[str], most: int, interface: Interface) -> list[str]:
    """The first `most` lines, and how many more there are."""
    if len(lines) <= most:
        return list(lines)
    return [*lines[:most], interface.fill("list.more", count=len(lines) - most)]


def entry(article: Article, interface: Interface) -> str:
    """Title; publisher, date and length; address: a line each."""
    return "\n".join(_entry(article, interface))


def _entry(article: Article, interface: Interface) -> Iterator[str]:
    source, count = article.source, len(article.sentences)
    yield source.title
    length = (
        interface.fill("sources.sentence")
        if count == 1
        else interface.fill("sources.sentences", count=count)
    )
    published = short_date(source.published) if source.published else ""
    yield ", ".join(known for known in (source.publisher, published, length) if known)
    if source.url:
        yield source.url
