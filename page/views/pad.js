// Where a pad behind the ball of the foot goes, on the runner's own feet.

import { h, freshId } from "../dom.js";
import { t, plain } from "../format.js";
import { drawing, errorBox, linkButton, refusal, sourceList, sourceTitles, triageBox } from "./parts.js";

const GAPS = ["W1", "W2", "W3", "W4"]; // between the toes, from the big one

function footFacts(foot) {
  return h("p", {}, h("strong", {}, t(`side.${foot.side === "L" ? "left" : "right"}`)), ": ",
    t("pad.place", { front: Math.round(foot.front_mm), middle: Math.round(foot.middle_mm),
      behind: Math.round(foot.behind_mm) }),
    foot.ball_error_mm > 0 && ` ${t("pad.error", { error: Math.round(foot.ball_error_mm) })}`);
}

async function answer(frame, body, retry) {
  const { status, value } = await frame.request("POST", "/api/pad", body);
  if (status !== 200) return [errorBox(value.error, retry)];
  if (value.refused) return refusal(value);
  const picture = await drawing(frame, "/api/pad", { ...body, svg: true });
  const sources = await sourceTitles(frame);
  const fact = (word) => value[word] && [h("dt", {}, t(`pad.${word}`)), h("dd", {}, plain(value[word]))];
  return [triageBox(value.triage),
    h("section", { class: "box next" },
      value.feet.map(footFacts),
      h("div", { class: "true-size" }, picture),
      h("p", { class: "no-print" }, t("pad.true_size")),
      h("p", { class: "actions" }, h("button", { type: "button", class: "quiet-button", onclick: () => window.print() },
        t("pad.print"))),
      h("dl", {}, ["not_for", "how", "steps", "check", "stop", "weak"].map(fact)),
      h("p", { class: "actions" }, linkButton("#/trial", t("todo.try")))),
    sourceList(value, sources)];
}

export async function pad(frame) {
  const place = h("div");
  const id = { side: freshId("side"), gap: freshId("gap"), length: freshId("length"), ball: freshId("ball") };
  const number = (name, label, required) => h("p", { class: "measure" }, h("label", { for: id[name] }, t(label)), " ",
    h("input", { id: id[name], name, type: "number", min: 100, max: 350, step: "any", required, inputmode: "decimal" }));
  const show = async (body) => {
    const nodes = await answer(frame, body, () => show(body));
    place.replaceChildren(...nodes.flat(Infinity).filter((node) => node));
    place.scrollIntoView({ block: "nearest" });
  };
  const form = h("form", { class: "card no-print", onsubmit: (event) => {
    event.preventDefault();
    const data = new FormData(form);
    const body = { site: `${data.get("side")}:${data.get("gap")}` };
    for (const name of ["length", "ball"]) if (data.get(name)) body[name] = data.get(name);
    show(body);
  } },
  h("p", { class: "measure" }, h("label", { for: id.side }, t("pad.side")), " ", h("select", { id: id.side, name: "side" },
    ["left", "right"].map((side) => h("option", { value: side }, t(`side.${side}`))))),
  h("p", { class: "measure" }, h("label", { for: id.gap }, t("pad.gap")), " ", h("select", { id: id.gap, name: "gap" },
    GAPS.map((gap) => h("option", { value: gap, selected: gap === "W3" }, t(`pad.gap.${gap}`))))),
  number("length", "pad.length", false), number("ball", "pad.ball", false),
  h("p", { class: "quiet" }, t("pad.kept")),
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("pad.show"))));
  frame.show(h("h1", {}, t("nav.pad")), h("p", { class: "lead" }, t("pad.lead")), form, place,
    h("p", {}, linkButton("#/todo", t("todo.back"), true)));
}
