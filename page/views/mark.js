// The form that says of a run when the foot went numb, when that was gone, and what else it was run with.

import { h, freshId } from "../dom.js";
import { t, moment } from "../format.js";
import { errorBox } from "./parts.js";
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

function strengthField() {
  const id = freshId("strength");
  const select = h("select", { id }, h("option", { value: "" }, t("runs.strength_open")),
    Array.from({ length: 10 }, (_, n) => h("option", { value: n + 1 }, String(n + 1))));
  return {
    said: () => (select.value === "" ? {} : { strength: Number(select.value) }),
    row: h("p", {}, h("label", { for: id }, t("runs.strength")), " ", select),
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
  const strength = strengthField();
  const gone = goneField(run);
  const gear = await runWithFields(frame, run);
  const when = whenField(run, (choice) => {
    strength.row.hidden = choice.none === true;
    gone.row.hidden = choice.none === true;
  });
  const wasNumb = run.onset !== undefined && run.onset.kind !== "none";
  const more = () => ({ ...gear.said(), ...(gone.row.hidden ? {} : gone.said()) });
  const needsWhen = () => { // gear may be said alone, and the end of what was said before
    const said = more();
    return Object.keys(said).length === 0 || (said.gone !== undefined && !wasNumb);
  };
  const trouble = h("div");
  const send = async (event) => {
    event?.preventDefault();
    const how = when.chosen() && !when.chosen().none ? strength.said() : {};
    const { status, value } = await frame.request("POST", "/api/log",
      { run: run.id, ...when.said(), ...how, ...more() });
    if (status === 200) done(value);
    else trouble.replaceChildren(errorBox(value.error, () => send()));
  };
  return h("form", { class: "mark-form", onsubmit: send, oninput: () => when.require(needsWhen()) },
    when.row, strength.row,
    gone.row,
    h("details", { class: "mark-more" }, h("summary", {}, t("runs.more_said")), gear.rows),
    trouble,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
}
