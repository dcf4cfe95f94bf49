// Runs: when the foot went numb in each, and a way to say so.

import { h, s, freshId } from "../dom.js";
import { t, clock, day, km, moment } from "../format.js";
import { GEAR, markForm } from "./mark.js";
import { drawing, linkButton, onsetText, openLater } from "./parts.js";
import { runInFull } from "./run.js";

const AT_ONCE = 30; // rows added at a time: thousands of runs must not hold the page up

/** The run as a line as long as it took; the part with numbness is thick. */
function strip(run, longest) {
  const width = run.duration_s / longest * 100;
  const { kind, from_s: from, to_s: to, gone_s: gone = run.duration_s } = run.onset ?? {};
  const began = { exact: from, interval: from, at_start: 0 }[kind];
  const x = began === undefined ? undefined : Math.min(began / longest * 100, width);
  const end = Math.min(gone / longest * 100, width);
  const sure = kind === "interval" ? Math.min(to / longest * 100, width) : x;
  return s("svg", { class: "strip", viewBox: "0 0 100 8", preserveAspectRatio: "none",
    "aria-hidden": "true", focusable: "false" },
  s("rect", { class: "strip-run", x: 0, y: 3, width, height: 2 }),
  x !== undefined && s("rect", { class: "strip-maybe", x, y: 1, width: end - x, height: 6 }),
  x !== undefined && s("rect", { class: "strip-numb", x: sure, y: 0, width: end - sure, height: 8 }),
  x !== undefined && s("path", { class: "strip-edge", d: `M${x} 0v8`,
    "vector-effect": "non-scaling-stroke" }));
}

function numbness(run) {
  if (run.onset) return onsetText(run);
  const laps = run.laps_by_hand ?? [];
  return laps.length > 0
    ? t("runs.lap_pressed", { at: moment(laps[0].at_s, laps[0].distance_m) })
    : t("runs.not_said");
}

function facts(run) {
  return [t("runs.number", { id: run.id }), run.distance_m !== undefined && km(run.distance_m),
    clock(run.duration_s), run.shoe,
    ...GEAR.map((kind) => run[kind] && t("runs.gear_is", { kind: t(`runs.${kind}`), name: run[kind] })),
    ...(run.changed ?? []).map((what) => t("runs.changed", { what }))]
    .filter((fact) => fact).join(" \u00b7 ");
}

/** One run with its form. onkept is called when something new was kept of it. */
function runRow(frame, run, longest, onkept) {
  const whose = h("span", { class: "visually-hidden" }, ` ${day(run.start)}`);
  const kept = (now) => {
    const row = runRow(frame, now, longest, onkept);
    item.replaceWith(row);
    row.querySelector(".say > summary").focus();
    frame.announce(`${day(now.start)}: ${numbness(now)}`);
    onkept();
  };
  const say = openLater([t(run.onset ? "runs.change" : "runs.say"), whose],
    () => markForm(frame, run, kept));
  say.classList.add("say");
  const item = h("li", { class: run.onset ? "run" : "run unsaid" },
    h("div", { class: "run-head" }, h("h2", {}, day(run.start)),
      h("p", { class: "quiet" }, facts(run))),
    strip(run, longest),
    h("p", { class: "numbness" }, numbness(run)),
    openLater([t("runs.show"), whose.cloneNode(true)], () => runInFull(frame, run.id)),
    say);
  return item;
}

/** The list, some rows at a time. */
function runList(runs, row) {
  const list = h("ol", { class: "runs" });
  let shown = 0;
  const more = h("button", { type: "button", class: "quiet-button", onclick: () => {
    const first = shown;
    add();
    list.children[first]?.querySelector("summary")?.focus();
  } });
  const add = () => {
    list.append(...runs.slice(shown, shown + AT_ONCE).map(row));
    shown = Math.min(shown + AT_ONCE, runs.length);
    more.hidden = shown === runs.length;
    more.textContent = t("runs.more", { n: runs.length - shown });
  };
  add();
  return [list, h("p", {}, more)];
}

/** The drawing of all runs; fresh() draws it again. */
async function allDrawn(frame) {
  const place = h("div");
  const fresh = async () => place.replaceChildren(await drawing(frame, "/api/onset-chart"));
  await fresh();
  return { place, fresh };
}

function key() {
  return h("p", { class: "key" },
    s("svg", { class: "key-sign", viewBox: "0 0 20 8", "aria-hidden": "true", focusable: "false" },
      s("rect", { class: "strip-run", y: 3, width: 20, height: 2 }),
      s("rect", { class: "strip-numb", x: 8, width: 12, height: 8 }),
      s("path", { class: "strip-edge", d: "M8 0v8" })), " ", t("runs.key"));
}

/** One run alone, opened. */
async function oneRun(frame) {
  const run = await frame.ask(`/api/runs/${frame.id}`, () => oneRun(frame));
  if (!run) return;
  const row = runRow(frame, run, run.duration_s, () => {});
  row.querySelector("details").open = true;
  frame.show(h("h1", {}, t("runs.one", { id: run.id })), h("ol", { class: "runs" }, row),
    h("p", {}, linkButton("#/runs", t("runs.all"), true)));
}

async function allRuns(frame) {
  const all = await frame.ask("/api/runs", () => runs(frame));
  if (!all) return;
  all.reverse(); // the newest first
  const unsaid = all.filter((run) => !run.onset);
  const drawn = all.length > unsaid.length ? await allDrawn(frame) : undefined;
  const longest = Math.max(...all.map((run) => run.duration_s), 1);
  const row = (run) => runRow(frame, run, longest, () => drawn?.fresh());
  const place = h("div");
  const id = freshId("only");
  const only = h("input", { type: "checkbox", id, onchange: () => draw() });
  const draw = () => place.replaceChildren(...runList(only.checked ? unsaid : all, row));
  draw();
  frame.show(...[
    h("h1", {}, t("runs.title")),
    h("p", { class: "lead" }, all.length > 0
      ? t("runs.count", { n: all.length, unsaid: unsaid.length }) : t("runs.empty")),
    all.length === 0 && h("p", {}, h("a", { href: "#/start" }, t("runs.to_start"))),
    drawn?.place,
    drawn && h("p", {}, linkButton("#/patterns", t("patterns.title"), true)),
    all.length > 0 && key(),
    unsaid.length > 0 && unsaid.length < all.length
      && h("p", { class: "tick" }, only, h("label", { for: id }, t("runs.only", { n: unsaid.length }))),
    place,
  ].filter((node) => node));
}

export async function runs(frame) {
  await (frame.id ? oneRun(frame) : allRuns(frame));
}
