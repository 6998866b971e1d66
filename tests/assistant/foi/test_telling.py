"""Answers to the asks of one part, told together."""

from assistant.foi.telling import told_briefly

SHORT = "The cost was £64,000."
LONGER = "The cost was £64,000. It was shared by three bodies."
LONG = "word " * 70


def test_a_line_that_another_holds_within_it_is_left_out():
    assert told_briefly([SHORT, LONGER]) == (LONGER,)
    assert told_briefly([LONGER, SHORT]) == (LONGER,)
    assert told_briefly([SHORT, SHORT]) == (SHORT,)


def test_where_there_is_too_much_each_answer_keeps_what_it_tells_first():
    told = told_briefly([f"First.\n{LONG}a", f"Second.\n{LONG}b"])
    assert told == (f"First.\n{LONG}a", "Second.")


def test_a_list_goes_or_stays_whole():
    asked = f"The zones are:\n- Quay\n- Station\n{LONG}a"
    assert told_briefly([asked, LONG + "b"])[0] == "The zones are:\n- Quay\n- Station"
