// Shorter, quicker steps, week by week, from the runner's own step rate.

import { h, freshId } from "../dom.js";
import { t, pace, plain } from "../format.js";
import { errorBox, linkButton, refusal, sourceList, sourceTitles, triageBox } from "./parts.js";

function own({ cadence_spm: spm, speed_mps: speed, by, runs }) {
  return by === "runs" && speed !== undefined
    ? t("step.own", { spm: Math.round(spm), pace: pace(speed), n: runs }) : t("step.own_said", { spm: Math.round(spm) });
}

/** A run without the shorthand of workouts: its step rate stands beside it. */
const runWords = (text) => text.replace(/(\d)min/g, "$1 min").replaceAll("x(", " \u00d7 (")
  .replace(/@[\d-]+/g, t("step.quick"));

function weekRow(week) {
  return h("tr", {},
    h("th", { scope: "row" }, t("plan.week", { week: week.week })),
    h("td", {}, t("step.range", { low: Math.round(week.low_spm), high: Math.round(week.high_spm) })),
    h("td", {}, runWords(week.workout.text)));
}

/** The speeds at which the runs tell a step rate: the weeks are for one of them. */
function speedChoice({ speeds = [] }, { chosen, onpace }) {
  if (speeds.length < 2) return undefined;
  const id = freshId("pace");
  const select = h("select", { id, onchange: () => onpace(select.value) },
    h("option", { value: "" }, t("step.usual_pace")),
    speeds.map(({ speed_mps: speed, cadence_spm: spm }) => {
      const value = `${Math.round(1000 / speed)}s`; // of a kilometre
      return h("option", { value, selected: value === chosen },
        t("step.at_pace", { pace: pace(speed), spm: Math.round(spm) }));
    }));
  return h("p", {}, h("label", { for: id }, t("step.which_pace")), " ", select);
}

/** @param {{chosen?: string, onpace: (pace: string) => void}} [speed] where a speed can be chosen */
function programme(value, speed) {
  return [
    h("p", {}, own(value.own)),
    speed && speedChoice(value.own, speed),
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

function shown(value, sources, speed) {
  return [value.refused ? refusal(value) : [triageBox(value.triage), programme(value, speed)], sourceList(value, sources)];
}

/** @param {string} [chosen] the time of a kilometre such as "360s"; else the usual speed */
export async function step(frame, chosen) {
  const onpace = async (other) => {
    await step(frame, other);
    document.querySelector("main select")?.focus();
  };
  const { status, value } = await frame.request("GET", chosen ? `/api/step?pace=${chosen}` : "/api/step");
  const place = h("div");
  const sources = await sourceTitles(frame);
  const untold = status !== 200 && value.error.where === "cadence";
  const body = status === 200 ? shown(value, sources, { chosen, onpace })
    : untold ? [askRate(frame, place, sources), place] : [errorBox(value.error, () => step(frame, chosen))];
  frame.show(...[h("h1", {}, t("nav.step")), h("p", { class: "lead" }, t("step.lead")), body,
    h("p", {}, linkButton("#/todo", t("todo.back"), true))].flat(Infinity).filter((node) => node));
}
