"""The state keeps each thing as long as it should, finds it again, and forgets when asked."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from bot.links import digest
from bot.state import State, asked, handled, inlined, open_state, sent, subscriptions
from bot.state.kept import Action, Asked, Footing, Inlined, Sent, Subscription, Unanswered
from bot.state.state import KEY

NOW = datetime(2026, 1, 9, 12, tzinfo=UTC)
TODAY = NOW.date()
ANSWER = Sent(
    -7, 3, 10, (11, 12), "Who was released?", "abc", 501, NOW, "es", Footing("a", ("b", "c"))
)
WANTED = Subscription(501, -7, 3, 10, "Who was released?", NOW + timedelta(days=2), "es")
QUESTION = Asked("Who was  RELEASED?? ", TODAY, "who", answered=False, milliseconds=9.5)


@pytest.fixture
def state(tmp_path: Path) -> Iterator[State]:
    with closing(open_state(tmp_path)) as opened:
        yield opened


def reviewed(state: State, since: datetime, *, of_a_chat: int = 100) -> list[Sent]:
    """What was sent since a time and is to be looked at after a change."""
    return state.sent.to_review(since, "another", most=100, of_a_chat=of_a_chat)


def test_a_sent_answer_is_found_by_its_question_and_by_each_of_its_messages(state: State) -> None:
    state.sent.keep(ANSWER)

    assert state.sent.to_question(-7, 10) == ANSWER
    assert state.sent.with_message(-7, 11) == ANSWER == state.sent.with_message(-7, 12)
    assert state.sent.with_message(-7, 10) is None
    assert state.sent.to_question(-8, 10) is None


def test_a_new_answer_to_the_same_question_takes_the_place_of_the_old(state: State) -> None:
    state.sent.keep(ANSWER)
    state.sent.keep(replace(ANSWER, answers=(12, 13), version="def"))

    assert state.sent.with_message(-7, 11) is None
    assert reviewed(state, NOW) == [state.sent.with_message(-7, 13)]


def test_looked_at_after_a_change_are_the_last_answers_of_each_chat_and_no_silences(
    state: State,
) -> None:
    for number in range(3):
        later = NOW + timedelta(minutes=number)
        state.sent.keep(replace(ANSWER, question=number, answers=(100 + number,), at=later))
    elsewhere = replace(ANSWER, chat=8, at=NOW - timedelta(days=1))
    state.sent.keep(elsewhere)
    state.sent.keep(replace(ANSWER, chat=8, question=5, answers=(6,), footing=Footing()))

    assert [one.question for one in reviewed(state, NOW, of_a_chat=2)] == [2, 1]
    assert reviewed(state, elsewhere.at)[-1] == elsewhere
    assert state.sent.to_review(NOW, ANSWER.version, most=100, of_a_chat=100) == []
    assert len(state.sent.to_review(NOW, "another", most=1, of_a_chat=100)) == 1


def test_of_answers_sent_inline_the_last_are_kept_for_two_days(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inlined, "MOST", 2)
    sent_inline = Inlined("m0", "Q?", "abc", 501, NOW, "es", Footing("a", ("b",)))
    for number in range(4):
        later = NOW + timedelta(minutes=number)
        state.inlined.keep(replace(sent_inline, message=f"m{number}", at=later))
    assert len(state.inlined.to_review(NOW, "def", most=9)) == 4

    state.tidy(NOW + timedelta(minutes=4))
    assert [one.message for one in state.inlined.to_review(NOW, "def", most=9)] == ["m3", "m2"]
    assert state.inlined.to_review(NOW, "abc", most=9) == []
    state.tidy(NOW + timedelta(days=2, minutes=3))
    [last] = state.inlined.to_review(NOW, "def", most=9)
    assert replace(last, message="m0", at=NOW) == sent_inline and state.forget(501) == 1


def test_it_is_all_there_after_a_restart(tmp_path: Path) -> None:
    with closing(open_state(tmp_path)) as state:
        state.sent.keep(replace(ANSWER, at=datetime.now(UTC).replace(microsecond=0)))
        assert state.votes.cast(5, "Q?", "A.", "abc", up=True, day=date.today())
        assert state.handled.claim(99)

    with closing(open_state(tmp_path)) as state:
        assert state.sent.with_message(-7, 12)
        assert not state.votes.cast(5, "Q?", "A.", "abc", up=True, day=date.today())
        assert not state.handled.claim(99)


def test_a_voter_counts_once_for_an_answer_and_may_change_their_mind(state: State) -> None:
    def cast(voter: int, *, up: bool, version: str = "abc") -> bool:
        return state.votes.cast(voter, "Q?", "A.", version, up=up, day=TODAY)

    assert [cast(5, up=True), cast(5, up=True), cast(6, up=True)] == [True, False, True]
    assert cast(5, up=False) and cast(5, up=True, version="def")

    assert [(t.version, t.up, t.down) for t in state.votes.tallies()] == [
        ("abc", 1, 1), ("def", 1, 0)
    ]  # fmt: skip
    assert state.votes.count(TODAY) == (2, 1)
    assert state.votes.count(TODAY + timedelta(days=1)) == (0, 0)
    assert state.votes.withdraw(5, "Q?", "A.", "abc")
    assert not state.votes.withdraw(5, "Q?", "A.", "abc")


def test_neither_votes_nor_questions_hold_who_it_was(tmp_path: Path, state: State) -> None:
    state.votes.cast(8765432100, "Q?", "A.", "abc", up=True, day=TODAY)
    state.asked.note(QUESTION)
    state.close()

    kept = b"".join(f.read_bytes() for f in tmp_path.iterdir() if f.name != KEY)
    assert b"was released" in kept
    assert b"8765432100" not in kept
    assert (8765432100).to_bytes(6, "big") not in kept  # as SQLite writes a number
    assert (tmp_path / KEY).stat().st_mode & 0o077 == 0


def test_what_the_story_did_not_answer_is_counted(state: State) -> None:
    for question in (
        QUESTION,
        replace(QUESTION, text="who was released", day=TODAY - timedelta(days=1)),
        replace(QUESTION, text="When?"),
        replace(QUESTION, text="Where?", answered=True),
        replace(QUESTION, text="?!"),
    ):
        state.asked.note(question)

    assert state.asked.unanswered(TODAY - timedelta(days=1)) == [
        Unanswered("who was released", 2, TODAY),
        Unanswered("when", 1, TODAY),
    ]
    assert [(d.day, d.asked, d.answered) for d in state.asked.days(TODAY)] == [(TODAY, 4, 1)]
    assert state.asked.latencies(TODAY - timedelta(days=1)) == [9.5] * 5


def test_a_subscription_is_kept_once_and_told_once(state: State) -> None:
    assert state.subscriptions.add(WANTED)
    later = replace(WANTED, message=20, until=WANTED.until + timedelta(days=1))
    assert state.subscriptions.add(later)

    assert state.subscriptions.all(NOW) == [later]
    assert state.subscriptions.all(later.until) == []
    assert state.subscriptions.drop(later)
    assert not state.subscriptions.drop(later)


def test_nobody_has_more_subscriptions_than_may_be(state: State) -> None:
    most = subscriptions.MOST_OF_A_PERSON
    added = [state.subscriptions.add(replace(WANTED, question=f"Q{n}?")) for n in range(most + 1)]

    assert added == [True] * most + [False]
    assert state.subscriptions.add(replace(WANTED, person=502))


def test_what_a_group_subscribed_to_goes_with_it_when_it_moves(state: State) -> None:
    state.subscriptions.add(WANTED)
    state.sent.keep(ANSWER)

    state.move_chat(-7, -1007)

    assert [one.chat for one in state.subscriptions.all(NOW)] == [-1007]
    assert state.sent.to_question(-7, 10) is None


def test_an_update_is_handled_once(state: State) -> None:
    assert [state.handled.claim(7), state.handled.claim(7), state.handled.claim(8)] == [
        True, False, True
    ]  # fmt: skip


def test_only_the_last_updates_are_remembered(
    state: State, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handled, "MOST", 3)

    for update in (1, 2, 3, 4):
        state.handled.claim(update)

    assert [state.handled.claim(update) for update in (4, 3, 2)] == [False, False, False]
    assert state.handled.claim(1)


def test_admins_see_the_last_actions_first(state: State) -> None:
    for what in ("reload", "add"):
        state.audit.note(Action(NOW, "501", what, "ferry"))

    assert state.audit.latest() == [
        Action(NOW, "501", "add", "ferry"), Action(NOW, "501", "reload", "ferry")
    ]  # fmt: skip
    assert len(state.audit.latest(1)) == 1


def test_a_person_is_forgotten_and_the_others_stay(state: State) -> None:
    for person in (501, 502):
        state.sent.keep(replace(ANSWER, asker=person, chat=person))
        state.subscriptions.add(replace(WANTED, person=person))
        state.votes.cast(person, "Q?", "A.", "abc", up=True, day=TODAY)

    assert state.forget(501) == 3
    assert state.forget(501) == 0

    assert state.sent.to_question(501, 10) is None and state.sent.with_message(501, 11) is None
    assert state.sent.to_question(502, 10)
    assert [one.person for one in state.subscriptions.all(NOW)] == [502]
    assert state.votes.count(TODAY) == (1, 0)


def test_nothing_is_kept_longer_than_was_promised(state: State) -> None:
    old = NOW - timedelta(days=400)
    for at in (old, NOW):
        state.sent.keep(replace(ANSWER, at=at, question=at.year))
        state.votes.cast(at.year, "Q?", "A.", "abc", up=True, day=at.date())
        state.asked.note(replace(QUESTION, day=at.date()))
        state.subscriptions.add(replace(WANTED, until=at + timedelta(1), question=str(at)))
        state.audit.note(Action(at, "501", "reload"))

    state.tidy(NOW)

    assert [one.at for one in reviewed(state, old)] == [NOW]
    assert state.votes.count(old.date()) == (1, 0)
    assert [one.asked for one in state.asked.days(old.date())] == [1]
    assert [one.until.date() for one in state.subscriptions.all(old)] == [date(2026, 1, 10)]
    assert [one.at for one in state.audit.latest()] == [NOW]


def test_nothing_grows_without_bound(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sent, "MOST", 2)
    monkeypatch.setattr(asked, "MOST", 2)
    for number in range(4):
        state.sent.keep(replace(ANSWER, question=number, answers=(100 + number,)))
        state.asked.note(replace(QUESTION, text=str(number)))

    state.tidy(NOW)

    assert [one.question for one in reviewed(state, NOW)] == [3, 2]
    assert [one.text for one in state.asked.unanswered(TODAY)] == ["2", "3"]


def test_a_question_behind_a_link_is_found_until_it_is_old(state: State) -> None:
    state.linked.keep("Who was released?", NOW)

    assert state.linked.find(digest("Who was released?")) == "Who was released?"
    assert state.linked.find(digest("Who?")) is None

    state.tidy(NOW + timedelta(days=31))
    assert state.linked.find(digest("Who was released?")) is None
