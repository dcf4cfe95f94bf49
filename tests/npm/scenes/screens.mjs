// Every screen: can everybody use it, and does it fit.
import { PHONE, check, go, settled, tooWide, violations } from "../stage.mjs";

const SCREENS = ["start", "where", "questions", "why", "todo", "habits", "lace", "shoes", "step", "plan", "routines",
  "routines/flexibility", "pad", "tests", "tests/lunge", "visit", "runs", "runs/1", "patterns", "trial", "data"];

async function lookAtScreens(page, of) {
  for (const screen of SCREENS) {
    await go(page, screen);
    for (const details of await page.locator("main details:not([open]) > summary").all()) {
      if (await details.isVisible()) await details.click();
    }
    await settled(page);
    const found = await violations(page);
    check(`${of}: ${screen} can be used by everybody (axe)`, found.length === 0, found.join("\n"));
    const wide = await tooWide(page);
    check(`${of}: ${screen} is no wider than the screen`, wide <= 0, `${wide} px too wide`);
  }
}

const look = (of) => (page) => lookAtScreens(page, of);

export const scenes = [
  { name: "on a desk", journal: "demo", play: look("on a desk") },
  { name: "on a phone, dark", journal: "demo", play: look("on a phone, dark"),
    options: { viewport: PHONE, colorScheme: "dark", reducedMotion: "reduce" } },
];
