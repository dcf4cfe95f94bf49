// One run in full: its drawing, its figures, its laps, and what was odd about the recording.

import { h } from "../dom.js";
import { t, has, clock, km, number, pace, sentence } from "../format.js";
import { onsetChart } from "./onset_chart.js";
import { drawing, errorBox, table } from "./parts.js";

const whole = (word) => (value) => t(`unit.${word}`, { value: Math.round(value) });

/** The figures in the order in which they are shown; what a run does not hold is left out. */
const FIGURES = [
  ["distance_m", km],
  ["duration_s", clock],
  ["elapsed_s", clock],
  ["speed_mps", pace],
  ["ascent_m", whole("metres")],
  ["descent_m", whole("metres")],
  ["cadence_spm", whole("steps")],
  ["step_length_mm", (mm) => whole("cm")(mm / 10)],
  ["stance_time_ms", whole("ms")],
  ["vertical_oscillation_mm", (mm) => t("unit.cm", { value: number(mm / 10, 1) })],
  ["balance_left_percent", (left) => t("run.balance",
    { left: number(left, 1), right: number(100 - left, 1) })],
  ["heart_rate_bpm", whole("per_minute")],
  ["power_w", whole("watts")],
  ["temperature_c", whole("degrees")],
  ["outdoor_temperature_c", whole("degrees")],
  ["place", sentence],
  ["device", String],
  ["source", (path) => h("span", { class: "path" }, path)],
];

function figureList(run) {
  const shown = FIGURES.filter(([name]) => run[name] !== undefined
    && (name !== "elapsed_s" || run.elapsed_s > run.duration_s + 1)
    && (name !== "speed_mps" || run.speed_mps > 0)); // who stands still has no pace
  return h("dl", { class: "facts" }, shown.map(([name, words]) =>
    [h("dt", {}, t(`run.${name}`)), h("dd", {}, words(run[name]))]));
}

function lapCells(lap) {
  const how = `lap.${lap.ended_by}`;
  return [[String(lap.lap), has(how) && h("span", { class: "quiet" }, ` ${t(how)}`)],
    lap.distance_m !== undefined && number(lap.distance_m / 1000, 2),
    lap.duration_s !== undefined && clock(lap.duration_s),
    lap.pace_s_per_km !== undefined && clock(lap.pace_s_per_km),
    lap.cadence_spm !== undefined && String(Math.round(lap.cadence_spm))];
}

function lapTable(laps) {
  return laps.length > 0 && table(t("run.laps"),
    ["lap", "km", "time", "pace", "steps"].map((head) => t(`laps.${head}`)), laps.map(lapCells));
}

function noteList(notes) {
  return notes !== undefined && [h("h3", {}, t("run.notes")),
    h("ul", {}, notes.map((note) => h("li", {}, note)))];
}

/**
 * All of it, or what went wrong; never throws.
 * @param {(run: object) => void} onkept gets the run when something of it was kept at its chart
 * @returns {Promise<{nodes: Node[], set: (run: object) => void}>} set tells the chart what was kept elsewhere
 */
export async function runInFull(frame, id, onkept) {
  const path = `/api/runs/${id}/chart`;
  const [drawn, { status, value }] = await Promise.all([
    frame.request("GET", path), frame.request("GET", `/api/runs/${id}`)]);
  if (status !== 200) return { nodes: [errorBox(value.error)], set: () => {} };
  const chart = drawn.status === 200 && drawn.value.frame
    ? onsetChart(frame, value, drawn.value, onkept)
    : { node: await drawing(frame, path), set: () => {} };
  return { set: (run) => chart.set(run),
    nodes: [chart.node, figureList(value), lapTable(value.laps), noteList(value.notes)]
      .flat().filter((node) => node) };
}
