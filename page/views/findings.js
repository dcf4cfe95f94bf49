// The questions that the runs answer, or were looked at for, and the way to answer them oneself.

import { h } from "../dom.js";
import { t, sentence } from "../format.js";

function findingItem(finding) {
  const question = finding.question ?? finding.finding;
  const how = t(finding.state === "told" ? "findings.own" : "findings.answer");
  return h("li", {},
    h("p", {}, question,
      finding.answer !== undefined && [" ", h("strong", {}, sentence(finding.answer))]),
    h("p", { class: "quiet" }, sentence(finding.from)),
    h("p", {}, h("a", { href: `#/questions/${finding.finding}`, "aria-label": `${how}: ${question}` },
      how)));
}

/** @returns {Node|undefined} undefined when the runs were looked at for nothing */
export function findingsSection({ findings }) {
  if (findings.length === 0) return undefined;
  const told = findings.filter((finding) => finding.state === "told");
  const open = findings.filter((finding) => finding.state !== "told");
  return h("section", {}, h("h2", {}, t("findings.title")),
    h("p", {}, t(told.length > 0 ? "findings.how" : "findings.none")),
    told.length > 0 && h("ul", { class: "plain findings" }, told.map(findingItem)),
    open.length > 0 && h("details", {},
      h("summary", {}, t("findings.open", { n: open.length })),
      h("ul", { class: "plain findings" }, open.map(findingItem))));
}
