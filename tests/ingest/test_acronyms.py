"""Short forms and the long forms they stand for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.acronyms import find_acronyms


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        (
            "on Rape and Serious Sexual Offences (RaSSO) cases",
            "RaSSO",
            "Rape and Serious Sexual Offences",
        ),
        ("people Killed or Seriously Injured (KSI)", "KSI", "Killed or Seriously Injured"),
        ("the PCC Accountability Meeting (PAM)", "PAM", "PCC Accountability Meeting"),
        ("Police and Crime Commissioners (PCCs)", "PCC", "Police and Crime Commissioners"),
        ("KSI (Killed or Seriously Injured) numbers", "KSI", "Killed or Seriously Injured"),
        ("Closed-circuit television (CCTV)", "CCTV", "Closed-circuit television"),
        ("the Ministry of Justice (MoJ)", "MoJ", "Ministry of Justice"),
        ("VAWG – Violence Against Women and Girls", "VAWG", "Violence Against Women and Girls"),
        ("VFM\tValue for money", "VFM", "Value for money"),
        (
            "a Domestic Abuse and Sexual Violence Delivery Group (DASVG)",
            "DASVG",
            "Domestic Abuse and Sexual Violence Delivery Group",
        ),
        ("Norfolk's anti-social behaviour (ASB)", "ASB", "anti-social behaviour"),
    ],
)
def test_pairs(text, short, long):
    (found,) = find_acronyms(text)
    assert (found.short, found.long) == (short, long)
    assert long in found.span.of(text)
    assert short in found.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "the Police and Crime Plan (the Plan)",
        "a visit to the coast (UK)",
        "spoke to residents (see NOTE)",
        "Sergeant Example. Community Safety (XYZ)",
        "Table 4 (KSI)",
        "Chief Constable\n(DCC)",
    ],
)
def test_brackets_that_explain_nothing(text):
    assert find_acronyms(text) == ()


def test_a_pair_is_listed_once_but_two_long_forms_are_both_kept():
    text = (
        "Community Safety Partnership (CSP). The Community Safety Partnership (CSP) met. "
        "The Child Support Programme (CSP) did not."
    )
    assert [each.long for each in find_acronyms(text)] == [
        "Community Safety Partnership",
        "Child Support Programme",
    ]


WORD = st.from_regex(r"[A-Z][a-z]{2,9}", fullmatch=True)


@given(st.lists(WORD, min_size=2, max_size=6))
def test_initials_of_any_words_are_paired_with_them(words):
    long = " ".join(words)
    short = "".join(word[0] for word in words)
    found = find_acronyms(f"We asked: {long} ({short}).")
    assert found
    assert long.endswith(found[0].long)
    assert found[0].short == short
