"""Speed, memory and quality beside a plain llama-index pipeline: `python -m eval.bench`.

Each part runs in a process of its own (`python -m eval.bench.times` and so on), so that the memory
of one is not counted for another; `__main__` runs them all and prints the table.
"""
