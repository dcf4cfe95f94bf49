// Lacing: where it presses, and the lacing that does not press there, drawn.

import { h, freshId } from "../dom.js";
import { t } from "../format.js";
import { drawn, errorBox, linkButton, refusal, triageBox } from "./parts.js";

const PLACES = ["toes", "ball", "instep", "upper_instep", "ankle"];
const PAIRS = [4, 5, 6, 7, 8, 9];
const USUAL_PAIRS = 6;

function tick(name, value, text, checked) {
  const id = freshId(name);
  return h("div", { class: "tick" },
    h("input", { type: "checkbox", id, name, value, checked }), h("label", { for: id }, text));
}

function askForm(onask) {
  const pairsId = freshId("pairs");
  const form = h("form", { class: "card", onsubmit: (event) => {
    event.preventDefault();
    onask(new FormData(form));
  } },
  h("fieldset", {}, h("legend", {}, t("lace.where")),
    PLACES.map((place) => tick("where", place, t(`lace.place.${place}`))),
    h("p", { class: "quiet" }, t("lace.where_none"))),
  h("p", {}, h("label", { for: pairsId }, t("lace.pairs")), " ",
    h("select", { id: pairsId, name: "pairs" }, PAIRS.map((n) =>
      h("option", { value: n, selected: n === USUAL_PAIRS }, String(n))))),
  tick("heel_slip", "yes", t("lace.heel_slip")),
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("lace.show"))));
  return form;
}

function queryOf(data) {
  const where = data.getAll("where");
  const parts = [`pairs=${data.get("pairs")}`];
  if (where.length > 0) parts.push(`where=${where.join(",")}`);
  if (data.get("heel_slip")) parts.push("heel_slip=yes");
  return parts.join("&");
}

function percentOf(share) {
  return share === null ? t("lace.more") : `${Math.round(100 * share)} %`;
}

function lookedAt({ spots, looked_at: looked }) {
  const heads = [t("lace.pattern"), t("lace.verdict"), ...spots.map((spot) => spot.name)];
  return h("details", {}, h("summary", {}, t("lace.looked_at", { n: looked.length })),
    h("p", { class: "quiet" }, t("lace.shares")),
    h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t("lace.looked_at", { n: looked.length }) },
      h("table", { class: "words" },
        h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", {}, looked.map((one) => h("tr", {},
          h("th", { scope: "row" }, one.name ?? one.pattern),
          h("td", {}, one.chosen ? t("lace.chosen") : t(`lace.verdict.${one.verdict}`)),
          one.spots_equal_hold.map((share) => h("td", {}, percentOf(share)))))))));
}

function lace({ needed_mm: needed, buy_mm: buy }) {
  const cm = (mm) => (mm / 10).toFixed(0);
  return h("p", {}, buy === null ? t("lace.too_long", { needed: cm(needed) })
    : t("lace.length", { needed: cm(needed), buy: cm(buy) }));
}

function pad({ from_mm: from, to_mm: to, free_mm: free }) {
  return h("p", {}, t("lace.pad", { from: Math.round(from), to: Math.round(to), free: Math.round(free) }));
}

/** What there is to say of the choice beside the lacing itself. */
function advice({ found, loosen_first: loosen, heel_open: heel, tighten_row_by_row: rows }) {
  const said = [found && loosen && "lace.loosen_first", heel && "lace.heel_open", rows && "lace.row_by_row"];
  return said.filter((key) => key).map((key) => h("p", { class: "do" }, t(key)));
}

function chosen(value, retry) {
  const id = freshId("lacing");
  const looser = value.choice && !value.choice.found;
  return h("section", { class: "box next", "aria-labelledby": id },
    h("h2", { id, tabindex: "-1" }, looser ? t("lace.looser", { name: value.name }) : value.name),
    value.use && h("p", {}, t("lace.for", { use: value.use })),
    value.choice && advice(value.choice),
    drawn(value.svg, retry),
    h("h3", {}, t("lace.steps")),
    h("ol", {}, value.steps.map((step) => h("li", {}, step))),
    value.laces.map(lace), (value.choice?.pads ?? []).map(pad),
    value.choice && lookedAt(value.choice),
    h("p", { class: "quiet" }, t("lace.rests")),
    h("p", { class: "actions" }, linkButton("#/trial", t("todo.try"))));
}

function answer(value, retry) {
  if (value.refused) return refusal(value);
  return [triageBox(value.triage), value.choice && !value.choice.found
    && h("p", { class: "box notice" }, t("lace.none_found")), chosen(value, retry)];
}

export async function laceView(frame) {
  const place = h("div");
  const ask = async (data) => {
    const again = () => ask(data);
    const { status, value } = await frame.request("GET", `/api/lace?${queryOf(data)}`);
    place.replaceChildren(...(status === 200 ? answer(value, again) : [errorBox(value.error, again)])
      .flat(Infinity).filter((node) => node));
    place.querySelector("h2, p")?.scrollIntoView({ block: "nearest" });
    place.querySelector("h2")?.focus();
  };
  frame.show(
    h("h1", {}, t("nav.lace")),
    h("p", { class: "lead" }, t("lace.lead")),
    askForm(ask), place,
    h("p", {}, linkButton("#/todo", t("todo.back"), true)));
}
