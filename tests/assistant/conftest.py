"""A small real library: three documents, read, stored and indexed as any others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from index.library import Library
from index.settings import IndexSettings
from index.update import update_library
from ingest.settings import IngestSettings

REPORT = """# Annual Report 2023/24

Police and Crime Commissioner for Fenshire

This report covers the year from 1 April 2023 to 31 March 2024.

## Foreword

The work was led by Cyril Fenwick, who was Police and Crime Commissioner from 13 May 2021 to 8 May
2024. I thank him for it.

## Roads

The Roads Team stopped 1,215 vehicles in 2023/24 and issued fines worth £84,300. The team has nine
officers. They work from the depot at Mallow Bridge.

## Rural crime

Hare coursing is when dogs are set on hares for sport, which has been against the law since 2005.
The rural team was given a drone in June 2023 because farms had been hard to search at night.

Table 1: Crimes

In the following table, the last 12 months is 1 April 2023 to 31 March 2024. The previous 12 months
is 1 April 2022 to 31 March 2023.

Crime type\tIndicator\tLast 12 months\tPrevious 12 months
Burglary\tNumber of crimes\t812\t901
\tSolved\t95\t88
Robbery\tNumber of crimes\t140\t133
"""

MINUTES = """# Summary of the PCC Accountability Meeting

Date: Tuesday 9 July 2024

## 1. In attendance

- Police and Crime Commissioner – Ada Brindle, OPCCF
- Chief Constable – Tom Harrow, Fenshire Constabulary

### Apologies for absence

- Deputy Chief Constable – Jane Sedge, Fenshire Constabulary
- Chief Finance Officer – Omar Reed, OPCCF

## 2. Public questions

Question\tConstabulary Answer
How long do callers wait on 101?\tThe CC said the wait was 3 minutes and 20 seconds in June 2024.
Will the Mallow Bridge station close?\tThe CC said that it will stay open until at least 2027.
"""

LETTER = """Our reference: FOI/2024/07

Date: 3 September 2024

Dear requester,

Freedom of Information request FOI/2024/07

You asked how much the Commissioner spent on the Safe Nights scheme.

The Commissioner spent £41,200 on the Safe Nights scheme in 2023/24. The scheme pays for street
pastors in Mallow Bridge.
"""


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("library")
    documents = folder / "documents"
    documents.mkdir()
    for name, text in (
        ("annual-report-2023-24", REPORT),
        ("accountability-meeting-2024-07-09", MINUTES),
        ("foi-2024-07", LETTER),
    ):
        (documents / f"{name}.txt").write_text(text, "utf-8")
    settings = IndexSettings(data_dir=folder / "data", embedding_model="hashed-words")
    report = update_library(settings, IngestSettings(), [Path(documents)])
    assert not report.failed
    with Library.open(settings) as opened:
        yield opened


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    return Assistant(library)
