"""The office's colours as style, kept readable.

Contrast follows WCAG 2.2, success criterion 1.4.3 and its definition of relative luminance.
"""

from ui.settings import UiSettings

_DARK = "#0b0c0c"
_LIGHT = "#ffffff"


def colours_css(settings: UiSettings) -> str:
    """Custom properties for the colours, each with a text colour that can be read on it."""
    return (
        ":root{"
        f"--header:{settings.header_colour};--on-header:{readable_on(settings.header_colour)};"
        f"--accent:{settings.accent_colour};--on-accent:{readable_on(settings.accent_colour)}"
        "}\n"
    )


def readable_on(background: str) -> str:
    """Black or white, whichever stands out more from `background` (#rrggbb)."""
    return max(_DARK, _LIGHT, key=lambda colour: contrast(colour, background))


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
