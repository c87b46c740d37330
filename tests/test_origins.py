"""Where people come from, and a day on which they were sent away."""

from tests.readings import counts_of, legs, report_of


def test_a_number_alone_behind_people_of_one_state_comes_from_the_other_as_they_do() -> None:
    report = report_of(
        "Fishermen freed on both sides as India, Bangladesh complete exchange",
        text="Forty-seven fishermen from India and 38 from Bangladesh were released and repatriated on Tuesday.",
    )
    assert legs(report) == {("Bangladesh", "India", 47), ("India", "Bangladesh", 38)}


def test_the_day_on_which_people_were_deported_does_not_make_their_return_past() -> None:
    report = report_of(
        "Prisoner exchange carried out between USA and Venezuela",
        text="A prisoner exchange between Venezuela and the USA took place on Friday.\nTen Americans who sat in "
        "prison in Venezuela have been let go. In parallel El Salvador has sent home around 300 Venezuelan migrants "
        "whom the USA had deported there in March, according to its president.",
    )
    assert 300 in counts_of(report)
