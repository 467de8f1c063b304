"""What the bot tells about its articles, in every kind of chat."""

from collections.abc import Sequence

from bot import links
from bot.desk import Desk
from bot.domain import Article, Corpus
from bot.glance import Glance
from bot.interface import Interface, spoken
from bot.pages import Block, Page, Run, link, pages
from bot.render import short_date, to_list

SHOWN_TITLES = 5  # in a greeting
SHOWN_EXAMPLES = 3
SHOWN_ARTICLES = 30  # in /sources: two messages at most, with titles of usual length


def titles(corpus: Corpus, interface: Interface) -> str:
    """'• The first title', a line each."""
    lines = [f"• {article.source.title}" for article in corpus.articles]
    return "\n".join(few(lines, SHOWN_TITLES, interface))


def linked_titles(corpus: Corpus, interface: Interface, bot: str) -> list[Run]:
    """The same behind `glance.articles`, each a link that opens the article in private."""
    runs = [Run(interface.fill("glance.articles"))]
    for article in corpus.articles[:SHOWN_TITLES]:
        runs += [Run("\n• "), Run(article.source.title, link(address_of(article, bot)))]
    more = len(corpus.articles) - SHOWN_TITLES
    return [*runs, Run("\n" + interface.fill("list.more", count=more))] if more > 0 else runs


def sources(corpus: Corpus, interface: Interface, bot: str) -> list[Page]:
    """Every article with its publisher, date, length and address; its title opens it."""
    count = len(corpus.articles)
    heading = (
        interface.fill("sources.one") if count == 1 else interface.fill("sources.many", count=count)
    )
    blocks = [Block((Run(heading),))]
    for article in corpus.articles[:SHOWN_ARTICLES]:
        title = Run(article.source.title, link(address_of(article, bot)))
        blocks.append(Block((title, Run("\n" + details(article, interface)))))
    if count > SHOWN_ARTICLES:
        more = interface.fill("list.more", count=count - SHOWN_ARTICLES)
        blocks.append(Block((Run(more),)))
    return pages(blocks)


def at_a_glance(article: Article, glance: Glance, interface: Interface) -> Page:
    """How an article begins, under its title; below, where it is from."""
    stem, rest = article.source.stem, details(article, interface)
    for line in glance.sheet("story").lines:
        if line.reply.citations[0].sentence.source.stem == stem:
            title = article.source.title if line.heading else ""  # else it begins with it
            return to_list(line.reply, title, quoting=False, footer=[Run(rest)])
    return Page.plain(f"{article.source.title}\n{rest}")


def address_of(article: Article, bot: str) -> str:
    """The link that opens an article."""
    return links.address(bot, links.to_article(article.source.stem))


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
    return f"{article.source.title}\n{details(article, interface)}"


def details(article: Article, interface: Interface) -> str:
    """'The Daily, 9 Jan 2026, 12 sentences', and the address below."""
    source, count = article.source, len(article.sentences)
    length = (
        interface.fill("sources.sentence")
        if count == 1
        else interface.fill("sources.sentences", count=count)
    )
    published = short_date(source.published) if source.published else ""
    line = ", ".join(known for known in (source.publisher, published, length) if known)
    return f"{line}\n{source.url}" if source.url else line
