// Shoes: both feet as they were measured, the inside of the shoes, and whether there is room.

import { h, freshId } from "../dom.js";
import { t, has, number } from "../format.js";
import { drawing, errorBox, linkButton, openLater, refusal, triageBox } from "./parts.js";

const FOOT = ["length", "ball_width", "girth", "width_80", "width_88", "width_94"];
const SHOE = ["inner_length", "ball_width", "width_80", "width_88", "width_94"];
const PLACES = ["length", "ball", "toe_80", "toe_88", "toe_94"];

const footLabel = (name) => t(`foot.${name}`);
const shoeLabel = (name) => t(`shoe.${name}`);

function numberField(name, known, label) {
  const id = freshId(name);
  return h("p", { class: "measure" }, h("label", { for: id }, label(name)), " ",
    h("input", { id, name, type: "number", min: 20, max: 400, step: "any", inputmode: "decimal",
      value: known?.[name]?.value }), " mm");
}

/**
 * What to send: the figures that were filled in and are not known so already, with the first that was known and is
 * emptied; then each other of these, for the core takes back one at a time.
 */
function told(form, names, known) {
  const data = new FormData(form); // not form.elements, which has a length of its own
  const [first, ...others] = names.filter((name) => data.get(name) === "" && known?.[name]);
  const figures = Object.fromEntries(names.map((name) => [name, data.get(name)])
    .filter(([name, value]) => value !== "" && Number(value) !== known?.[name]?.value)
    .map(([name, value]) => [name, Number(value)]));
  if (first) figures.forget = first;
  return [figures, ...others.map((forget) => ({ forget }))].filter((body) => Object.keys(body).length > 0);
}

/**
 * A form that keeps figures; what is in the way is said in it.
 * @param {{path: string, who: object, names: string[], known: object, label: (name: string) => string,
 *   pick: (value: any) => object, kept: (value: any) => void}} of `pick` finds the figures in an answer,
 *   `kept` gets the answer when all is kept
 */
function figuresForm(frame, { path, who, names, known: before, label, pick, kept }) {
  const place = h("div");
  let known = before;
  const send = async () => {
    const bodies = told(form, names, known);
    if (bodies.length === 0) {
      place.replaceChildren(h("p", { role: "status" }, t("shoes.same")));
      return;
    }
    let answer;
    for (const body of bodies) {
      const { status, value } = await frame.request("POST", path, { ...who, ...body });
      if (status !== 200) {
        place.replaceChildren(errorBox(value.error, send));
        return;
      }
      answer = value;
      known = pick(value); // what is kept is not sent again when a later part is in the way
    }
    kept(answer);
  };
  const form = h("form", { class: "mark-form", onsubmit: (event) => {
    event.preventDefault();
    send();
  } },
  names.map((name) => numberField(name, known, label)),
  h("p", { class: "quiet" }, t("shoes.empty")), place,
  h("p", { class: "actions" }, h("button", { type: "submit" }, t("runs.save"))));
  return form;
}

/** Puts the item that was saved in the place of the old one, and nothing else: another form may be half filled in. */
function renew(frame, old, fresh, name) {
  old.replaceWith(fresh);
  frame.announce(t("shoes.kept", { name }));
  fresh.querySelector("h3").focus();
}

function figureText(figure) {
  return t("shoes.figure", { value: number(figure.value), error: number(figure.error) });
}

/** What is known of a foot or a shoe. */
function figures(known, names, label) {
  const told = names.filter((name) => known?.[name]);
  return told.length === 0 ? h("p", { class: "quiet" }, t("shoes.no_figures"))
    : h("dl", {}, told.map((name) => [h("dt", {}, label(name)), h("dd", {}, figureText(known[name]))]));
}

/** @param {() => void} changed called when the foot has other figures: whether a shoe has room rests on them */
function footItem(frame, feet, side, changed) {
  const known = feet[side];
  const name = t(`side.${side}`);
  const kept = (value) => {
    renew(frame, item, footItem(frame, value, side, changed), name);
    changed();
  };
  const item = h("li", { class: "cause" },
    h("h3", { tabindex: "-1" }, name),
    figures(known, FOOT, footLabel),
    openLater([t("shoes.measure"), h("span", { class: "visually-hidden" }, ` ${name}`)],
      () => figuresForm(frame, { path: "/api/feet", who: { side }, names: FOOT, known, label: footLabel,
        pick: (value) => value[side], kept })));
  return item;
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
      h("td", {}, t("shoes.figure", { value: number(of.room_mm, 1), error: number(of.error_mm, 1) })),
      h("td", {}, verdictText(of))))));
}

function askFor({ ask }) {
  if (!ask) return undefined;
  const named = ask.systems.filter((one) => has(`size.${one.system}`));
  return [h("p", { class: "do" }, t("shoes.ask_for", { least: number(ask.inner_least_mm), most: number(ask.inner_most_mm) })),
    h("p", {}, t("shoes.sizes"), " ", named.map((one) =>
      t("shoes.size", { system: t(`size.${one.system}`), ask: one.ask, exact: number(one.exact, 1) })).join("; "))];
}

/** Whether there is room, judged again each time one of `redo` is called. */
async function fit(frame, shoe, redo) {
  const place = h("div");
  const load = async () => {
    const { status, value } = await frame.request("GET", `/api/fit-shoe?shoe=${shoe.id}`);
    place.replaceChildren(...(status !== 200 ? [errorBox(value.error, load)]
      : value.refused ? refusal(value)
      : [triageBox(value.triage), fitTable(value), askFor(value), h("p", { class: "quiet" }, t("shoes.judged"))])
      .flat(Infinity).filter((node) => node));
  };
  redo.add(() => place.isConnected && load());
  await load();
  return place;
}

function shoeItem(frame, shoe, redo) {
  const whose = h("span", { class: "visually-hidden" }, ` ${shoe.name}`);
  const kept = (value) => renew(frame, item, shoeItem(frame, value, redo), shoe.name);
  const item = h("li", { class: "cause" },
    h("h3", { tabindex: "-1" }, shoe.name),
    h("p", { class: "quiet" }, [shoe.size, shoe.km !== undefined && `${Math.round(shoe.km)} km`,
      shoe.retired && t("shoes.retired")].filter((part) => part).join(" \u00b7 ")),
    figures(shoe, SHOE, shoeLabel),
    openLater([t("shoes.fit"), whose], () => fit(frame, shoe, redo)),
    openLater([t("shoes.measure"), whose.cloneNode(true)],
      () => figuresForm(frame, { path: "/api/shoes", who: { shoe: String(shoe.id) }, names: SHOE, known: shoe,
        label: shoeLabel, pick: (value) => value, kept })));
  return item;
}

export async function shoes(frame) {
  const again = () => shoes(frame);
  const feet = await frame.ask("/api/feet", again);
  const list = feet && await frame.ask("/api/shoes", again);
  if (!list) return;
  const all = Array.isArray(list) ? list : list.shoes;
  const redo = new Set(); // what judges the room in a shoe that is shown
  const changed = () => redo.forEach((judge) => judge());
  frame.show(...[
    h("h1", {}, t("nav.shoes")),
    h("p", { class: "lead" }, t("shoes.lead")),
    h("section", {}, h("h2", {}, t("shoes.feet")),
      h("ul", { class: "plain" }, ["left", "right"].map((side) => footItem(frame, feet, side, changed))),
      openLater([t("shoes.how")], () => drawing(frame, "/api/feet/picture"))),
    h("section", {}, h("h2", {}, t("shoes.shoes")),
      all.length > 0 ? h("ul", { class: "plain" }, all.map((shoe) => shoeItem(frame, shoe, redo)))
        : h("p", {}, t("shoes.none"))),
    h("p", {}, linkButton("#/todo", t("todo.back"), true)),
  ].filter((node) => node));
}
