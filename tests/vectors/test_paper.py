"""The vectors of the codes on printed pages: what is read back, and what is refused.

- Not here: drawing a code, and what it proves in words (tests/sync/test_proving.py).
"""

from typing import Any

import pytest

from modules.errors import ProductError
from modules.signed import PublicKey
from sync.gateway.paper import MOST_LETTERS, PaperPage, read_paper
from tests.vectors import cases, name_of, vectors


@pytest.mark.parametrize("case", cases("paper/codes"), ids=name_of)
def test_a_code(case: Any) -> None:
    keys = (PublicKey(key=vectors("paper/codes")["key"]),)
    if case["expect"] == "accept":
        page = PaperPage(case["plan"], case["page"], case["pages"], case["text"])
        assert read_paper(case["code"], keys) == page
        assert len("".join(case["code"].split())) <= MOST_LETTERS
    else:
        with pytest.raises(ProductError) as refused:
            read_paper(case["code"], keys)
        assert refused.value.code == case["expect"]
