// Shoes: both feet as they were measured, the inside of the shoes, and whether there is room.

import { h, freshId } from "../dom.js";
import { t, has } from "../format.js";
import { drawing, errorBox, linkButton, openLater, triageBox } from "./parts.js";

const FOOT = ["length", "ball_width", "girth", "width_80", "width_88", "width_94"];
const SHOE = ["inner_length", "ball_width", "width_80", "width_88", "width_94"];
const PLACES = ["length", "ball", "toe_80", "toe_88", "toe_94"];

const footLabel = (name) => t(`foot.${name}`);
const shoeLabel = (name) => t(`shoe.${name}`);

function numberField(name, known, label) {
  const id = freshId(name);
  return h("p", {}, h("label", { for: id }, label(name)), " ",
    h("input", { id, name, type: "number", min: 20, max: 400, step: "any", inputmode: "decimal",
      value: known?.[name]?.value }), " mm");
}

/** What was filled in and is not known so already. */
function told(form, names, known) {
  const data = new FormData(form); // not form.elements, which has a length of its own
  return Object.fromEntries(names.map((name) => [name, data.get(name)])
    .filter(([name, value]) => value !== "" && Number(value) !== known?.[name]?.value)
    .map(([name, value]) => [name, Number(value)]));
}

/** A form that keeps figures; what is in the way is said in it. */
function figuresForm(frame, path, who, names, known, label) {
  const place = h("div");
  const send = async (event) => {
    event?.preventDefault();
    const { status, value } = await frame.request("POST", path, { ...who, ...told(form, names, known) });
    if (status === 200) await shoes(frame);
    else place.replaceChildren(errorBox(value.error, () => send()));
  };
  const form = h("form", { class: "mark-form", onsubmit: send },
    names.map((name) => numberField(name, known, label)), place,
    h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
  return form;
}

function figureText(figure) {
  return t("shoes.figure", { value: figure.value, error: figure.error });
}

/** What is known of a foot or a shoe. */
function figures(known, names, label) {
  const told = names.filter((name) => known?.[name]);
  return told.length === 0 ? h("p", { class: "quiet" }, t("shoes.no_figures"))
    : h("dl", {}, told.map((name) => [h("dt", {}, label(name)), h("dd", {}, figureText(known[name]))]));
}

function footItem(frame, feet, side) {
  const known = feet[side];
  return h("li", { class: "cause" },
    h("h3", {}, t(`side.${side}`)),
    figures(known, FOOT, footLabel),
    openLater([t("shoes.measure"), h("span", { class: "visually-hidden" }, ` ${t(`side.${side}`)}`)],
      () => figuresForm(frame, "/api/feet", { side }, FOOT, known, footLabel)));
}

function verdictText(place) {
  const word = (verdict) => t(`fit.${verdict}`);
  const others = [place.verdict_low, place.verdict_high]
    .filter((verdict, i, all) => verdict && verdict !== place.verdict && all.indexOf(verdict) === i);
  return [word(place.verdict), ...others.map((verdict) => t("fit.or", { verdict: word(verdict) }))].join(", ");
}

function fitTable(fit) {
  const rows = ["left", "right"].flatMap((side) => PLACES
    .filter((place) => fit.feet[side][place].verdict !== "unknown")
    .map((place) => ({ side, place, of: fit.feet[side][place] })));
  if (rows.length === 0) return h("p", { class: "quiet" }, t("shoes.not_known"));
  return h("table", { class: "words" },
    h("thead", {}, h("tr", {}, ["shoes.where", "shoes.room", "lace.verdict"].map((head) =>
      h("th", { scope: "col" }, t(head))))),
    h("tbody", {}, rows.map(({ side, place, of }) => h("tr", {},
      h("th", { scope: "row" }, `${t(`side.${side}`)}: ${t(`fit.place.${place}`)}`),
      h("td", {}, t("shoes.figure", { value: of.room_mm.toFixed(1), error: of.error_mm.toFixed(1) })),
      h("td", {}, verdictText(of))))));
}

function askFor({ ask }) {
  if (!ask) return undefined;
  const named = ask.systems.filter((one) => has(`size.${one.system}`));
  return [h("p", { class: "do" }, t("shoes.ask_for", { least: ask.inner_least_mm, most: ask.inner_most_mm })),
    h("p", {}, t("shoes.sizes"), " ", named.map((one) =>
      t("shoes.size", { system: t(`size.${one.system}`), ask: one.ask, exact: one.exact.toFixed(1) })).join("; "))];
}

async function fit(frame, shoe) {
  const { status, value } = await frame.request("GET", `/api/fit-shoe?shoe=${shoe.id}`);
  if (status !== 200) return errorBox(value.error);
  return [triageBox(value.triage), fitTable(value), askFor(value),
    h("p", { class: "quiet" }, t("shoes.judged"))].flat(Infinity).filter((node) => node);
}

function shoeItem(frame, shoe) {
  const whose = h("span", { class: "visually-hidden" }, ` ${shoe.name}`);
  return h("li", { class: "cause" },
    h("h3", {}, shoe.name),
    h("p", { class: "quiet" }, [shoe.size, shoe.km !== undefined && `${Math.round(shoe.km)} km`,
      shoe.retired && t("shoes.retired")].filter((part) => part).join(" \u00b7 ")),
    figures(shoe, SHOE, shoeLabel),
    openLater([t("shoes.fit"), whose], () => fit(frame, shoe)),
    openLater([t("shoes.measure"), whose.cloneNode(true)],
      () => figuresForm(frame, "/api/shoes", { shoe: String(shoe.id) }, SHOE, shoe, shoeLabel)));
}

export async function shoes(frame) {
  const again = () => shoes(frame);
  const feet = await frame.ask("/api/feet", again);
  const list = feet && await frame.ask("/api/shoes", again);
  if (!list) return;
  const all = Array.isArray(list) ? list : list.shoes;
  frame.show(...[
    h("h1", {}, t("nav.shoes")),
    h("p", { class: "lead" }, t("shoes.lead")),
    h("section", {}, h("h2", {}, t("shoes.feet")),
      h("ul", { class: "plain" }, ["left", "right"].map((side) => footItem(frame, feet, side))),
      openLater([t("shoes.how")], () => drawing(frame, "/api/feet/picture"))),
    h("section", {}, h("h2", {}, t("shoes.shoes")),
      all.length > 0 ? h("ul", { class: "plain" }, all.map((shoe) => shoeItem(frame, shoe)))
        : h("p", {}, t("shoes.none"))),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}
