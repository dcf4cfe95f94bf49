// Six ways to keep numbness away, each as it stands with this runner.

import { h } from "../dom.js";
import { t, day, plain } from "../format.js";
import { linkButton, sourceList, sourceTitles, triageBox } from "./parts.js";

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

export async function habits(frame) {
  const value = await frame.ask("/api/habits", () => habits(frame));
  if (!value) return;
  const sources = await sourceTitles(frame);
  frame.show(...[
    h("h1", {}, t("nav.habits")),
    triageBox(value.triage),
    h("p", { class: "lead" }, t("habits.lead")),
    h("ol", { class: "plain" }, value.habits.map(habitItem)),
    sourceList(value, sources),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}
