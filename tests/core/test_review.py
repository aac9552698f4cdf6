"""A review goes on, ends, and goes back step by step."""

from genre_desktop.core.review import Review


def test_it_goes_on_to_its_end() -> None:
    review = Review(["one", "two"])
    asked = [review.current]
    for answered in (True, False):
        review.go_on(answered=answered)
        asked.append(review.current)
    assert asked == ["one", "two", None]
    assert (review.place, review.answered) == (2, 1)


def test_it_goes_back_and_knows_what_was_answered() -> None:
    review = Review(["one", "two"])
    review.go_on(answered=True)
    review.go_on(answered=False)
    assert not review.go_back()
    assert review.current == "two"
    assert review.go_back()
    assert (review.current, review.answered, review.can_go_back) == ("one", 0, False)


def test_nothing_to_review_is_the_end_at_once() -> None:
    assert Review[str](()).current is None
