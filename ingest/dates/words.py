"""The words and number shapes that dates are made of, as pieces of regular expressions."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season, as the Met Office counts them; winter runs into the next year."""

NUMBERS = {
    name: number
    for number, name in enumerate(
        (
            *("one", "two", "three", "four", "five", "six"),
            *("seven", "eight", "nine", "ten", "eleven", "twelve"),
        ),
        start=1,
    )
} | {"eighteen": 18, "twenty-four": 24, "thirty-six": 36}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4}

_IN_FULL = frozenset(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september")
) | {"october", "november", "december"}
MONTH = (
    r"(?:"
    + "|".join(
        rf"{name}\b" if name in _IN_FULL else rf"{name}\b\.?"  # "Oct.", but "in October."
        for name in sorted(MONTHS, key=len, reverse=True)
    )
    + r")"
)
WEEKDAY = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)\b\.?"
)
YEAR = r"(?:19[5-9]\d|20\d\d)(?![\d%])"
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th)\b)?"
DASH = r"[-‐‑–—]"
TO = rf"\s*(?:{DASH}|\bto\b|\buntil\b|\band\b|&|\bthrough\b)\s*"
"""Between the two ends of a range. "and" joins ends only where a form says so."""
SEASON = r"(?:spring|summer|autumn|winter)"
FINANCIAL = rf"(?:19[5-9]\d|20\d\d)\s?(?:/|{DASH})\s?(?:20)?\d\d(?!\d)"
NUMBER = r"(?:\d{1,2}|" + "|".join(NUMBERS) + r")"
ORDINAL = r"(?:" + "|".join(ORDINALS) + r")"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or short form."""
    return MONTHS[word.rstrip(".").lower()]


def number(word: str) -> int:
    """The value of a count in figures or words."""
    return NUMBERS[word.lower()] if word.lower() in NUMBERS else int(word)


def full_year(digits: str) -> int:
    """A year of two digits is one of this century: the documents begin after 2000."""
    return int(digits) + 2000 if len(digits) <= 2 else int(digits)
