"""Cells found from ruling lines, however these are drawn."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.pdf.grid import find_grids
from ingest.pdf.shapes import Box, Drawing, Rule

EDGES = st.lists(st.floats(15, 90), min_size=2, max_size=6)


def places(steps, start):
    at = [start]
    for step in steps:
        at.append(at[-1] + step)
    return at


def walls(xs, ys, owner):
    """Every side of a unit that another cell is on the other side of."""
    rows, columns = len(ys) - 1, len(xs) - 1

    def cell(row, column):
        return owner[row][column] if 0 <= row < rows and 0 <= column < columns else None

    level = [
        Rule(ys[row], xs[column], xs[column + 1])
        for row in range(rows + 1)
        for column in range(columns)
        if cell(row, column) != cell(row - 1, column)
    ]
    upright = [
        Rule(xs[column], ys[row], ys[row + 1])
        for column in range(columns + 1)
        for row in range(rows)
        if cell(row, column) != cell(row, column - 1)
    ]
    return level, upright


@st.composite
def tables(draw):
    """Edges, and a number for each unit: units of one number are one merged cell."""
    xs, ys = places(draw(EDGES), 50.0), places(draw(EDGES), 60.0)
    rows, columns = len(ys) - 1, len(xs) - 1
    owner = [[row * columns + column for column in range(columns)] for row in range(rows)]
    top, left = draw(st.integers(0, rows - 1)), draw(st.integers(0, columns - 1))
    bottom, right = draw(st.integers(top, rows - 1)), draw(st.integers(left, columns - 1))
    # A merge over all rows or columns leaves no wall there to find its units by.
    if bottom - top < rows - 1 and right - left < columns - 1:
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                owner[row][column] = owner[top][left]
    return xs, ys, owner


@given(tables(), st.randoms(use_true_random=False), st.booleans())
@settings(max_examples=200)
def test_every_cell_is_found_from_its_walls(table, chance: random.Random, whole: bool):
    xs, ys, owner = table
    level, upright = walls(xs, ys, owner)
    if not whole:  # drawn per cell, a little off, and some twice
        level += chance.sample(level, len(level) // 2)
        level = [shaken(rule, chance) for rule in level]
        upright = [shaken(rule, chance) for rule in upright]
    chance.shuffle(level)
    chance.shuffle(upright)
    (grid,) = find_grids(Drawing(tuple(level), tuple(upright)))
    assert [round(x) for x in grid.xs] == [round(x) for x in xs] or near(grid.xs, xs)
    assert near(grid.ys, ys)
    same = {
        (mine, other)
        for row, other_row in zip(grid.owner, owner, strict=True)
        for mine, other in zip(row, other_row, strict=True)
    }
    assert len(same) == len({mine for mine, _ in same}) == len({other for _, other in same})
    assert not grid.open_top
    assert not grid.open_bottom


def shaken(rule, chance):
    return Rule(rule.at + chance.uniform(-0.4, 0.4), rule.start, rule.end)


def near(found, expected):
    return len(found) == len(expected) and all(
        abs(one - two) < 1.5 for one, two in zip(found, expected, strict=True)
    )


def ruled(xs, ys, **kwargs):
    level = tuple(Rule(y, xs[0], xs[-1]) for y in ys)
    upright = tuple(Rule(x, ys[0], ys[-1]) for x in xs)
    return Drawing(level, upright, **kwargs)


def test_an_underlined_word_parts_no_row():
    whole = ruled([50, 150, 300], [100, 140, 200])
    underlined = Drawing((*whole.level, Rule(125.0, 52.0, 90.0)), whole.upright)
    (grid,) = find_grids(underlined)
    assert grid.ys == (100, 140, 200)


def test_a_row_cut_by_the_page_is_open_there():
    whole = ruled([50, 150, 300], [100, 140])
    longer = Drawing(whole.level, tuple(Rule(rule.at, 100, 190) for rule in whole.upright))
    (grid,) = find_grids(longer)
    assert (grid.ys, grid.open_top, grid.open_bottom) == ((100, 140, 190), False, True)
    above = Drawing(whole.level, tuple(Rule(rule.at, 40, 140) for rule in whole.upright))
    (grid,) = find_grids(above)
    assert (grid.ys, grid.open_top, grid.open_bottom) == ((40, 100, 140), True, False)


def test_a_shaded_header_is_a_row_though_no_rule_parts_it():
    plain = ruled([50, 150, 300], [100, 200])
    shaded = Drawing(plain.level, plain.upright, shades=(Box(50, 100, 300, 118),))
    (grid,) = find_grids(shaded)
    assert grid.ys == (100, 118, 200)


def test_tables_that_do_not_touch_are_two():
    one, two = ruled([50, 150, 300], [100, 140, 180]), ruled([50, 200, 300], [190, 230, 260])
    both = Drawing((*one.level, *two.level), (*one.upright, *two.upright))
    assert [len(grid.ys) for grid in find_grids(both)] == [3, 3]


def test_a_drawing_of_thousands_of_lines_is_no_table():
    many = [Rule(float(10 + 3 * step), 0.0, 500.0) for step in range(2000)]
    assert find_grids(Drawing(tuple(many), tuple(many))) == []


def test_open_sides_have_columns_too():
    drawing = Drawing(
        tuple(Rule(y, 50.0, 400.0) for y in (100.0, 120.0, 140.0)),
        tuple(Rule(x, 100.0, 140.0) for x in (150.0, 250.0)),
    )
    (grid,) = find_grids(drawing)
    assert grid.xs == (50.0, 150.0, 250.0, 400.0)
    assert all(one < two for one, two in pairwise(grid.xs))
