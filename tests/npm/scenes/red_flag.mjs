// With a red flag: every screen that would propose something says what comes first, and none stands still.
import { check, go, settled } from "../stage.mjs";

const ask = (page, method, path, body) => page.evaluate(async ([how, where, what]) => {
  const answer = await fetch(where, { method: how, body: what && JSON.stringify(what),
    headers: { "X-Footfall-Token": sessionStorage.getItem("footfall-token") } });
  return answer.json();
}, [method, path, body]);

async function everyScreen(page) {
  const of = "with a red flag";
  const { routines } = await ask(page, "GET", "/api/routines");
  await ask(page, "POST", "/api/answer", { id: "rf_saddle", state: "said", value: "yes" });
  await page.reload();
  const without = [];
  const screens = ["start", "where", "questions", "why", "todo", "trial", "habits", "routines", "tests", "patterns", "visit",
    ...routines.map(({ id }) => `routines/${id}`)];
  for (const screen of screens) {
    await go(page, screen);
    if (!/emergency/i.test(await page.locator("main .alarm").first().innerText().catch(() => ""))) without.push(screen);
  }
  check(`${of}: each screen that proposes says so`, without.length === 0, without.join());
  for (const screen of ["lace", "pad", "plan"]) {
    await go(page, screen);
    const length = page.getByLabel("Length of the foot in mm");
    if (await length.count() > 0) await length.fill("262");
    const form = page.locator("main form button[type=submit]").first();
    if (await form.count() > 0) await form.click();
    await page.locator("main .alarm").first().waitFor();
    await settled(page);
    check(`${of}: ${screen} proposes nothing`, await page.locator("main .drawing, main .calendar").count() === 0);
  }
}

export const scenes = [
  { name: "with a red flag", journal: "red_flag", play: everyScreen },
];
