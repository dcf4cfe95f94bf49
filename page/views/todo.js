// What to do: what may help this runner, and the tools that make it exact.

import { h } from "../dom.js";
import { t, has } from "../format.js";
import { linkButton, topBoxes } from "./parts.js";

/** The tools, and the changes each of them makes exact. */
const TOOLS = [
  { view: "habits", changes: [] },
  { view: "lace", changes: ["lacing"] },
  { view: "shoes", changes: ["shoe_wide"] },
  { view: "step", changes: ["cadence"] },
  { view: "plan", changes: ["load_down"] },
  { view: "routines", changes: ["stretch", "insole"] },
  { view: "pad", changes: ["metpad"] },
  { view: "tests", changes: [] },
  { view: "visit", changes: ["see_podiatrist", "see_physio", "see_doctor", "see_sports", "see_vascular",
    "see_neuro"] },
];

/** The tool for a change that is proposed; undefined: there is none. */
export function toolFor(change) {
  return TOOLS.find((tool) => tool.changes.includes(change));
}

function proposal(item) {
  const tool = toolFor(item.change);
  return h("li", { class: "cause" },
    h("h3", {}, item.name),
    has(`cost.${item.cost}`) && h("p", {}, h("span", { class: "tag" }, t(`cost.${item.cost}`))),
    h("p", { class: "actions" },
      tool && linkButton(`#/${tool.view}`, t(`todo.go.${tool.view}`)),
      item.kind === "change" && linkButton("#/trial", t("todo.try"), true)));
}

function toolItem({ view }) {
  return h("li", {},
    h("p", {}, h("a", { href: `#/${view}` }, h("strong", {}, t(`nav.${view}`)))),
    h("p", { class: "quiet" }, t(`todo.what.${view}`)));
}

export async function todo(frame) {
  const value = await frame.ask("/api/why", () => todo(frame));
  if (!value) return;
  const changes = value.try.filter((item) => item.change);
  frame.show(
    h("h1", {}, t("todo.title")),
    ...topBoxes(value).filter((box) => box),
    h("p", { class: "lead" }, t("todo.lead")),
    changes.length > 0 && h("section", {},
      h("h2", {}, t("todo.for_you")),
      h("ul", { class: "plain" }, changes.map(proposal))),
    h("section", {},
      h("h2", {}, t("todo.tools")),
      h("ul", { class: "plain" }, TOOLS.map(toolItem))),
    h("p", { class: "quiet" }, t("not_a_diagnosis")));
}
