"""The words: which catalogue is asked first, and how a catalogue is read."""

import pytest

from kiosk.i18n import chain, direction, parse_catalogue
from modules.errors import MalformedError

POLISH = """
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\\n"

# a comment
#. unreviewed
msgid "cards"
msgid_plural "cards"
msgstr[0] "{count} karta"
msgstr[1] "{count} karty"
msgstr[2] "{count} kart"

msgid "long"
msgstr "jeden "
"dwa"

msgid "empty"
msgstr ""
"""


def test_a_level_asks_itself_then_its_language_then_dutch() -> None:
    assert chain("nl@simple") == ("nl@simple", "nl")
    assert chain("pl") == ("pl", "nl")
    assert chain("nl") == ("nl",)


def test_every_part_of_a_catalogue_is_read() -> None:
    book = parse_catalogue("pl", POLISH)
    assert book.forms["long"] == ("jeden dwa",)
    assert book.forms["cards"] == ("{count} karta", "{count} karty", "{count} kart")
    assert [book.plural(count) for count in (1, 2, 5, 22)] == [0, 1, 2, 1]


def test_a_word_nobody_has_written_yet_is_as_if_it_were_not_there() -> None:
    assert "empty" not in parse_catalogue("pl", POLISH).forms


def test_a_line_that_is_no_part_of_an_entry_is_refused() -> None:
    with pytest.raises(MalformedError):
        parse_catalogue("pl", "msgid = wrong")


def test_arabic_reads_from_right_to_left_and_its_easy_level_would_too() -> None:
    assert direction("ar") == direction("ar@simple") == "rtl"
    assert direction("nl@simple") == "ltr"
