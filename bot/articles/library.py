"""The articles that are served, version by version: the folder's, with the admins' changes upon them.

An admin's change lies over the folder's file of the same stem until that file changes: then the
folder wins again.  Nothing here knows how articles are understood; whoever serves them prepares a
draft's corpus first and publishes the draft then.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePath

from bot import corpus
from bot.domain import Corpus, Problem, Text
from bot.errors import CorpusError
from bot.state import State
from bot.state.kept import Action, Override, Version


@dataclass(frozen=True, slots=True)
class Draft:
    """A version that could be published."""

    corpus: Corpus
    texts: tuple[Text, ...]  # as many as the corpus has articles
    overrides: Mapping[str, Override]
    after: Version | None  # what was newest when it was drafted
    what: str  # 'reload', 'add', 'remove', 'rollback', 'undo'
    about: str = ""  # a stem, a number
    notes: tuple[Problem, ...] = ()  # admins' changes that gave way to the folder


class Library:
    """The versions of the articles in one folder."""

    def __init__(self, folder: Path, state: State) -> None:
        self._folder = folder
        self._versions = state.versions
        self._audit = state.audit
        self._reader = corpus.Reader()

    @property
    def newest(self) -> Version | None:
        """The version that is to be served; another process may have made it."""
        return self._versions.newest()

    @property
    def kept(self) -> list[Version]:
        """The versions that one can go back to, newest first."""
        return self._versions.kept()

    @property
    def gone(self) -> list[str]:
        """The articles that are not served any more and can be restored, by stem."""
        newest = self.newest
        served = _by_stem(self._texts(newest.number)) if newest else {}
        known = {PurePath(file).stem for file in self._versions.files()}
        return sorted(known - served.keys())

    def served(self) -> Draft:
        """The newest version as it is; before the first one, what `reloaded` gives."""
        newest = self.newest
        if newest is None:
            return self.reloaded()
        return self._draft(self._texts(newest.number), self._versions.overrides(), newest, "reload")

    def reloaded(self) -> Draft:
        """The folder as it is now, with the admins' changes that still lie over it.

        CorpusError when the folder cannot be read, or a file that is served now is no article any
        more: nothing that is served is lost because of a slip.
        """
        newest = self.newest
        found = corpus.gather(self._folder)
        on_disk = _by_stem(found.texts)
        unreadable = {Path(problem.file).stem for problem in found.problems if problem.fatal}
        valid: dict[str, Override] = {}
        notes = []
        for stem, one in self._versions.overrides().items():
            lying = on_disk.get(stem)
            if stem in unreadable or (lying and lying.hash) == one.over:
                valid[stem] = one
            elif lying != one.text:
                line = "changed on disk, so that the file counts and what an admin did does not."
                file = lying or one.text
                notes.append(Problem(file.file if file else stem, None, line, fatal=False))
        texts = [text for text in found.texts if text.stem not in valid]
        texts += [one.text for one in valid.values() if one.text]
        draft = self._draft(
            texts, valid, newest, "reload", problems=found.problems, notes=tuple(notes)
        )
        self._refuse_losses(draft.corpus, newest)
        return draft

    def added(self, text: Text) -> Draft:
        """With an article more, or another in the place of that of the same stem.

        CorpusError when the text is no article, or says what the present one says already.
        """
        before = self.served()
        [article] = corpus.Reader().make([text]).articles
        others = [other for other in before.texts if other.stem != text.stem]
        if len(others) < len(before.texts) and text.text in {t.text for t in before.texts}:
            raise CorpusError(f"{text.file}: is served already, letter by letter.")
        for other in before.corpus.articles:
            if other.source.stem != text.stem and other.text == text.text:
                raise CorpusError(f"{text.file}: is served already, as “{other.source.stem}”.")
        changed = self._laid(before.overrides, text.stem, text)
        stem = article.source.stem
        return self._draft([*others, text], changed, before.after, "add", stem)

    def removed(self, stem: str) -> Draft:
        """Without an article.  CorpusError when it is not served, or the only one."""
        before = self.served()
        others = [text for text in before.texts if text.stem != stem]
        if len(others) == len(before.texts):
            raise CorpusError(
                f"There is no article “{stem}”; its id is its file name without .txt."
            )
        if not others:
            raise CorpusError(f"“{stem}” is the only article; add another before removing it.")
        changed = self._laid(before.overrides, stem, None)
        return self._draft(others, changed, before.after, "remove", stem)

    def restored(self, stem: str) -> Draft:
        """With the article that was last served under `stem` and is not now."""
        before = self.served()
        if any(text.stem == stem for text in before.texts):
            raise CorpusError(f"“{stem}” is served.")
        for version in self.kept:
            for text in self._texts(version.number):
                if text.stem == stem:
                    changed = self._laid(before.overrides, stem, text)
                    return self._draft(
                        [*before.texts, text], changed, before.after, "restore", stem
                    )
        raise CorpusError(f"No version that is kept has an article “{stem}”.")

    def rolled_back(self, number: int) -> Draft:
        """The articles of an earlier version.  CorpusError when it is not kept."""
        texts = self._texts(number)
        return self._as_overrides(texts, "rollback", str(number))

    def undone(self, number: int) -> Draft:
        """Without what a version changed; what was changed since stays.

        CorpusError when the version before it is not kept, or one of its articles was changed
        again since.
        """
        then, before = (_by_stem(self._texts(n)) for n in (number, number - 1))
        now = _by_stem(self.served().texts)
        for stem in then.keys() | before.keys():
            if then.get(stem) != before.get(stem):
                if now.get(stem) != then.get(stem):
                    raise CorpusError(f"“{stem}” was changed again since version {number}.")
                now.pop(stem, None)
                if stem in before:
                    now[stem] = before[stem]
        return self._as_overrides(now.values(), "undo", str(number))

    def publish(self, draft: Draft, who: str) -> Version | None:
        """Serve the draft from now on; None when there is nothing new in it.

        `who` is "" for the bot itself, when it starts.  StateError when the draft cannot be kept,
        OvertakenError when another process has published meanwhile: then all is as it was.
        """
        at = datetime.now(UTC)
        newest, version = draft.after, None
        if newest is None or _by_stem(draft.texts) != _by_stem(self._texts(newest.number)):
            version = self._versions.publish(
                draft.corpus.version, draft.texts, draft.overrides, after=newest,
                who=who, why=f"{draft.what} {draft.about}".strip(), at=at,
            )  # fmt: skip
        else:
            self._versions.lay(draft.overrides, after=newest)
        if version or who:
            self._audit.note(Action(at, who, draft.what, draft.about))
        return version

    def _as_overrides(self, texts: Iterable[Text], what: str, about: str) -> Draft:
        """These articles and no others, until the folder's files change."""
        wanted = _by_stem(texts)
        on_disk = self._on_disk()
        changed = {
            stem: Override(stem, wanted.get(stem), on_disk[stem].hash if stem in on_disk else None)
            for stem in wanted.keys() | on_disk.keys()
            if wanted.get(stem) != on_disk.get(stem)
        }
        return self._draft(wanted.values(), changed, self.newest, what, about)

    def _laid(
        self, overrides: Mapping[str, Override], stem: str, text: Text | None
    ) -> dict[str, Override]:
        """With one more change, unless the folder says the same without it."""
        lying = self._on_disk().get(stem)
        changed = {name: one for name, one in overrides.items() if name != stem}
        if text != lying:
            changed[stem] = Override(stem, text, lying.hash if lying else None)
        return changed

    def _on_disk(self) -> dict[str, Text]:
        try:
            return _by_stem(corpus.gather(self._folder).texts)
        except CorpusError:  # the folder is empty or away: nothing to lie over
            return {}

    def _texts(self, number: int) -> tuple[Text, ...]:
        numbers = [version.number for version in self.kept]
        texts = self._versions.texts(number) if number in numbers else None
        if texts is None:
            kept = f"; kept are {numbers[-1]} to {numbers[0]}" if numbers else ""
            raise CorpusError(f"There is no version {number}{kept}.")
        return texts

    def _draft(
        self,
        texts: Collection[Text],
        overrides: Mapping[str, Override],
        after: Version | None,
        what: str,
        about: str = "",
        *,
        problems: Iterable[Problem] = (),
        notes: tuple[Problem, ...] = (),
    ) -> Draft:
        made = self._reader.make(texts, problems)
        served = {article.source.stem: article.text for article in made.articles}
        kept = _by_stem(text for text in texts if served.get(text.stem) == text.text)
        return Draft(made, tuple(kept.values()), overrides, after, what, about, notes)

    def _refuse_losses(self, after: Corpus, newest: Version | None) -> None:
        left = {article.source.stem for article in after.articles}
        served = _by_stem(self._texts(newest.number)) if newest else {}
        lost = [
            problem
            for problem in after.problems
            if problem.fatal and (stem := Path(problem.file).stem) in served and stem not in left
        ]
        if lost:
            raise CorpusError("\n".join(map(str, lost)))


def _by_stem(texts: Iterable[Text]) -> dict[str, Text]:
    """The first text of each stem, in order of file name."""
    found: dict[str, Text] = {}
    for text in sorted(texts, key=lambda text: text.file):
        found.setdefault(text.stem, text)
    return found
