// The form that says of a run when the foot went numb, when that was gone, and what else it was run with.

import { h, freshId } from "../dom.js";
import { t, day, moment } from "../format.js";
import { FootMap, footMapParts, placesOf } from "./foot_map.js";
import { errorBox, openLater } from "./parts.js";
import { runWithFields } from "./run_with.js";

/** What may be said of one run: {label, body}; of `none` nothing more can be said. */
function choices(run) {
  const laps = (run.laps_by_hand ?? []).map((lap) => ({
    label: t("runs.from_lap", { lap: lap.lap, at: moment(lap.at_s, lap.distance_m) }),
    body: () => ({ from_lap: lap.lap }),
  }));
  return [
    ...laps,
    { label: t("runs.after"), minutes: true, body: (input) => ({ numb: `${Number(input.value)}min` }) },
    { label: t("runs.at_start"), body: () => ({ numb: "start" }) },
    { label: t("runs.sometime"), body: () => ({ numb: "sometime" }) },
    { label: t("runs.was_none"), none: true, body: () => ({ none: true }) },
    { label: t("runs.was_coming"), none: true, body: () => ({ coming: true }) },
  ];
}

const FEELINGS = ["numb", "tingling", "burning", "cold", "pain"];

function strengthField(known) {
  const id = freshId("strength");
  const select = h("select", { id }, h("option", { value: "" }, t("runs.strength_open")),
    Array.from({ length: 10 }, (_, n) => h("option", { value: n + 1, selected: known === n + 1 }, String(n + 1))));
  return {
    said: () => (select.value === "" || Number(select.value) === known ? {} : { strength: Number(select.value) }),
    row: h("p", {}, h("label", { for: id }, t("runs.strength")), " ", select),
  };
}

function feelingField(known = "") {
  const boxes = FEELINGS.map((feeling) => h("input", { type: "checkbox", id: freshId("feeling"), value: feeling,
    checked: known.split(",").includes(feeling) }));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value).join(",");
  return {
    said: () => (ticked() === known ? {} : { feelings: ticked() }),
    row: h("fieldset", { class: "feelings" }, h("legend", {}, t("feeling.title")),
      h("div", { class: "feeling-boxes" }, boxes.map((box) => h("div", { class: "tick" }, box,
        h("label", { for: box.id }, t(`feeling.${box.value}`))))),
      h("p", { class: "quiet" }, t("feeling.kept_only"), " ", t("feeling.questions"))),
  };
}

/** How numb, and what it felt like. */
export function feltFields({ onset }) {
  const strength = strengthField(onset?.strength);
  const feeling = feelingField(onset?.feelings);
  return {
    said: () => ({ ...strength.said(), ...feeling.said() }),
    rows: [strength.row, feeling.row],
  };
}

/** Where in this run: the feet, made when they are wanted. */
function whereField(frame, run, onchange) {
  let feet;
  const before = placesOf(run.onset?.sites).join();
  const make = async () => {
    const parts = await footMapParts(frame);
    if (parts.error) return errorBox(parts.error, async () => row.querySelector(".box").replaceWith(...[await make()].flat()));
    const { last } = parts.map;
    feet = new FootMap(parts, { marked: run.onset?.sites, announce: frame.announce, onchange,
      copies: last && last.run !== run.id ? [{ label: t("foot_map.copy", { day: day(last.date) }), sites: last.sites }] : [] });
    return feet.node;
  };
  const row = openLater([t("runs.where")], make);
  return {
    said: () => (feet && feet.isOtherThan(before) ? { sites: feet.sites() } : {}),
    row,
  };
}

/** Minutes of running, or minutes after the run, as the field of the core has them. */
const GONE = { run: (min) => `${min}min`, after: (min) => `+${min}min` };

function goneField({ onset, duration_s: duration }) {
  const after = onset?.gone_s > duration;
  const known = onset?.gone_s === undefined ? ""
    : String(Math.round((onset.gone_s - (after ? duration : 0)) / 6) / 10);
  const input = h("input", { type: "number", id: freshId("gone"), min: 0, step: "any",
    inputmode: "decimal", value: known });
  const from = h("select", { "aria-label": t("runs.gone_from") }, Object.keys(GONE).map((key) =>
    h("option", { value: key, selected: after === (key === "after") }, t(`runs.gone_in.${key}`))));
  const before = GONE[from.value](known);
  return {
    said: () => {
      const gone = GONE[from.value](input.value);
      return input.value === "" || gone === before ? {} : { gone };
    },
    row: h("p", { class: "gone" }, h("label", { for: input.id }, t("runs.gone")), " ", input, " ", from),
  };
}

/** One line of the choices; pick gets its choice when it is chosen. */
function choiceLine(choice, name, minutesInput, pick) {
  const id = freshId("when");
  const radio = h("input", { type: "radio", name, id, required: true, onchange: () => pick(choice) });
  if (choice.minutes) {
    minutesInput.addEventListener("input", () => { // not on focus: the tab key passes here
      if (radio.checked) return;
      radio.checked = true;
      pick(choice);
    });
  }
  return h("div", { class: "tick" }, radio, h("label", { for: id }, choice.label),
    choice.minutes && [minutesInput, ` ${t("runs.minutes")}`]);
}

/** The lines of which one is chosen. onpick gets the choice. */
function whenField(run, onpick) {
  const input = h("input", { type: "number", min: 0, max: Math.floor(run.duration_s / 60),
    step: "any", inputmode: "decimal", "aria-label": t("runs.minutes") });
  const name = freshId("when");
  let chosen;
  const pick = (choice) => {
    chosen = choice;
    input.required = choice.minutes === true;
    onpick(choice);
  };
  const row = h("fieldset", {}, h("legend", {}, t("runs.when")),
    choices(run).map((choice) => choiceLine(choice, name, input, pick)));
  return {
    chosen: () => chosen,
    said: () => chosen?.body(input) ?? {},
    require: (needed) => {
      for (const radio of row.querySelectorAll("[type=radio]")) radio.required = needed;
    },
    row,
  };
}

/** The form under a run. done gets the run as it is kept then. */
export async function markForm(frame, run, done) {
  const felt = feltFields(run);
  const gone = goneField(run);
  const gear = await runWithFields(frame, run);
  const ofNumb = h("div"); // what can be said of a run in which it came
  const when = whenField(run, (choice) => {
    ofNumb.hidden = choice.none === true;
    gone.row.hidden = choice.none === true;
  });
  const check = () => when.require(needsWhen());
  const place = whereField(frame, run, () => check());
  ofNumb.append(...felt.rows, place.row);
  const wasNumb = run.onset !== undefined && run.onset.kind !== "none";
  const how = () => (ofNumb.hidden ? {} : { ...felt.said(), ...place.said(), ...gone.said() });
  const more = () => ({ ...gear.said(), ...how() });
  const needsWhen = () => { // gear may be said alone, and the end of what was said before
    const said = more();
    return Object.keys(said).length === 0 || (Object.keys(how()).length > 0 && !wasNumb);
  };
  const trouble = h("div");
  const send = async (event) => {
    event?.preventDefault();
    const { status, value } = await frame.request("POST", "/api/log",
      { run: run.id, ...when.said(), ...more() });
    if (status === 200) done(value);
    else trouble.replaceChildren(errorBox(value.error, () => send()));
  };
  return h("form", { class: "mark-form", onsubmit: send, oninput: check },
    when.row, ofNumb,
    gone.row,
    h("details", { class: "mark-more" }, h("summary", {}, t("runs.more_said")), gear.rows),
    trouble,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
}
