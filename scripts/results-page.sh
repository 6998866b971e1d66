#!/bin/sh
# Bring the table in docs/RESULTS.md up to the runs in out/eval (made by `make eval`).
set -eu
cd "$(dirname "$0")/.."
page=docs/RESULTS.md
runs="${RUNS:-out/eval}"
table=$(mktemp)
"${PYTHON:-.venv/bin/python}" -m ui.cli eval table \
  "$runs/questions" "$runs/wrong" "$runs/conversations" "$runs/letters" > "$table"
awk -v table="$table" '
  /<!-- table -->/ { print; while ((getline line < table) > 0) print line; inside = 1; next }
  /<!-- end of table -->/ { inside = 0 }
  !inside { print }
' "$page" > "$page.new"
mv "$page.new" "$page"
rm -f "$table"
