"""Letters as they arrive: text, email, Word, PDF."""

from datetime import date
from email.message import EmailMessage

import docx
import pytest
from reportlab.pdfgen.canvas import Canvas

from assistant.foi.errors import LetterUnreadable
from assistant.foi.intake import letter_of_text, read_letter
from assistant.foi.parts import split_letter

ASKS = ["How many custody visitors were there?", "What did the scheme cost?"]


def _asks(letter):
    return [part.text for part in split_letter(letter.text)[0].parts]


def test_pasted_words_are_kept_verbatim():
    words = "Dear Sir,\r\n\r\n\tHow many?  Ada ’ \u00a0"
    assert letter_of_text(words).text == words


@pytest.mark.parametrize("words", ["", " \n\t ", "---"])
def test_a_letter_without_words_is_refused(words):
    with pytest.raises(LetterUnreadable, match="no words"):
        letter_of_text(words)


def test_a_letter_as_long_as_a_book_is_refused():
    with pytest.raises(LetterUnreadable, match="characters"):
        letter_of_text("a " * 150_000)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_text_files_of_any_usual_encoding(tmp_path, encoding):
    path = tmp_path / "letter.txt"
    path.write_bytes("What’s the cost in £?".encode(encoding))
    assert read_letter(path).text == "What’s the cost in £?"


def test_the_same_words_have_the_same_fingerprint():
    assert letter_of_text("How many?").fingerprint == letter_of_text("How many?").fingerprint
    assert letter_of_text("How many?").fingerprint != letter_of_text("How much?").fingerprint


def _email(html=False):
    message = EmailMessage()
    message["From"] = "Ada Brookes <ada@example.org>"
    message["To"] = "foi@opcc.example"
    message["Subject"] = "FOI request - custody visiting"
    message["Date"] = "Mon, 03 Mar 2025 21:14:00 +0000"
    body = f"Dear Sir,\n\n1. {ASKS[0]}\n\n2. {ASKS[1]}\n\nThanks,\nAda"
    if html:
        items = "".join(f"<li>{ask}</li>" for ask in ASKS)
        message.set_content(f"<p>Dear Sir,</p><ol>{items}</ol><p>Thanks,</p><p>Ada</p>", "html")
    else:
        message.set_content(body)
    return message.as_bytes()


@pytest.mark.parametrize("html", [False, True])
def test_an_email_brings_its_sender_subject_and_day(tmp_path, html):
    path = tmp_path / "request.eml"
    path.write_bytes(_email(html))
    letter = read_letter(path)
    split, bounds = split_letter(letter.text)
    assert letter.sent == date(2025, 3, 3)
    assert bounds.requester.email == "ada@example.org"
    assert bounds.requester.name == "Ada Brookes"
    assert split.topic == "custody visiting"
    assert [part.text for part in split.parts] == ASKS


def test_an_email_without_text_says_what_to_do(tmp_path):
    message = EmailMessage()
    message["From"] = "ada@example.org"
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="letter.pdf")
    path = tmp_path / "request.eml"
    path.write_bytes(message.as_bytes())
    with pytest.raises(LetterUnreadable, match="save the attached letter"):
        read_letter(path)


def test_a_word_letter_keeps_its_numbered_list(tmp_path):
    document = docx.Document()
    document.add_paragraph("Dear Sir,")
    document.add_paragraph("Please answer the following:")
    for ask in ASKS:
        document.add_paragraph(ask, style="List Number")
    document.add_paragraph("Yours faithfully,")
    document.add_paragraph("Ada Brookes")
    path = tmp_path / "letter.docx"
    document.save(str(path))
    assert _asks(read_letter(path)) == ASKS


def test_a_pdf_letter(tmp_path):
    path = tmp_path / "letter.pdf"
    canvas = Canvas(str(path))
    lines = ["Dear Sir,", "", "Please answer the following:", ""]
    lines += [f"{place}. {ask}" for place, ask in enumerate(ASKS, 1)]
    lines += ["", "Yours faithfully,", "", "Ada Brookes"]
    for place, line in enumerate(lines):
        canvas.drawString(72, 760 - 18 * place, line)
    canvas.save()
    assert _asks(read_letter(path)) == ASKS


def test_a_file_that_cannot_be_read_says_which(tmp_path):
    with pytest.raises(LetterUnreadable, match=r"gone\.txt"):
        read_letter(tmp_path / "gone.txt")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"not a word file")
    with pytest.raises(LetterUnreadable, match=r"broken\.docx"):
        read_letter(broken)
