"""Drives one page in headless Chromium: steps as JSON on standard input, what they gave as JSON on standard output.

A step is a list: its name and its arguments. `value` runs an expression in the page and keeps what it gives. `problems`
of the output are messages of the console, errors of scripts, dialogs, and requests for anything but the page itself.
"""

import io
import json
import re
import sys

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

# Milliseconds: a busy machine is no fault of the page.
PATIENCE = 600_000

# Words, numbers and days that stand in two lines or more, of those that would have room in one.
BROKEN = """() => {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement.closest('script, style, svg') || !node.parentElement.checkVisibility()) continue;
    for (const word of node.data.matchAll(/\\d{4}-\\d\\d-\\d\\d|[\\p{L}\\p{N}]{2,24}/gu)) {
      const range = document.createRange();
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      if (new Set(Array.from(range.getClientRects(), box => Math.round(box.top))).size > 1) found.push(word[0]);
    }
  }
  return found;
}"""


def main():
    asked = json.load(sys.stdin)
    address = "file://" + asked["page"]
    values, problems = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=asked["browser"], args=["--no-sandbox", "--disable-dev-shm-usage"], timeout=PATIENCE
        )
        context = browser.new_context(
            viewport={"width": asked.get("width", 1200), "height": 900},
            color_scheme=asked.get("scheme", "light"),
            java_script_enabled=asked.get("scripts", True),
            has_touch=True,
        )
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: problems.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on(
            "request",
            lambda request: request.url.split("#")[0] == address or problems.append(f"request: {request.url}"),
        )
        page.goto(address + asked.get("fragment", ""))
        steps = {
            "value": lambda expression: values.append(page.evaluate(expression)),
            "text": lambda selector: values.append(page.locator(selector).first.inner_text()),
            "visible": lambda selector: values.append(page.locator(selector).first.is_visible()),
            "wait": lambda expression: page.wait_for_function(expression),
            "broken": lambda: values.append(page.evaluate(BROKEN)),
            "hover": lambda selector: page.locator(selector).first.hover(),
            "tap": lambda selector: page.locator(selector).first.tap(),
            # The first line of each page on paper, beside its number.
            "print": lambda: values.append(
                [
                    next(line for line in sheet.extract_text().strip().split("\n") if not re.fullmatch(r"\d+ / \d+", line))
                    for sheet in PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
                ]
            ),
            "click": lambda selector: page.locator(selector).first.click(),
            "fill": lambda selector, text: page.fill(selector, text),
            "select": lambda selector, value: page.select_option(selector, value),
            "press": lambda *keys: [page.keyboard.press(key) for key in keys],
            "type": lambda text: page.keyboard.type(text),
            "media": lambda media: page.emulate_media(media=media),
            "axe": lambda: values.append(
                [
                    f"{violation['id']}: {node['html']}"
                    for violation in Axe().run(page)["violations"]
                    for node in violation["nodes"]
                ]
            ),
        }
        for name, *arguments in asked["steps"]:
            steps[name](*arguments)
        browser.close()
    json.dump({"values": values, "problems": problems}, sys.stdout)


main()
