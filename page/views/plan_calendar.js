// The plan as a calendar: a row a week, Monday first. A telephone is too narrow for it and shows the tables alone.

import { h } from "../dom.js";
import { t, dayOfMonth, monthAndDay, weekday } from "../format.js";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_TEXT = 40; // characters of a run's text in a cell; the table below has all of it

const utc = (date) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms) => new Date(ms).toISOString().slice(0, 10);
const monday = (ms) => ms - (new Date(ms).getUTCDay() + 6) % 7 * DAY_MS;

function runInCell(run) {
  const { text } = run.workout;
  return h("div", { class: `planned ${run.state}` },
    run.minutes !== undefined && h("b", {}, t("minutes", { n: Math.round(run.minutes) })),
    h("span", {}, text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}\u2026` : text),
    run.state !== "to_come" && h("i", {}, t(`plan.state.${run.state}`)));
}

/** The first day shown of a month names it. */
function dayCell(ms, runs, isFirst) {
  const date = dateOf(ms);
  const named = isFirst || date.endsWith("-01");
  return h("td", {}, h("span", { class: "date" }, named ? monthAndDay(date) : dayOfMonth(date)),
    runs.filter((run) => run.day === date).map(runInCell));
}

/** @param {object[]} runs of the plan, each with day, minutes, state and workout; at least one */
export function planCalendar(runs) {
  const days = runs.map((run) => utc(run.day));
  const first = monday(Math.min(...days));
  const weeks = Math.round((monday(Math.max(...days)) - first) / DAY_MS) / 7 + 1;
  const week = (w) => h("tr", {}, Array.from({ length: 7 }, (_, d) =>
    dayCell(first + (7 * w + d) * DAY_MS, runs, w + d === 0)));
  return h("table", { class: "calendar" },
    h("caption", { class: "visually-hidden" }, t("plan.as_calendar")),
    h("thead", {}, h("tr", {}, Array.from({ length: 7 }, (_, d) =>
      h("th", { scope: "col" }, weekday(dateOf(first + d * DAY_MS)))))),
    h("tbody", {}, Array.from({ length: weeks }, (_, w) => week(w))));
}
