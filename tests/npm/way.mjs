// The whole way through the page, from the files of a watch to a copy of it all, with any pair of hands.
import { readFileSync } from "node:fs";
import { appears, check } from "./stage.mjs";
import { demoRuns } from "./given.mjs";

const MOST_STEPS = 80; // of an interview

export const heading = (page) => page.locator("#question").innerText();

/** Answers one step in the plainest way; false when there are no more. */
export async function step(page, hands) {
  const actions = page.locator("main .actions");
  if (await page.locator("input[type=number]").count() > 0) {
    await hands.type(page.locator("input[type=number]"), "41");
    await hands.press(page.getByRole("button", { name: "Next", exact: true }));
  } else if (await page.getByText("Where does it go numb?").count() > 0) {
    await hands.press(page.locator(".several > summary"));
    await hands.press(page.getByRole("group", { name: "Left foot", exact: true }).getByRole("button", { name: "top of the foot" }));
    await hands.press(page.getByRole("button", { name: "Next", exact: true }));
  } else if (await page.locator(".line").count() > 0) {
    await hands.press(actions.getByRole("button").first());
  } else if (await page.locator(".option").count() > 0) {
    const no = page.locator(".option").getByText("No", { exact: true });
    await hands.press(await no.count() > 0 ? no : page.locator(".option").first());
  } else {
    return false;
  }
  return true;
}

async function bringInRuns(page, hands, of) {
  const asked = page.waitForEvent("filechooser");
  await hands.press(page.getByRole("button", { name: "Choose files" }));
  await (await asked).setFiles(demoRuns());
  await page.locator(".import h3[tabindex]").filter({ hasText: "40 new runs" }).waitFor();
  await hands.press(page.locator(".import").getByRole("button", { name: "Close" }));
  await page.reload();
  check(`${of}: the runs of a watch are brought in, and there after a reload`,
    await appears(page.getByText("There are 40 runs.")));
}

async function interview(page, hands, of) {
  await hands.press(page.getByRole("link", { name: "Answer the safety questions" }).first());
  await page.locator("#question").waitFor();
  let steps = 0;
  let same = true;
  while (steps < MOST_STEPS) {
    const now = await heading(page);
    if (steps > 0 && steps <= 6) { // what was kept is kept: the same question stands there again
      await page.reload();
      await page.locator("#question").waitFor();
      same = same && await heading(page) === now;
    }
    await page.locator("#question").evaluate((node) => node.setAttribute("data-before", ""));
    if (!(await step(page, hands))) break;
    await page.locator("#question:not([data-before])").waitFor();
    steps += 1;
  }
  check(`${of}: the questions come to an end`, steps > 5 && steps < MOST_STEPS, `${steps} steps`);
  check(`${of}: a reload on the way loses no answer`, same);
}

async function markARun(page, hands, of) {
  await hands.press(page.getByRole("navigation").getByRole("link", { name: "Runs" }));
  const row = page.locator(".runs > li").first();
  await row.waitFor();
  await hands.press(row.locator(".say > summary"));
  const form = row.locator("form");
  await form.waitFor();
  await hands.tick(form.getByRole("radio", { name: "After" }));
  await hands.type(form.locator("fieldset input[type=number]"), "17");
  await hands.press(form.getByRole("button", { name: "Keep this" }));
  await page.waitForFunction(() => /17/.test(document.querySelector(".runs > li .numbness").textContent));
  await page.reload();
  await row.waitFor();
  check(`${of}: what is said of a run is there after a reload`,
    /17/.test(await row.locator(".numbness").textContent()));
}

async function startATrial(page, hands, of) {
  await hands.press(page.getByRole("navigation").getByRole("link", { name: "Trial" }));
  await page.locator("form.card").waitFor();
  await hands.tick(page.locator("form.card input[data-name]").first());
  await hands.press(page.getByRole("button", { name: "See what it takes" }));
  await hands.press(page.locator("section.calm .actions button"));
  await page.locator("section.next").waitFor();
  const next = await page.locator("section.next").innerText();
  await page.reload();
  await page.locator("section.next").waitFor();
  check(`${of}: a trial that was started goes on after a reload`,
    await page.locator("section.next").innerText() === next, next);
}

/** By the links on the screens: a change with its drawing, the note for a doctor. */
async function seeWhatToDo(page, hands, of) {
  await hands.press(page.getByRole("navigation").getByRole("link", { name: "To do" }));
  await page.getByRole("heading", { level: 1, name: "What to do" }).waitFor(); // the screen before leads to the laces, too
  await hands.press(page.locator("main a[href='#/lace']").first());
  await hands.press(page.locator("main form button[type=submit]"));
  check(`${of}: a lacing is drawn`, await appears(page.locator("section.next svg")));
  await page.goBack();
  await hands.press(page.locator("main a[href='#/visit']").last());
  check(`${of}: the note tells of the runs`, await appears(page.locator("article").getByText("39 runs not said")),
    await page.locator("main").innerText());
  await page.reload();
  check(`${of}: and does after a reload`, await appears(page.locator("article").getByText("39 runs not said")));
}

async function takeACopy(page, hands, of) {
  await hands.press(page.getByRole("contentinfo").getByRole("link", { name: "Your data" }));
  const coming = page.waitForEvent("download");
  await hands.press(page.getByRole("button", { name: "Save a copy", exact: true }));
  const copy = readFileSync(await (await coming).path());
  check(`${of}: a copy of it all is saved`, copy.subarray(0, 15).toString() === "SQLite format 3");
}

export async function wholeWay(page, hands, of) {
  await bringInRuns(page, hands, of);
  await interview(page, hands, of);
  await hands.press(page.getByRole("link", { name: "See what fits so far" }).first());
  await page.locator(".cause").first().waitFor();
  check(`${of}: causes are told`, /%/.test(await page.locator(".cause").first().innerText()));
  await markARun(page, hands, of);
  await startATrial(page, hands, of);
  await seeWhatToDo(page, hands, of);
  await takeACopy(page, hands, of);
}
