// A sign that is marked on an old run: which run it is, how a mistake is taken back, and a trial meanwhile.
import { appears, check, go, tooWide, violations, PHONE } from "../stage.mjs";

/** Asks the core as the page does; gives what it answers. */
const ask = (page, method, path, body) => page.evaluate(async (given) =>
  (await (await import("/transport.js")).request(...given)).value, [method, path, body]);

async function allClear(page) {
  let asked = await ask(page, "GET", "/api/question");
  while (asked.step === "checklist") {
    const answers = asked.flags.map(({ id }) => ({ id, state: "said", value: "no" }));
    await ask(page, "POST", "/api/answers", { answers });
    asked = await ask(page, "GET", "/api/question");
  }
}

const saddle = (page) => page.locator(".foot-view[data-view=sole][data-side=left] [data-region=SD]");

async function onAnOldRun(page) {
  await allClear(page);
  await ask(page, "POST", "/api/trial/start", { changes: ["lacing"], seed: 7 });
  for (let run = 1; run <= 33; run++) await ask(page, "POST", "/api/log", { run, numb: "20min" }); // more than can be chosen from
  await ask(page, "POST", "/api/log", { run: 2, sites: "left:SD,W1" });

  await go(page, "trial");
  check("a sign on an old run: the trial is told as stopped, and no run as the next",
    /The trial is stopped/.test(await page.locator("main").innerText()) && await page.locator(".next").count() === 0);
  const looked = await ask(page, "GET", "/api/trial");
  check("a sign on an old run: to look at the trial has not ended it",
    looked.refused !== undefined && looked.ended_by === "goes_on", JSON.stringify(looked).slice(0, 300));
  check("a sign on an old run: what the runs showed stays", await page.getByRole("heading", { name: "What the runs say" })
    .or(page.locator("article.cause")).first().isVisible());
  const found = await violations(page);
  check("a sign on an old run: it can be used by everybody (axe)", found.length === 0, found.join("\n"));
  check("a sign on an old run: it is no wider than the screen", await tooWide(page) <= 0);

  const link = page.locator("main .alarm a[href='#/where/2']");
  check("a sign on an old run: the alarm names it by its day", /\d/.test(await link.innerText())
    && /Only if that mark is a mistake/.test(await page.locator("main .alarm").innerText()));
  await link.click();
  await page.getByLabel("Left foot", { exact: true }).check();
  await page.getByLabel("sole", { exact: true }).check();
  await saddle(page).waitFor();
  check("a sign on an old run: its mark stands there", await saddle(page).getAttribute("aria-checked") === "true");
  await saddle(page).click();
  await page.getByRole("button", { name: "Keep" }).first().click();
  await page.locator("form .calm").waitFor();
  check("a sign on an old run: taken back, the alarm is gone", await page.locator("main .alarm").count() === 0);
  await go(page, "trial");
  check("a sign on an old run: and the trial goes on", await appears(page.locator("section.next")));
}

export const scenes = [
  { name: "a sign on an old run", journal: "signs", options: { viewport: PHONE }, play: onAnOldRun },
];
