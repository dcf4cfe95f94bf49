// The plan: written from the runner's own runs, followed, edited, and taken along.

import { h, freshId } from "../dom.js";
import { t, has, day } from "../format.js";
import { planCalendar } from "./plan_calendar.js";
import { download, errorBox, linkButton, refusal, triageBox } from "./parts.js";

const KINDS = ["fits", "return", "beginner", "build", "ratio", "after_break"];
const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

const NO_CALENDAR = "(max-width: 40rem)"; // as in the style sheet: there the runs stand in words alone

const date = (text) => day(`${text}T00:00:00Z`);

function field(name, label, input) {
  return h("p", {}, h("label", { for: input.id }, t(label)), " ", input);
}

function dayBoxes() {
  return h("fieldset", {}, h("legend", {}, t("plan.days")), DAYS.map((name) => {
    const id = freshId("day");
    return h("div", { class: "tick" }, h("input", { type: "checkbox", id, name: "day", value: name }),
      h("label", { for: id }, t(`plan.day.${name}`)));
  }));
}

/**
 * What is asked of the core for what was filled in: nothing that was left open, but always a kind:
 * without any wish the core would only tell of the plan there is.
 */
function wish(form) {
  const data = new FormData(form);
  const days = data.getAll("day").join(",");
  const goal = [data.get("goal").trim(), data.get("goal_day")].filter((part) => part !== "").join(",");
  return Object.fromEntries(Object.entries({ kind: data.get("kind"), goal, days })
    .filter(([, value]) => value !== ""));
}

/** Asks for something, and shows the answer or what is in the way at `place`. */
async function send(frame, body, place, done) {
  const { status, value } = await frame.request("POST", "/api/plan", body);
  if (status !== 200) place.replaceChildren(errorBox(value.error, () => send(frame, body, place, done)));
  else if (value.breaks) place.replaceChildren(...breaks(value));
  else if (value.refused) place.replaceChildren(...refusal(value).filter((node) => node));
  else await done(value);
}

function breaks(value) {
  return [h("div", { class: "box trouble", role: "alert" },
    h("p", {}, value.refused),
    h("ul", {}, value.breaks.map((one) => h("li", {},
      t("plan.break", { week: one.week, day: date(one.day), words: one.words })))))];
}

function wishForm(frame) {
  const place = h("div");
  const form = h("form", { class: "card", onsubmit: (event) => {
    event.preventDefault();
    send(frame, wish(form), place, () => planView(frame));
  } },
  field("kind", "plan.kind", h("select", { id: freshId("kind"), name: "kind" },
    KINDS.map((kind) => h("option", { value: kind }, t(`plan.kind.${kind}`))))),
  field("goal", "plan.goal", h("input", { id: freshId("goal"), name: "goal", type: "text", autocomplete: "off",
    maxlength: 40 })),
  field("goal_day", "plan.goal_day", h("input", { id: freshId("goal"), name: "goal_day", type: "date" })),
  dayBoxes(), place,
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("plan.write"))));
  return form;
}

function runRow(run) {
  return h("tr", {},
    h("th", { scope: "row" }, date(run.day)),
    h("td", {}, run.minutes === undefined ? "" : String(Math.round(run.minutes))),
    h("td", {}, run.workout.text, run.workout.note && h("p", { class: "quiet" }, run.workout.note)),
    h("td", {}, has(`plan.state.${run.state}`) ? t(`plan.state.${run.state}`) : run.state,
      run.changed && ` ${t("plan.changed")}`));
}

function weekTables(runs) {
  const weeks = runs.reduce((all, run) => all.set(run.week, [...(all.get(run.week) ?? []), run]), new Map());
  return [...weeks].map(([week, of]) => h("table", { class: "words" },
    h("caption", {}, t("plan.week", { week })),
    h("thead", {}, h("tr", {}, ["plan.when", "plan.minutes", "plan.what", "plan.how_it_went"]
      .map((head) => h("th", { scope: "col" }, t(head))))),
    h("tbody", {}, of.map(runRow))));
}

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

/** A place in which what was asked for stands, or what is in the way: never both. */
function asker(frame) {
  const place = h("div");
  const show = (nodes) => place.replaceChildren(...nodes.flat(Infinity).filter((node) => node));
  const ask = async (path, done, none) => {
    const { status, value } = await frame.request("GET", path);
    if (status === 200) show(done(value));
    else if (none && value.error.code === "FF_ERR_NONE_YET") show(none());
    else show([errorBox(value.error, () => ask(path, done, none))]);
  };
  return { place, ask };
}

/** Hands on the calendar, and says what to do with it: one without runs calls off those of an earlier one. */
function calendarSaid(frame, value) {
  const callsOff = value.runs === undefined;
  const news = callsOff ? t("plan.called_off") : t("plan.calendar_saved", { n: value.runs });
  download("footfall-plan.ics", "text/calendar", value.ics);
  frame.announce(news);
  return callsOff ? [h("p", { class: "do" }, news)]
    : [h("p", {}, news), h("p", {}, t("plan.calendar_how")), !value.time_zone && h("p", {}, t("plan.no_zone"))];
}

function workoutsSaid(value) {
  if (value.refused) return refusal(value);
  return [h("p", {}, t("plan.watch_how")),
    h("ul", { class: "plain" }, value.workouts.map((one) => h("li", {},
      h("button", { type: "button", class: "quiet-button", onclick: () =>
        download(one.file, "application/octet-stream", bytesOf(one.fit)) }, one.file), " ", one.title)))];
}

function takeAlong(frame) {
  const { place, ask } = asker(frame);
  const calendar = () => ask("/api/plan/calendar", (value) =>
    [value.refused && refusal(value), value.ics && calendarSaid(frame, value)]);
  const workouts = () => ask("/api/plan/workouts", workoutsSaid);
  return h("section", {}, h("h2", {}, t("plan.along")),
    h("p", { class: "actions" },
      h("button", { type: "button", onclick: calendar }, t("plan.calendar")),
      h("button", { type: "button", class: "quiet-button", onclick: workouts }, t("plan.watch"))),
    place);
}

/** Where there is no plan any more, or none for now: the calendar that was saved of it still rings. */
function callOff(frame, open) {
  const { place, ask } = asker(frame);
  const none = () => [h("p", { role: "status" }, t("plan.nothing_out"))];
  const calendar = () => ask("/api/plan/calendar", (value) => (value.ics ? calendarSaid(frame, value) : none()), none);
  return h("details", { open }, h("summary", {}, t("plan.earlier")),
    h("p", {}, t("plan.earlier_how")),
    h("p", { class: "actions" },
      h("button", { type: "button", class: "quiet-button", onclick: calendar }, t("plan.call_off"))),
    place);
}

function editor(frame, plan) {
  const place = h("div");
  const id = freshId("text");
  const area = h("textarea", { id, rows: 14, spellcheck: "false" });
  area.value = plan.text;
  const keep = () => send(frame, { text: area.value }, place, () => planView(frame));
  return h("details", {}, h("summary", {}, t("plan.edit")),
    h("p", {}, h("label", { for: id }, t("plan.edit_how"))), area, place,
    h("p", { class: "actions" }, h("button", { type: "button", onclick: keep }, t("plan.keep"))));
}

function ending(frame) {
  const place = h("div");
  const end = () => send(frame, { end: true }, place, () => planView(frame, true));
  return h("details", {}, h("summary", {}, t("plan.another")),
    h("p", { class: "actions" },
      h("button", { type: "button", class: "quiet-button", onclick: end }, t("plan.end"))),
    place, wishForm(frame));
}

function shown(frame, value) {
  return [
    h("section", {},
      h("h2", {}, value.plan.name),
      h("p", { class: "box notice" }, t("plan.numb_rule")),
      value.plan.runs.length > 0 && planCalendar(value.plan.runs)),
    takeAlong(frame),
    h("details", { open: matchMedia(NO_CALENDAR).matches }, h("summary", {}, t("plan.in_words")), weekTables(value.plan.runs)),
    editor(frame, value.plan), ending(frame),
    h("details", {}, h("summary", {}, t("plan.rules")),
      h("ul", {}, value.rules.map((rule) => h("li", {}, rule.words))))];
}

/** @param {boolean} [ended] whether the plan was ended just now */
export async function planView(frame, ended) {
  const value = await frame.ask("/api/plan", () => planView(frame, ended));
  if (!value) return;
  const body = value.refused ? [refusal(value), callOff(frame)]
    : value.plan ? [triageBox(value.triage), shown(frame, value)]
      : [triageBox(value.triage), h("p", { class: "lead" }, t("plan.lead")), wishForm(frame), callOff(frame, ended)];
  if (ended) frame.announce(t("plan.ended"));
  frame.show(...[h("h1", {}, t("nav.plan")), ended && h("p", { class: "box calm" }, t("plan.ended")), body,
    h("p", {}, linkButton("#/todo", t("todo.back"), true))].flat(Infinity).filter((node) => node));
}
