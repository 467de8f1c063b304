"""How often something may happen, by a clock of the test's own."""

from bot.handlers.meters import KEYS, Meter, Verdict

YES, NO, STILL_NO = Verdict.YES, Verdict.NO, Verdict.STILL_NO


def test_so_many_go_through_then_one_is_told_and_the_rest_are_not() -> None:
    meter = Meter(2, 60)

    assert [meter.take("a", now) for now in (0, 1, 2, 3, 4)] == [YES, YES, NO, STILL_NO, STILL_NO]


def test_there_is_room_again_when_the_window_has_moved_on() -> None:
    meter = Meter(2, 60)
    for now in (0, 30, 40):
        meter.take("a", now)

    assert meter.take("a", 61) is YES
    assert meter.take("a", 62) is STILL_NO  # told within the last minute
    assert meter.take("a", 91) is YES
    assert meter.take("a", 110) is NO


def test_each_key_is_counted_for_itself() -> None:
    meter = Meter(1, 60)

    assert [meter.take(key, 0) for key in ("a", "b", "a")] == [YES, YES, NO]


def test_a_pause_lets_nothing_through_even_when_there_is_room() -> None:
    meter = Meter(2, 60, pause=600)
    for now in (0, 1, 2):
        meter.take("a", now)

    assert [meter.take("a", now) for now in (100, 601, 602.5)] == [STILL_NO, STILL_NO, YES]


def test_no_limit_and_no_endless_memory() -> None:
    free, meter = Meter(0, 60), Meter(1, 60)

    assert all(free.take("a", 0) is YES for _ in range(1000))
    assert all(meter.take(key, 0) is YES for key in range(KEYS + 1))
    assert meter.take(0, 0) is YES  # forgotten
    assert meter.take(KEYS, 0) is NO
