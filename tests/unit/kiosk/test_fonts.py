"""The faces: the letters of a text choose its font, whatever language the screen is in."""

import pytest

from kiosk.theme.fonts import ARABIC, LATIN, WIDE, Face, face_for, reads_right_to_left


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("Hoe zeker ben je dat het lukt?", LATIN),
        ("“één” – dat is genoeg…", LATIN),
        ("Kies, co pasuje najlepiej: źdźbło", LATIN),
        ("İstediğini seç", LATIN),
        ("Виберіть відповідь", WIDE),
        ("اختر إجابة", ARABIC),
        ("اختر module 3", ARABIC),
    ],
)
def test_the_letters_choose_the_face(text: str, face: Face) -> None:
    assert face_for(text) is face


def test_a_text_reads_from_right_to_left_if_any_letter_does() -> None:
    assert reads_right_to_left("module 3: العمل")
    assert not reads_right_to_left("module 3: werk")
