"""A corpus read aloud for the person who keeps it: what was understood, and what was not."""

from collections import Counter
from collections.abc import Iterator

from bot.domain import Article, Corpus, Role


def report(corpus: Corpus) -> str:
    """Every article with its sentences, then the problems, then the totals; no final newline."""
    lines = [line for article in corpus.articles for line in (*_article(article), "")]
    for problem in corpus.problems:
        lines.append(f"{'error' if problem.fatal else 'warning'}: {problem}")
    if corpus.problems:
        lines.append("")
    return "\n".join([*lines, _totals(corpus)])


def _article(article: Article) -> Iterator[str]:
    source = article.source
    roles = Counter(sentence.role for sentence in article.sentences)
    published = f"{source.published:%Y-%m-%d, a %A}" if source.published else "none"
    yield source.stem
    yield f"  title      {source.title}"
    yield f"  publisher  {source.publisher or 'none'}"
    yield f"  date       {published}"
    yield f"  url        {source.url or 'none'}"
    if article.place:
        yield f"  dateline   {article.place}{f' ({article.agency})' if article.agency else ''}"
    yield f"  sentences  {', '.join(f'{roles[role]} {role}' for role in Role)}"
    paragraph = 0
    for sentence in article.sentences:
        if sentence.paragraph != paragraph:
            yield ""
            paragraph = sentence.paragraph
        span = f"{sentence.start}-{sentence.end}"
        words = " ".join(sentence.text.split())
        yield f"  {sentence.number:>4}  {sentence.role:<7}  {span:<11}  {words}"


def _totals(corpus: Corpus) -> str:
    """'2 articles, 64 sentences, 1 warning, no errors; version 0123456789ab'"""
    errors = sum(problem.fatal for problem in corpus.problems)
    counts = [
        _count(len(corpus.articles), "article"),
        _count(sum(len(article.sentences) for article in corpus.articles), "sentence"),
        _count(len(corpus.problems) - errors, "warning"),
        _count(errors, "error"),
    ]
    return f"{', '.join(counts)}; version {corpus.version}"


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"
