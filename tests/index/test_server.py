"""The whole library on a Chroma server."""

import pytest

from index.check import check_library, repair_library
from index.chroma import drop_collections, open_server
from index.errors import ServerUnreachable
from index.library import Library
from index.vectors import Grain
from index.view import collection_name


@pytest.fixture
def served(office, chroma_server):
    office.settings = office.settings.model_copy(update={"chroma_url": chroma_server})
    return office


def library_name(office):
    with office.library() as library:
        return library._catalogue.execute("SELECT library FROM state").fetchone()[0]


def test_updates_searches_and_checks_run_on_a_server(served):
    served.write("budget.txt", "The precept rose.", "Reserves fell.")
    served.write("minutes.txt", "Fly-tipping was discussed.")
    assert served.update().embedded == 3
    library = served.library()
    assert served.found("precept", library)[0] == "The precept rose."
    served.write("budget.txt", "The precept fell.", "Reserves fell.")
    assert served.update().embedded == 1
    assert served.found("precept", library)[0] == "The precept fell."
    assert check_library(served.settings).faults == ()
    assert not list(served.settings.generations_dir.glob("*/vectors"))


@pytest.mark.parametrize("grain", Grain)
def test_collections_of_old_generations_are_dropped(served, chroma_server, grain):
    served.write("budget.txt", "The precept rose.")
    served.update()
    name = library_name(served)
    served.write("budget.txt", "The precept fell.")
    served.update()
    open_server(chroma_server, collection_name(name, 2, grain)).close()
    with pytest.raises(ServerUnreachable):
        open_server(chroma_server, collection_name(name, 1, grain))


def test_a_lost_collection_is_told_and_mended(served, chroma_server):
    served.write("budget.txt", "The precept rose.")
    served.update()
    drop_collections(chroma_server, f"pcc-{library_name(served)}-", [])
    [fault] = check_library(served.settings).faults
    assert chroma_server in fault
    assert repair_library(served.settings).passed


def test_a_server_that_went_away_is_told(served):
    served.write("budget.txt", "The precept rose.")
    served.update()
    gone = served.settings.model_copy(update={"chroma_url": "http://127.0.0.1:9"})
    with Library.open(gone) as library, pytest.raises(ServerUnreachable, match="chroma run"):
        served.found("precept", library)


def test_a_library_may_move_from_its_folder_to_a_server_and_back(office, chroma_server):
    office.write("budget.txt", "The precept rose.")
    office.update()
    embedded = office.settings
    office.settings = embedded.model_copy(update={"chroma_url": chroma_server})
    assert office.update().generation == 2
    assert office.found("precept") == ["The precept rose."]
    office.settings = embedded
    assert office.update().generation == 3
    assert office.found("precept") == ["The precept rose."]
