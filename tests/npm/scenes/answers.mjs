// Answers that were given are looked at and changed; what would change a cause is told.
import { check, go, violations } from "../stage.mjs";

const listed = (page) => page.locator(".said").first();

async function openSaid(page) {
  await page.getByText("What you said so far").click();
  await page.locator(".said").last().waitFor();
}

async function changedAnswer(page) {
  const of = "what was said so far";
  await go(page, "questions/relief_lace");
  await page.locator(".option").getByText("Yes", { exact: true }).click();
  await page.locator("#question:not(:has-text('lace'))").waitFor();
  await openSaid(page);
  const line = listed(page).locator("li").filter({ hasText: "Loose laces" });
  check(`${of}: an answer stands there`, /yes/.test(await line.innerText()), await listed(page).innerText());
  const found = await violations(page);
  check(`${of}: it can be used by everybody (axe)`, found.length === 0, found.join("\n"));
  await line.getByRole("button").click();
  await page.locator(".option[aria-pressed=true]").waitFor();
  check(`${of}: it is asked again, with what was said`,
    await page.locator(".option[aria-pressed=true]").innerText() === "Yes"
      && await page.evaluate(() => document.activeElement.id) === "question");
  await page.locator(".option").getByText("No", { exact: true }).click();
  await page.locator("#question:not(:has-text('lace'))").waitFor();
  await openSaid(page);
  check(`${of}: the other answer is kept`, /: no\b/.test(await line.innerText()), await line.innerText());
  const sign = page.locator(".said").last().locator("li").filter({ hasText: "around the genitals" });
  await sign.getByRole("button").click();
  await page.locator(".line").first().waitFor();
  await page.locator(".line").first().getByLabel("Yes").check({ force: true });
  await page.locator("main .actions button").first().click();
  await page.locator(".alarm").waitFor();
  check(`${of}: a safety sign can be said at any time, and comes first`,
    await page.locator("#question").innerText() === "The questions stop here");
}

async function inPictures(page) {
  const of = "a home test among the questions";
  await go(page, "questions/t_lunge");
  await page.getByText("How to do it").click();
  await page.locator(".card .drawing svg").waitFor();
  check(`${of}: it is drawn, and leads to the whole test`,
    await page.locator(".card a[href='#/tests/lunge']").count() === 1);
  await go(page, "questions/height_cm");
  check(`${of}: the height can be asked for`, await page.getByLabel("Height in cm").isVisible());
}

async function whatWouldChange(page) {
  const of = "what would change a cause";
  await go(page, "why");
  const cause = page.locator(".cause").first();
  await cause.getByText("What would change this").click();
  const lines = await cause.locator(".would li").allInnerTexts();
  check(`${of}: answers that are missing are told with what they would make of it`,
    lines.length > 1 && lines.every((line) => /It would (rise|fall) to [^.]*%/.test(line)), lines.join("\n"));
  const of2 = await cause.locator(".would a").first().getAttribute("href");
  check(`${of}: each leads to its question`, /^#\/questions\/\w+$/.test(of2), of2);
  await page.locator(".rest > summary").click();
  check(`${of}: every cause has its bar and its range`,
    await page.locator(".rest li").count() === await page.locator(".rest li svg.bar .bar-range").count()
      && /could be/.test(await page.locator(".rest li").first().innerText()));
}

export const scenes = [
  { name: "what was said so far", journal: "said", play: changedAnswer },
  { name: "a home test among the questions", journal: "demo", play: inPictures },
  { name: "what would change a cause", journal: "demo", play: whatWouldChange },
];
