// Lacing, habits, feet and shoes, a pad, a test at home.
import { PHONE, changed, check, go, tooWide, violations } from "../stage.mjs";

async function whatToDo(page, { noise }) {
  await go(page, "lace");
  await page.getByLabel("front of the ankle").check();
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.locator("section.next svg").waitFor();
  const wide = await tooWide(page);
  check("what to do: a lacing is drawn, step by step, on a phone too",
    await page.locator("section.next ol li").count() > 5 && wide <= 0, `${wide} px too wide`);
  check("what to do: the lacing can be used by everybody (axe)",
    (await violations(page)).length === 0, (await violations(page)).join("\n"));
  for (const place of ["over the toes", "over the ball of the foot", "middle of the instep", "upper instep"]) {
    await page.getByLabel(place, { exact: true }).check();
  }
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.getByText("No pattern spares all these places").waitFor();
  check("what to do: where no lacing spares all places, criss-cross is to be tied looser",
    /tied looser/.test(await page.locator("section.next h2").innerText())
      && !/First loosen/.test(await page.locator("section.next").innerText()));
  await changed(page, "**/api/lace?*", (value) => {
    value.laces[0].buy_mm = null;
    value.choice.heel_open = true;
    value.choice.tighten_row_by_row = true;
  });
  await page.getByRole("button", { name: "Show the lacing" }).click();
  await page.getByText("Laces are not sold so long").waitFor();
  check("what to do: a lace that is not sold, an open heel and how to tighten are said",
    /Tighten it row by row[^]*Lace needed/.test(await page.locator("section.next").innerText())
      && await page.getByText("Nothing that locks the heel").count() === 1);
  await changed(page, "**/api/habits", (value) => {
    delete value.habits.find((one) => one.id === "step").next;
    value.habits.find((one) => one.id === "body").but = "Mind this.";
  });
  await go(page, "habits");
  check("what to do: a step that must wait has no way to it, and what must be minded is said",
    await page.locator("main li a[href='#/step']").count() === 0
      && await page.locator("main li a[href='#/routines']").count() === 1
      && await page.getByText("Mind this.").count() === 1, await page.locator("main").innerHTML());
  await go(page, "shoes");
  for (const [side, length] of [["Left foot", "262"], ["Right foot", "264"]]) {
    const foot = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: side }) });
    await foot.locator("summary").click();
    await foot.getByLabel("Length, standing").fill(length);
    await foot.getByRole("button", { name: "Keep this" }).click();
    await foot.getByText(`${length} \u00b1`).waitFor();
  }
  const footOf = (side) => page.locator("li.cause").filter({ has: page.getByRole("heading", { name: side }) });
  const [left, right] = [footOf("Left foot"), footOf("Right foot")];
  for (const foot of [left, right]) await foot.locator("summary").click();
  await right.getByLabel("Length, standing").fill("265.5");
  await left.getByLabel("Girth").fill("240");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("240 \u00b1").waitFor();
  await left.locator("summary").click();
  await left.getByLabel("Girth").fill("");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("240 \u00b1").waitFor({ state: "detached" });
  check("what to do: a figure that is emptied is taken back, and the others stay",
    /262 \u00b1/.test(await left.innerText()));
  check("what to do: keeping one form leaves what was typed in another",
    await right.getByLabel("Length, standing").inputValue() === "265.5");
  const shoe = page.locator("li.cause").filter({ has: page.getByRole("heading", { name: "Road A" }) });
  await shoe.locator("summary").nth(1).click();
  await shoe.getByLabel("Inner length").fill("272");
  await shoe.getByRole("button", { name: "Keep this" }).click();
  await shoe.getByText("272 \u00b1").waitFor();
  await shoe.locator("summary").first().click();
  await shoe.locator("table").waitFor();
  check("what to do: a shoe is held against both feet",
    /just right, or short/.test(await shoe.locator("table").innerText()), await shoe.innerText());
  await left.locator("summary").click();
  await left.getByLabel("Length, standing").fill("270");
  await left.getByRole("button", { name: "Keep this" }).click();
  await shoe.locator("table").getByText("2.5 \u00b1").waitFor();
  check("what to do: another foot is held against the shoe that is open",
    /Left foot: length\s+[-\d.]+ \u00b1 [\d.]+ mm\s+too short/.test(await shoe.locator("table").innerText()), await shoe.innerText());
  await left.locator("summary").click();
  await left.getByLabel("Length, standing").fill("262");
  await left.getByRole("button", { name: "Keep this" }).click();
  await left.getByText("262 \u00b1").waitFor();
  await right.getByRole("button", { name: "Keep this" }).click();
  await right.getByText("265.5 \u00b1").waitFor();
  await go(page, "pad");
  await page.route("**/api/pad", (route) => (route.request().postDataJSON().svg
    ? route.fulfill({ json: { svg: "<svg xmlns='http://www.w3.org/2000/svg'><path" } }) : route.continue()));
  await page.getByRole("button", { name: "Show where it goes" }).click();
  await page.getByText("The drawing could not be read").waitFor();
  noise.length = 0; // the browser's own page for broken XML has a style that the page's policy forbids
  await page.unroute("**/api/pad");
  await page.getByRole("button", { name: "Try again" }).click();
  await page.locator("section.next svg").waitFor();
  check("what to do: a broken drawing is said, and can be asked for again",
    await page.getByText("The drawing could not be read").count() === 0);
  await page.getByRole("button", { name: "Show where it goes" }).click();
  await page.locator("section.next svg").waitFor();
  check("what to do: a pad is drawn on the foot that was measured",
    /mm behind the line/.test(await page.locator("section.next").innerText()));
  await go(page, "tests/lunge");
  await page.getByLabel("Left foot").fill("8.5");
  await page.getByRole("button", { name: "What it means" }).click();
  await page.locator("section.calm").waitFor();
  check("what to do: a test's result is told with its error",
    /cannot tell/.test(await page.locator("section.calm").innerText()));
}

async function steps(page, { noise }) {
  await go(page, "step");
  const first = page.locator("table.words tbody tr").first();
  const before = await first.innerText();
  check("quicker steps: the runs are told in words", /5 min warm-up; 5 min run; 5 \u00d7 \(2 min run with the quicker steps, 2 min run\)/
    .test(before), before);
  await page.getByLabel("For which pace?").selectOption({ index: 1 });
  await page.waitForFunction((text) => document.querySelector("table.words tbody tr").innerText !== text, before);
  check("quicker steps: for another pace the weeks are others, and the choice keeps the focus",
    await page.evaluate(() => document.activeElement.value === document.activeElement.options?.[1].value), before);
  await page.route("**/api/step", (route) => route.fulfill({ status: 400,
    json: { error: { code: "FF_ERR_VALUE", where: "cadence", message: "Not told." } } }));
  await go(page, "todo");
  await go(page, "step");
  await page.getByRole("spinbutton").fill("164");
  await page.getByRole("button", { name: "Show the weeks" }).click();
  await page.locator("table.words tbody tr").first().waitFor();
  check("quicker steps: steps that were counted make the weeks where runs do not tell",
    /164 steps/.test(await page.locator("main").innerText()));
  noise.length = 0; // the refusal that was made up
}

export const scenes = [
  { name: "what to do", journal: "demo", options: { viewport: PHONE }, play: whatToDo },
  { name: "quicker steps", journal: "demo", options: { viewport: PHONE }, play: steps },
];
