#!/bin/sh
# Write docs/SETTINGS.md from the settings themselves: scripts/settings-page.sh
set -eu
cd "$(dirname "$0")/.."
{
  cat <<'HEAD'
# Settings

Given in `pcc.toml` in the working folder (or the file that `--config` or `PCC_CONFIG` names), then by
variables, then by flags: the later wins. In the file, `PCC_INDEX_DATA_DIR` is `data_dir` in the table
`[index]`, and `PCC_UI_LIMITS_UPLOAD_FILES` is `upload_files` in `[ui.limits]`:

```toml
[index]
data_dir = "/srv/pcc/library"

[ui]
office_name = "Marlshire Police and Crime Commissioner"
```

Where a setting's own name is used only once, a variable may leave the folder out: `PCC_DATA_DIR`.
Lists are given as JSON in a variable. A misspelt setting is an error, not silence.

| variable | default | what it is for |
|---|---|---|
HEAD
  env -i PATH="$PATH" HOME="${HOME:-/}" "${PYTHON:-.venv/bin/python}" -m ui.cli settings --markdown
} > docs/SETTINGS.md
