// The whole way, by mouse on a desk, by a finger on a phone and by the keyboard alone.
import { PHONE, check, finger, keys, mouse } from "../stage.mjs";
import { wholeWay } from "../way.mjs";

async function byKeyboard(page) {
  await page.keyboard.press("Tab");
  check("by keyboard: the first key leads past the menu",
    await page.evaluate(() => document.activeElement.id) === "skip");
  await wholeWay(page, keys(page), "by keyboard");
}

export const scenes = [
  { name: "by mouse", journal: "empty_mouse", play: (page) => wholeWay(page, mouse(page), "by mouse") },
  { name: "by finger", journal: "empty_finger", options: { viewport: PHONE, hasTouch: true, isMobile: true },
    play: (page) => wholeWay(page, finger(page), "by finger") },
  { name: "by keyboard", journal: "empty_keys", play: byKeyboard },
];
