// Shorter, quicker steps, week by week, from the runner's own step rate.

import { h, freshId } from "../dom.js";
import { t, pace, plain } from "../format.js";
import { errorBox, linkButton, refusal, sourceList, sourceTitles, triageBox } from "./parts.js";

function own({ cadence_spm: spm, speed_mps: speed, by, runs }) {
  return by === "runs" && speed !== undefined
    ? t("step.own", { spm: Math.round(spm), pace: pace(speed), n: runs }) : t("step.own_said", { spm: Math.round(spm) });
}

function weekRow(week) {
  return h("tr", {},
    h("th", { scope: "row" }, t("plan.week", { week: week.week })),
    h("td", {}, t("step.range", { low: Math.round(week.low_spm), high: Math.round(week.high_spm) })),
    h("td", {}, week.workout.text));
}

function programme(value) {
  return [
    h("p", {}, own(value.own)),
    h("table", { class: "words" },
      h("thead", {}, h("tr", {}, ["step.week", "step.rate", "plan.what"].map((head) =>
        h("th", { scope: "col" }, t(head))))),
      h("tbody", {}, value.weeks.map(weekRow))),
    h("h2", {}, t("step.how")), h("p", {}, plain(value.how)),
    h("p", { class: "box notice" }, plain(value.landing)),
    h("p", { class: "quiet" }, plain(value.known)),
    h("p", { class: "actions" }, linkButton("#/trial", t("todo.try")))];
}

/** Asks for the step rate that the runs do not tell. */
function askRate(frame, place, sources) {
  const id = freshId("rate");
  const input = h("input", { type: "number", id, min: 100, max: 250, required: true, inputmode: "numeric" });
  const ask = async () => {
    const { status, value } = await frame.request("GET", `/api/step?cadence=${Number(input.value)}`);
    place.replaceChildren(...(status === 200 ? shown(value, sources) : [errorBox(value.error, ask)])
      .flat(Infinity).filter((node) => node));
  };
  return h("form", { class: "card", onsubmit: (event) => {
    event.preventDefault();
    ask();
  } },
  h("p", {}, t("step.not_told")),
  h("p", {}, h("label", { for: id }, t("step.rate")), " ", input),
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("step.show"))));
}

function shown(value, sources) {
  return [value.refused ? refusal(value) : [triageBox(value.triage), programme(value)], sourceList(value, sources)];
}

export async function step(frame) {
  const { status, value } = await frame.request("GET", "/api/step");
  const place = h("div");
  const sources = await sourceTitles(frame);
  const untold = status !== 200 && value.error.where === "cadence";
  const body = status === 200 ? shown(value, sources)
    : untold ? [askRate(frame, place, sources), place] : [errorBox(value.error, () => step(frame))];
  frame.show(...[h("h1", {}, t("nav.step")), h("p", { class: "lead" }, t("step.lead")), body,
    h("p", {}, linkButton("#/todo", t("todo.back"), true))].flat(Infinity).filter((node) => node));
}
