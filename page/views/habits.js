// Six ways to keep numbness away, each as it stands with this runner.

import { h } from "../dom.js";
import { t, day, plain } from "../format.js";
import { download, errorBox, linkButton, sourceList, sourceTitles, triageBox } from "./parts.js";

/** Where each is made exact. */
const VIEWS = { shoes: "shoes", laces: "lace", step: "step", load: "plan", body: "routines", seen: "visit" };

function habitItem(habit) {
  const view = habit.next && VIEWS[habit.id]; // without it the step must wait, and "do" says so
  return h("li", { class: "cause" },
    h("h2", {}, habit.name, " ", h("span", { class: `tag state-${habit.state}` }, t(`habits.${habit.state}`))),
    h("p", { class: "do" }, habit.do),
    habit.but && h("p", {}, plain(habit.but)),
    habit.because.length > 0 && h("ul", {}, habit.because.map((words) => h("li", {}, words))),
    h("p", { class: "quiet" }, plain(habit.advice)),
    view && h("p", { class: "actions" }, linkButton(`#/${view}`, t(`nav.${view}`), true)),
    h("p", { class: "quiet" }, t("habits.again", { day: day(`${habit.look_again}T00:00:00Z`) })));
}

/** What was saved, and what to do with it. */
function calendarSaid(frame, { events, called_off: off, ics }) {
  const news = ics ? t("habits.saved", { n: events }) : t("habits.none_saved");
  if (ics) download("footfall-habits.ics", "text/calendar", ics);
  frame.announce(news);
  return h("div", {}, h("p", {}, news),
    ics && h("p", { class: "quiet" }, t("habits.calendar_how")),
    off > 0 && h("p", { class: "do" }, t("habits.called_off", { n: off })));
}

function intoCalendar(frame) {
  const place = h("div");
  const save = async () => {
    const { status, value } = await frame.request("GET", "/api/habits/calendar");
    place.replaceChildren(status === 200 ? calendarSaid(frame, value) : errorBox(value.error, save));
  };
  return h("section", {}, h("h2", {}, t("habits.calendar")),
    h("p", { class: "actions" }, h("button", { type: "button", onclick: save }, t("habits.save"))), place);
}

export async function habits(frame) {
  const value = await frame.ask("/api/habits", () => habits(frame));
  if (!value) return;
  const sources = await sourceTitles(frame);
  frame.show(...[
    h("h1", {}, t("nav.habits")),
    triageBox(value.triage),
    h("p", { class: "lead" }, t("habits.lead")),
    h("ol", { class: "plain" }, value.habits.map(habitItem)),
    intoCalendar(frame),
    sourceList(value, sources),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}
