"""Papers of the Official Journal: the number stands alone, what was said of it beside it."""

import pytest

from enduse.sources.watchlists.eu_journal.papers import journal_paper


@pytest.mark.parametrize(
    ("text", "number", "land", "issued", "expires"),
    [
        ("C2002515 (Iran)", "C2002515", "Iran", "", ""),
        ("651697952 (Russian passport)", "651697952", "Russian", "", ""),
        ("563110024 (issued by the DPRK)", "563110024", "DPRK", "", ""),
        ("MP4071150 (issued on 4.10.2017)", "MP4071150", "", "4.10.2017", ""),
        ("381120660 expires 25.3.2016.", "381120660", "", "", "25.3.2016"),
        ("I0005159, issued in Iran", "I0005159", "Iran", "", ""),
        ("South Sudan number D00008623", "D00008623", "South Sudan", "", ""),
        ("Afghan passport number R512768", "R512768", "Afghan", "", ""),
        ("Passport V47528711 (Iran)", "V47528711", "Iran", "", ""),
        (
            "alt. Passport D9021706 (Iran) expired 14 July 2021",
            "D9021706", "Iran", "", "14 July 2021",
        ),
        ("44323 (Afghan national identification card (tazkira))", "44323", "Afghan", "", ""),
        (
            "G737411 (Tunisian passport issued on 24.10.1990, expired on 20.9.1997)",
            "G737411", "Tunisian", "24.10.1990", "20.9.1997",
        ),
        (
            "Italy number YB7731256 (Expires on 1 March 2031)",
            "YB7731256", "Italy", "", "1 March 2031",
        ),
    ],
)  # fmt: skip
def test_a_number_among_words_is_taken_out_of_them(
    text: str, number: str, land: str, issued: str, expires: str
) -> None:
    made = journal_paper("Passport", text)
    assert made is not None
    assert (made.number, made.issued, made.expires) == (number, issued, expires)
    assert made.country == land


@pytest.mark.parametrize(
    "text",
    ["4518402005", "76 2759110", "place of birth: Baghdad", "Ration card no. 0075258"],
)
def test_a_bare_number_and_what_is_not_understood_stay_as_they_are(text: str) -> None:
    assert journal_paper("Passport", text) is None
