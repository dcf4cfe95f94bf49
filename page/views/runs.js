// Runs: when the foot went numb in each, and a way to say so.

import { h, s, freshId } from "../dom.js";
import { t, clock, day, km, moment } from "../format.js";
import { errorBox, onsetText } from "./parts.js";

const AT_ONCE = 30; // rows added at a time: thousands of runs must not hold the page up

/** The run as a line as long as it took; the part with numbness is thick. */
function strip(run, longest) {
  const width = run.duration_s / longest * 100;
  const { kind, from_s: from, to_s: to } = run.onset ?? {};
  const began = { exact: from, interval: from, at_start: 0 }[kind];
  const x = began === undefined ? undefined : Math.min(began / longest * 100, width);
  const sure = kind === "interval" ? Math.min(to / longest * 100, width) : x;
  return s("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none",
    "aria-hidden": "true", focusable: "false" },
  s("rect", { class: "strip-run", x: 0, y: 3, width, height: 2 }),
  x !== undefined && s("rect", { class: "strip-maybe", x, y: 1, width: width - x, height: 6 }),
  x !== undefined && s("rect", { class: "strip-numb", x: sure, y: 0, width: width - sure, height: 8 }),
  x !== undefined && s("path", { class: "strip-edge", d: `M${x} 0v8`,
    "vector-effect": "non-scaling-stroke" }));
}

/** What may be said of one run: {name, label, body}. */
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
  return { select, row: h("p", {}, h("label", { for: id }, t("runs.strength")), " ", select) };
}

const GEAR = ["insole", "sock", "lacing"];

/** What else it was run with: nobody needs to say it, so it stands behind a word. */
function gearFields(run, oninput) {
  const inputs = GEAR.map((kind) => [kind, h("input", { type: "text", id: freshId(kind), maxlength: 80,
    autocomplete: "off", value: run[kind] ?? "", oninput })]);
  return {
    said: () => Object.fromEntries(inputs.map(([kind, input]) => [kind, input.value.trim()])
      .filter(([kind, name]) => name !== "" && name !== run[kind])),
    row: h("details", { class: "mark-more" }, h("summary", {}, t("runs.gear")),
      inputs.map(([kind, input]) => h("p", {}, h("label", { for: input.id }, t(`runs.${kind}`)), " ", input))),
  };
}

/** The form under a run. done gets the run as it is kept then. */
function markForm(frame, run, done) {
  const name = freshId("when");
  const list = choices(run);
  const most = Math.floor(run.duration_s / 60);
  const minutesInput = h("input", { type: "number", min: 0, max: most, step: "any",
    inputmode: "decimal", "aria-label": t("runs.minutes") });
  const { select, row } = strengthField();
  const radios = [];
  const gear = gearFields(run, () => { // which may be said alone
    const alone = Object.keys(gear.said()).length > 0;
    for (const radio of radios) radio.required = !alone;
  });
  const trouble = h("div");
  let chosen;
  const pick = (choice) => {
    chosen = choice;
    row.hidden = choice.none === true;
    minutesInput.required = choice.minutes === true;
  };
  const line = (choice) => {
    const id = freshId("when");
    const radio = h("input", { type: "radio", name, id, required: true, onchange: () => pick(choice) });
    radios.push(radio);
    minutesInput.addEventListener("focus", () => {
      if (choice.minutes && !radio.checked) {
        radio.checked = true;
        pick(choice);
      }
    });
    return h("div", { class: "tick" }, radio, h("label", { for: id }, choice.label),
      choice.minutes && [minutesInput, ` ${t("runs.minutes")}`]);
  };
  const send = async (event) => {
    event?.preventDefault();
    const body = { run: run.id, ...chosen?.body(minutesInput), ...gear.said() };
    if (chosen && !chosen.none && select.value !== "") body.strength = Number(select.value);
    const { status, value } = await frame.request("POST", "/api/log", body);
    if (status === 200) done(value);
    else trouble.replaceChildren(errorBox(value.error, () => send()));
  };
  return h("form", { class: "mark-form", onsubmit: send },
    h("fieldset", {}, h("legend", {}, t("runs.when")), list.map(line)),
    row, gear.row, trouble,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
}

function numbness(run) {
  if (run.onset) return onsetText(run.onset);
  const laps = run.laps_by_hand ?? [];
  return laps.length > 0
    ? t("runs.lap_pressed", { at: moment(laps[0].at_s, laps[0].distance_m) })
    : t("runs.not_said");
}

function runRow(frame, run, longest) {
  const place = h("div");
  const details = h("details", { ontoggle: () => {
    if (details.open && place.childElementCount === 0) {
      place.append(markForm(frame, run, (kept) => {
        const row = runRow(frame, kept, longest);
        item.replaceWith(row);
        row.querySelector("summary").focus();
        frame.announce(`${day(kept.start)}: ${numbness(kept)}`);
      }));
    }
  } },
  h("summary", {}, t(run.onset ? "runs.change" : "runs.say"),
    h("span", { class: "visually-hidden" }, ` ${day(run.start)}`)), place);
  const facts = [run.distance_m !== undefined && km(run.distance_m), clock(run.duration_s), run.shoe,
    ...GEAR.map((kind) => run[kind] && t("runs.gear_is", { kind: t(`runs.${kind}`), name: run[kind] })),
    ...(run.changed ?? []).map((what) => t("runs.changed", { what }))];
  const item = h("li", { class: run.onset ? "run" : "run unsaid" },
    h("div", { class: "run-head" }, h("h2", {}, day(run.start)),
      h("p", { class: "quiet" }, facts.filter((fact) => fact).join(" \u00b7 "))),
    strip(run, longest),
    h("p", { class: "numbness" }, numbness(run)),
    details);
  return item;
}

/** The list, some rows at a time. */
function runList(frame, runs, longest) {
  const list = h("ol", { class: "runs" });
  let shown = 0;
  const more = h("button", { type: "button", class: "quiet-button", onclick: () => {
    const first = shown;
    add();
    list.children[first]?.querySelector("summary")?.focus();
  } });
  const add = () => {
    list.append(...runs.slice(shown, shown + AT_ONCE).map((run) => runRow(frame, run, longest)));
    shown = Math.min(shown + AT_ONCE, runs.length);
    more.hidden = shown === runs.length;
    more.textContent = t("runs.more", { n: runs.length - shown });
  };
  add();
  return [list, h("p", {}, more)];
}

export async function runs(frame) {
  const all = await frame.ask("/api/runs", () => runs(frame));
  if (!all) return;
  all.reverse(); // the newest first
  const unsaid = all.filter((run) => !run.onset);
  const longest = Math.max(...all.map((run) => run.duration_s), 1);
  const place = h("div");
  const id = freshId("only");
  const only = h("input", { type: "checkbox", id, onchange: () => draw() });
  const draw = () => place.replaceChildren(...runList(frame, only.checked ? unsaid : all, longest));
  draw();
  frame.show(...[
    h("h1", {}, t("runs.title")),
    h("p", { class: "lead" }, all.length > 0
      ? t("runs.count", { n: all.length, unsaid: unsaid.length }) : t("runs.empty")),
    all.length === 0 && h("p", {}, h("a", { href: "#/start" }, t("runs.to_start"))),
    all.length > 0 && h("p", { class: "key" },
      s("svg", { class: "key-sign", viewBox: "0 0 20 8", "aria-hidden": "true", focusable: "false" },
        s("rect", { class: "strip-run", y: 3, width: 20, height: 2 }),
        s("rect", { class: "strip-numb", x: 8, width: 12, height: 8 }),
        s("path", { class: "strip-edge", d: "M8 0v8" })), " ", t("runs.key")),
    unsaid.length > 0 && unsaid.length < all.length
      && h("p", { class: "tick" }, only, h("label", { for: id }, t("runs.only", { n: unsaid.length }))),
    place,
  ].filter((node) => node));
}
