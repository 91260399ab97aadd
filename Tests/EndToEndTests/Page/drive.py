"""Drives one page in headless Chromium: steps as JSON on standard input, what they gave as JSON on standard output.

A step is a list: its name and its arguments. `value` runs an expression in the page and keeps what it gives. `problems`
of the output are messages of the console, errors of scripts, dialogs, and requests for anything but the page itself.
"""

import json
import sys

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright


def main():
    asked = json.load(sys.stdin)
    address = "file://" + asked["page"]
    values, problems = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=asked["browser"], args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": asked.get("width", 1200), "height": 900},
            color_scheme=asked.get("scheme", "light"),
            java_script_enabled=asked.get("scripts", True),
        )
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("console", lambda message: problems.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: problems.append(f"error: {error}"))
        page.on("dialog", lambda dialog: (problems.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: request.url == address or problems.append(f"request: {request.url}"))
        page.goto(address)
        steps = {
            "value": lambda expression: values.append(page.evaluate(expression)),
            "text": lambda selector: values.append(page.locator(selector).first.inner_text()),
            "visible": lambda selector: values.append(page.locator(selector).first.is_visible()),
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
