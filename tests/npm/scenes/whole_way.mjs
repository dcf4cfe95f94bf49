// The whole way, by mouse on a phone and by the keyboard alone.
import { PHONE, check, keys, mouse } from "../stage.mjs";
import { wholeWay } from "../way.mjs";

async function byMouse(page) {
  await wholeWay(page, mouse(page), "by mouse");
}

async function byKeyboard(page) {
  await page.keyboard.press("Tab");
  check("by keyboard: the first key leads past the menu",
    await page.evaluate(() => document.activeElement.id) === "skip");
  await wholeWay(page, keys(page), "by keyboard");
}

export const scenes = [
  { name: "by mouse", journal: "mouse", options: { viewport: PHONE }, play: byMouse },
  { name: "by keyboard", journal: "keys", play: byKeyboard },
];
