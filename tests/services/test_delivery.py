"""Values on their way from threads to the window."""

import threading

from pytestqt.qtbot import QtBot

from genre_desktop.services.delivery import MOST_PER_BATCH, Delivery
from genre_desktop.services.lane import Lane


def test_twenty_thousand_values_of_four_threads_arrive_in_small_batches(
    qapp: object, qtbot: QtBot
) -> None:
    delivery = Delivery()
    batches: list[tuple[tuple[int, int], ...]] = []
    delivery.arrived.connect(batches.append)

    def put_all(thread: int) -> None:
        for number in range(5_000):
            delivery.put((thread, number))

    threads = [threading.Thread(target=put_all, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    qtbot.waitUntil(lambda: sum(map(len, batches)) == 20_000, timeout=30_000)

    assert max(map(len, batches)) <= MOST_PER_BATCH
    for thread_number in range(4):
        of_one = [n for batch in batches for thread, n in batch if thread == thread_number]
        assert of_one == list(range(5_000))


def test_a_value_put_after_a_pause_arrives_too(qapp: object, qtbot: QtBot) -> None:
    delivery = Delivery()
    for value in ("one", "two"):
        with qtbot.waitSignal(delivery.arrived) as arrived:
            delivery.put(value)
        assert arrived.args == [(value,)]


def test_what_is_cleared_does_not_arrive(qapp: object, qtbot: QtBot) -> None:
    delivery = Delivery()
    with qtbot.assertNotEmitted(delivery.arrived, wait=100):
        delivery.put("unwanted")
        delivery.clear()


def test_a_fault_in_a_job_goes_to_the_last_resort_and_the_next_job_is_done() -> None:
    caught: list[str] = []
    before = threading.excepthook
    threading.excepthook = lambda args: caught.append(str(args.exc_value))
    done = threading.Event()
    lane = Lane("test")
    try:
        lane.do(lambda: 1 // 0)  # type: ignore[arg-type]  # the fault is the point
        lane.do(done.set)
        assert done.wait(60)
    finally:
        lane.finish()
        threading.excepthook = before
    assert caught == ["integer division or modulo by zero"]


def test_a_job_that_hangs_keeps_neither_closing_nor_the_program() -> None:
    begun, gone_on = threading.Event(), threading.Event()
    lane = Lane("hanging")

    def hang() -> None:
        begun.set()
        gone_on.wait()
        raise OSError("the drive is gone")

    lane.do(hang)
    assert begun.wait(60)
    assert not lane.close(seconds=0.01)
    thread = next(thread for thread in threading.enumerate() if thread.name == "hanging")
    assert thread.daemon
    gone_on.set()  # what comes of it is nobody's business any more
    thread.join()


def test_finishing_does_all_that_was_given() -> None:
    done: list[int] = []
    lane = Lane("test")
    for number in range(100):
        lane.do(lambda number=number: done.append(number))  # type: ignore[misc]  # a default binds
    assert lane.finish()
    assert done == list(range(100))


def test_a_closed_lane_does_nothing_more() -> None:
    lane = Lane("test")
    lane.close()
    done = threading.Event()
    lane.do(done.set)
    assert lane.stopping
    assert not done.is_set()
