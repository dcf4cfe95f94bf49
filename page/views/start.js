// Start: what this is, how runs come in, where they are kept.

import { h } from "../dom.js";
import { t } from "../format.js";
import { isSample, turnToSample } from "../transport.js";
import { importPlace } from "./import.js";
import { linkButton, triageBox } from "./parts.js";

function step(title, ...body) {
  return h("li", {}, h("h2", {}, title), ...body);
}

/** What helps most now. */
function nextLink(kept, triage) {
  if (!triage.checklist_asked) return linkButton("#/questions", t("start.go_safety"));
  if (kept.marked < kept.runs) return linkButton("#/runs", t("start.go_runs"));
  return linkButton("#/why", t("start.go_why"));
}

/** How many runs there are, which an import changes while the screen is open. */
function counted(first) {
  const node = h("p");
  const say = ({ runs }) => { node.textContent = runs > 0 ? t("start.have", { n: runs }) : t("start.have_none"); };
  say(first);
  return { node, say };
}

function sampleOffer({ runs }) {
  return h("div", { class: "offer" },
    h("p", {}, t(runs > 0 ? "sample.offer_too" : "sample.offer")),
    h("button", { type: "button", class: "quiet-button", onclick: () => turnToSample(true) }, t("sample.try")));
}

export async function start(frame) {
  const retry = () => start(frame);
  const [about, kept, safety] = await Promise.all(["/api", "/api/data", "/api/safety"].map((path) => frame.ask(path, retry)));
  if (!about || !kept || !safety) return;
  const { triage } = safety;
  const have = counted(kept);
  const next = h("p", {}, nextLink(kept, triage));
  const changed = async () => {
    const { status, value } = await frame.request("GET", "/api/data");
    if (status !== 200) return; // the import's own words say how many are new
    have.say(value);
    const link = nextLink(value, triage);
    if (link.textContent !== next.textContent) next.replaceChildren(link); // else the focus on it would be lost
  };
  frame.show(...[
    h("h1", {}, t("start.title")),
    triage.flags.length > 0 && triageBox(triage),
    h("p", { class: "lead" }, t("start.lead")),
    next,
    h("ol", { class: "steps" },
      step(t("start.import"),
        have.node,
        importPlace(frame, changed),
        !isSample() && sampleOffer(kept),
        !isSample() && h("details", {}, h("summary", {}, t("start.terminal")),
          h("p", {}, t("start.import_how")),
          h("pre", { tabindex: "0" }, h("code", {}, `${about.program} import FOLDER`)),
          h("p", { class: "quiet" }, t("start.import_reload")))),
      step(t("start.mark"),
        h("p", {}, t("start.mark_how")),
        kept.runs > 0 && h("p", {}, t("start.marked", { n: kept.marked, all: kept.runs })),
        h("a", { href: "#/runs" }, t("start.to_runs"))),
      step(t("start.ask"),
        h("p", {}, t("start.ask_how")),
        h("a", { href: "#/questions" }, t("start.to_questions"))),
      step(t("start.why"),
        h("p", {}, t("start.why_how")),
        h("a", { href: "#/why" }, t("start.to_why"))),
      step(t("start.trial"),
        h("p", {}, t("start.trial_how")),
        h("a", { href: "#/trial" }, t("start.to_trial")))),
    h("section", { class: "box" },
      h("h2", {}, t("start.data")),
      h("p", {}, t("start.data_where"), " ", h("code", { class: "path" }, about.journal)),
      h("p", {}, t("start.data_backup")),
      h("p", {}, h("a", { href: "#/data" }, t("start.to_data")))),
    h("p", { class: "quiet" }, t("not_a_diagnosis")),
  ].filter((node) => node));
}
