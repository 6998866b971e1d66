def texts(document):
    return [block.span.of(document.text) for block in document.blocks]


def test_a_paragraph_cut_by_a_page_is_joined(make_document):
    document = make_document(
        "The office agreed that it", "would write to everybody.", "Then it rained."
    )
    assert texts(document) == [
        "The office agreed that it would write to everybody.",
        "Then it rained.",
    ]


def test_a_list_item_is_joined_even_to_a_capital_after_an_open_word(make_document):
    document = make_document("- people in all parts of", "Northshire were heard.", "- others")
    assert texts(document)[0] == "people in all parts of Northshire were heard."


def test_a_bracket_carries_on(make_document):
    document = make_document("He spoke of the Service", "(NSP) and its work.")
    assert len(document.blocks) == 1


def test_figures_over_their_words_are_joined(make_document):
    document = make_document("87%", "of people felt safe (two points up)")
    assert texts(document) == ["87% of people felt safe (two points up)"]


def test_whole_sentences_numbers_and_addresses_are_not_joined(make_document):
    kept = ["It ended.", "www.example.org", "Then this", "2. that came", "See the", "(Page 4)"]
    assert texts(make_document(*kept)) == kept
