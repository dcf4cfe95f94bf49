// Routines: what to do with the body, with doses, pictures, and when not to.

import { h } from "../dom.js";
import { t, plain } from "../format.js";
import { drawing, linkButton, refusal, sourceList, sourceTitles, triageBox } from "./parts.js";

function dose(exercise) {
  const { sets, times, seconds, each_side: eachSide } = exercise;
  return [sets && times ? t("routines.times", { sets, times }) : sets && t("routines.sets", { n: sets }),
    seconds && t("routines.hold", { seconds }), eachSide && t("routines.each_side")]
    .filter((part) => part).join(", ");
}

function exerciseItem(exercise) {
  return h("li", {},
    h("h3", {}, exercise.name),
    h("p", { class: "quiet" }, dose(exercise)),
    h("ol", {}, exercise.steps.map((step) => h("li", {}, plain(step)))),
    exercise.feel && h("p", {}, plain(exercise.feel)));
}

async function one(frame) {
  const again = () => one(frame);
  const value = await frame.ask(`/api/routines/${frame.id}`, again);
  if (!value) return;
  const back = linkButton("#/routines", t("routines.all"), true);
  if (value.refused) {
    frame.show(...[h("h1", {}, t("nav.routines")), refusal(value), h("p", {}, back)].flat().filter((node) => node));
    return;
  }
  const sources = await sourceTitles(frame);
  const picture = await drawing(frame, `/api/routines/${frame.id}/picture`);
  const fact = (word, text) => text && [h("dt", {}, t(`routines.${word}`)), h("dd", {}, plain(text))];
  frame.show(...[
    h("h1", {}, value.name),
    triageBox(value.triage),
    h("p", { class: "lead" }, plain(value.why)),
    value.ask_first.length > 0 && h("div", { class: "box notice" },
      value.ask_first.map((words) => h("p", {}, words))),
    h("div", { class: "box notice" }, h("dl", {}, fact("not_for", value.not_for), fact("stop", value.stop))),
    h("p", {}, plain(value.times)),
    h("h2", {}, t("routines.exercises")),
    picture,
    h("ol", { class: "plain" }, value.exercises.map(exerciseItem)),
    h("dl", {}, fact("progress", value.progress), fact("known", value.known), fact("judge", value.judge),
      fact("see", value.see_whom)),
    sourceList(value, sources),
    h("p", { class: "actions" }, value.try && linkButton("#/trial", t("todo.try")), back),
  ].filter((node) => node));
}

async function all(frame) {
  const value = await frame.ask("/api/routines", () => all(frame));
  if (!value) return;
  frame.show(...[
    h("h1", {}, t("nav.routines")),
    triageBox(value.triage),
    h("ul", { class: "plain" }, value.routines.map((routine) => h("li", { class: "cause" },
      h("h2", {}, h("a", { href: `#/routines/${routine.id}` }, routine.name)),
      h("p", {}, plain(routine.times)),
      h("p", { class: "quiet" }, plain(routine.why))))),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}

export async function routines(frame) {
  await (frame.id ? one(frame) : all(frame));
}
