// The questions that the runs answer, or were looked at for, and the way to answer them oneself.

import { h } from "../dom.js";
import { t, sentence } from "../format.js";

/** The question of a finding with the texts of its answers; its id where it is not a question. */
async function withQuestion(frame, finding) {
  const { status, value } = await frame.request("GET", `/api/question?again=${finding.finding}`);
  const question = status === 200 ? value.question : undefined;
  const option = question?.options.find((one) => one.id === finding.value);
  return { ...finding, ask: question?.question ?? finding.finding,
    answer: sentence(option?.text ?? finding.value) };
}

function findingItem(finding) {
  const how = t(finding.state === "told" ? "findings.own" : "findings.answer");
  return h("li", {},
    h("p", {}, finding.ask, finding.answer !== undefined && [" ", h("strong", {}, finding.answer)]),
    h("p", { class: "quiet" }, sentence(finding.from)),
    h("p", {}, h("a", { href: `#/questions/${finding.finding}`, "aria-label": `${how}: ${finding.ask}` },
      how)));
}

/** @returns {Promise<Node|undefined>} undefined when the runs were looked at for nothing */
export async function findingsSection(frame, { findings }) {
  if (findings.length === 0) return undefined;
  const all = await Promise.all(findings.map((finding) => withQuestion(frame, finding)));
  const told = all.filter((finding) => finding.state === "told");
  const open = all.filter((finding) => finding.state !== "told");
  return h("section", {}, h("h2", {}, t("findings.title")),
    h("p", {}, t(told.length > 0 ? "findings.how" : "findings.none")),
    told.length > 0 && h("ul", { class: "plain findings" }, told.map(findingItem)),
    open.length > 0 && h("details", {},
      h("summary", {}, t("findings.open", { n: open.length })),
      h("ul", { class: "plain findings" }, open.map(findingItem))));
}
