"""The pages. `registry` says how a page joins the officer pages."""
