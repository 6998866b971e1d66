"""The pages.

Ask pages (`public`, `officer`) are drawn by Gradio; every other page is a FastAPI router that puts
out HTML made by the pure functions of `ui.render`. A new officer page takes:

- a module here with `NAME_router(services) -> APIRouter` under /officer/NAME, whose handlers end
  in `whole_page(settings, place_for(settings, request.scope, title), main)`;
- in `ui.app`, the router included and its path in `_OWN_PAGES` (and in `_UPLOADS` if it takes
  files); in `places`, its line of the menu.

The log-in, the limits, the origin check and the headers hold for it without more.
"""
