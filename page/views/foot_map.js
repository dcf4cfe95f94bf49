// Both feet from four sides, on which places are marked: by tap, by drawing across them, or by keys.

import { h, s, freshId, svgOf } from "../dom.js";
import { t } from "../format.js";
import { choice, errorBox } from "./parts.js";

export const SIDES = ["left", "right"];
const VIEWS = ["top", "sole", "inner", "outer"];
/** Everyday words for several regions, as the core has them. */
const WORDS = ["toes", "bigtoe", "littletoe", "ball", "arch", "sole", "heel", "top", "instep", "ankle", "shin"];
const SHORT = { L: "left", R: "right" };
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** "left TP3" for each place of "L:TP3,TP4 R:TP3", the form in which the core keeps places. */
export function placesOf(sites) {
  return (sites ?? "").split(" ").filter((part) => part).flatMap((part) => {
    const [foot, regions] = part.split(":");
    return regions.split(",").map((region) => `${SHORT[foot]} ${region}`);
  });
}

/** "left:TP3,TP4;right:TP3", as the core reads it; "" for no place. */
function sitesOf(places) {
  return SIDES.map((side) => {
    const regions = [...places].filter((place) => place.startsWith(`${side} `)).map((place) => place.split(" ")[1]);
    return regions.length > 0 ? `${side}:${regions.join(",")}` : "";
  }).filter((part) => part).join(";");
}

/** What a map is made of: the drawings, and which regions an everyday word means. */
export async function footMapParts(frame) {
  const [map, sites] = await Promise.all([frame.request("GET", "/api/foot-map"), frame.request("GET", "/api/sites")]);
  const failed = [map, sites].find(({ status }) => status !== 200);
  return failed ? { error: failed.value.error } : { map: map.value, words: sites.value.words };
}

/** The middle of an element on the screen. */
function middle(node) {
  const box = node.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/** How far it is to what lies in a direction; undefined for what does not. What lies straight ahead is near. */
function distance([x, y], [toX, toY], [dx, dy]) {
  const along = (toX - x) * dx + (toY - y) * dy;
  const across = Math.abs((toX - x) * dy) + Math.abs((toY - y) * dx);
  return along > 0.5 ? along + 2 * across : undefined;
}

/** One drawing. The regions in it are boxes to tick, of which the tab key reaches one and the arrows all. */
class FootDrawing {
  constructor(owner, { view, side, svg }) {
    Object.assign(this, { owner, view, side });
    const id = freshId("foot");
    const drawing = svgOf(svg);
    this.regions = new Map();
    this.node = h("figure", { class: `foot-view foot-${view}`, "data-view": view, "data-side": side },
      h("figcaption", { id }, t("foot_map.of", { side: t(`side.${side}`), view: t(`foot_map.view.${view}`) })),
      drawing ?? errorBox({ code: "broken_drawing" }));
    if (!drawing) return;
    drawing.querySelectorAll(":scope > title, :scope > desc").forEach((node) => node.remove());
    drawing.removeAttribute("lang"); // its words are the page's, but for those that were taken out
    drawing.setAttribute("aria-labelledby", id);
    drawing.querySelectorAll(".region").forEach((region) => this.take(region));
    drawing.addEventListener("keydown", (event) => this.key(event));
    drawing.addEventListener("focusin", (event) => this.focused(event.target.closest(".region")));
    drawing.addEventListener("click", (event) => this.owner.pressed(event.target.closest(".region")));
    drawing.addEventListener("pointerdown", (event) => this.owner.down(event));
    [...this.regions.values()][0]?.setAttribute("tabindex", "0");
  }

  take(region) {
    const id = region.dataset.region;
    region.querySelector("title").textContent = this.owner.name(id);
    region.setAttribute("role", "checkbox");
    region.setAttribute("tabindex", "-1");
    region.setAttribute("aria-label", this.owner.placeName(`${this.side} ${id}`));
    this.regions.set(id, region);
  }

  key(event) {
    const region = event.target.closest(".region");
    if (!region) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.owner.pressed(region);
    } else if (ARROWS[event.key]) {
      event.preventDefault();
      this.nearest(region, ARROWS[event.key])?.focus();
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      [...this.regions.values()].at(event.key === "Home" ? 0 : -1).focus();
    }
  }

  nearest(from, direction) {
    const here = middle(from);
    const far = (region) => distance(here, middle(region), direction) ?? Infinity;
    const [first] = [...this.regions.values()].filter((region) => region !== from && far(region) < Infinity)
      .sort((a, b) => far(a) - far(b));
    return first;
  }

  focused(region) {
    if (!region) return;
    for (const one of this.regions.values()) one.setAttribute("tabindex", one === region ? "0" : "-1");
    this.owner.pointAt(region);
  }

  mark() {
    for (const [id, region] of this.regions) {
      region.setAttribute("aria-checked", String(this.owner.places.has(`${this.side} ${id}`)));
    }
  }

  /** Lays dots over what an overlay reaches; one lies over a shape, so that marks stay as they are. */
  lay({ core = [], border = [] }, fills) {
    this.node.querySelectorAll(".laid").forEach((node) => node.remove());
    for (const [id, region] of this.regions) {
      const part = core.includes(id) ? "core" : border.includes(id) ? "border" : undefined;
      if (!part) continue;
      const over = region.querySelector(".shape").cloneNode(false);
      over.setAttribute("class", `laid laid-${part}`);
      over.setAttribute("fill", `url(#${fills[part]})`);
      region.append(over);
    }
  }
}

/** The dots of an overlay, as fills: dense for where it mostly is, sparse for where it may be. */
function dots(fills) {
  const pattern = (id, size, r) => s("pattern", { id, width: size, height: size, patternUnits: "userSpaceOnUse" },
    s("circle", { class: "dot", cx: size / 2, cy: size / 2, r }));
  return s("svg", { class: "no-room", "aria-hidden": "true", focusable: "false" },
    s("defs", {}, pattern(fills.core, 6, 1.7), pattern(fills.border, 13, 1.5)));
}

/** The feet with all that belongs to marking them. */
export class FootMap {
  /**
   * @param {object} parts as footMapParts gives them
   * @param {{marked?: string, announce: (text: string) => void,
   *   copies?: {label: string, sites: string}[], onchange?: () => void}} options marked: what is marked already
   */
  constructor({ map, words }, { marked, announce, copies = [], onchange = () => {} }) {
    Object.assign(this, { map, words, announce, onchange });
    this.names = new Map(map.regions.map(({ id, name }) => [id, name]));
    this.places = new Set(placesOf(marked));
    this.past = [];
    this.drawings = map.drawings.map((drawing) => new FootDrawing(this, drawing));
    this.feet = h("div", { class: "feet" }, this.drawings.map(({ node }) => node));
    this.said = h("p", { class: "quiet foot-said", role: "status" });
    this.pointed = h("p", { class: "foot-pointed", "aria-hidden": "true" });
    this.list = h("ul", { class: "foot-list" });
    this.undoButton = this.button(t("foot_map.undo"), () => this.undo());
    this.clearButton = this.button(t("foot_map.clear"), () => this.change([]));
    this.copies = h("span", { class: "foot-copies" });
    this.node = h("div", { class: "foot-map" }, this.choosers(),
      h("p", { class: "quiet" }, t("foot_map.how")), this.drawSwitch(),
      this.feet, this.pointed,
      h("div", { class: "foot-below" },
        h("section", {}, h("h3", { tabindex: "-1" }, t("foot_map.marked")), this.said, this.list,
          h("p", { class: "actions" }, this.undoButton, this.clearButton, this.copies)),
        h("section", {}, h("h3", {}, t("foot_map.help")), this.several(), this.overlays())));
    this.node.addEventListener("pointermove", (event) => this.over(event));
    this.node.addEventListener("pointercancel", () => this.cancelled());
    this.offer(copies);
    this.show();
    this.draw();
  }

  /** The marks as the core reads them; "" for none. */
  sites() {
    return sitesOf(this.places);
  }

  /** Whether other places are marked than these, with commas between. */
  isOtherThan(places) {
    const other = places === "" ? [] : places.split(",");
    return other.length !== this.places.size || other.some((place) => !this.places.has(place));
  }

  /** Marks these, as something else is marked now; there is no way back from it. */
  set(sites) {
    this.places = new Set(placesOf(sites));
    this.past = [];
    this.draw();
  }

  /** What can be copied in place of the marks. */
  offer(copies) {
    this.copies.replaceChildren(...copies.map(({ label, sites }) => this.button(label, () => this.change(placesOf(sites)))));
  }

  button(text, onclick) {
    return h("button", { type: "button", class: "quiet-button", onclick }, text);
  }

  name(id) {
    return this.names.get(id) ?? id;
  }

  placeName(place) {
    const [side, id] = place.split(" ");
    return t("foot_map.place", { side: t(`side.${side}`), place: this.name(id) });
  }

  // ---- which drawing a telephone shows ----

  choosers() {
    this.shown = { side: "left", view: "top" };
    const row = (word, values, label) => h("fieldset", {}, h("legend", { class: "visually-hidden" }, t(`foot_map.choose.${word}`)),
      choice(freshId(word), values, values.map(label), this.shown[word], (event) => {
        event.stopPropagation(); // it is no answer of the form around
        this.shown[word] = event.target.value;
        this.show();
      }));
    return h("div", { class: "foot-choosers" }, row("side", SIDES, (side) => t(`side.${side}`)),
      row("view", VIEWS, (view) => t(`foot_map.view.${view}`)));
  }

  show() {
    for (const { node, side, view } of this.drawings) {
      node.toggleAttribute("data-shown", side === this.shown.side && view === this.shown.view);
    }
  }

  /** For fingers: up and down they scroll the page, unless this is on. */
  drawSwitch() {
    const about = h("span", { role: "status", class: "quiet" });
    const button = h("button", { type: "button", class: "chip", "aria-pressed": "false", onclick: () => {
      const on = this.feet.classList.toggle("by-finger");
      button.setAttribute("aria-pressed", String(on));
      about.textContent = on ? t("foot_map.draws") : "";
    } }, t("foot_map.draw"));
    return h("p", { class: "draw-switch" }, button, about);
  }

  // ---- marking ----

  /** Other marks, with a way back. */
  change(places) {
    const before = new Set(this.places);
    const next = new Set(places);
    if (before.size === next.size && [...before].every((place) => next.has(place))) return;
    this.past.push(before);
    this.places = next;
    this.draw();
    this.tell();
  }

  back() {
    this.places = this.past.pop();
    this.draw();
    this.tell();
  }

  undo() {
    if (this.past.length === 0) return;
    this.back();
    if (this.past.length === 0) this.node.querySelector("h3").focus(); // the button is asleep now
  }

  pressed(region) {
    if (!region || this.stroke?.drawn) return;
    const place = `${region.dataset.side} ${region.dataset.region}`;
    this.change(this.places.has(place) ? [...this.places].filter((one) => one !== place) : [...this.places, place]);
  }

  /** A stroke begins; it marks when it leaves the region in which it began, and is a tap when it does not. */
  down(event) {
    const region = event.target.closest(".region");
    this.stroke = region && event.button === 0
      ? { region, on: !this.places.has(`${region.dataset.side} ${region.dataset.region}`), drawn: false } : undefined;
  }

  over(event) {
    const region = document.elementFromPoint(event.clientX, event.clientY)?.closest(".foot-map .region");
    if (event.pointerType === "mouse") this.pointAt(region);
    if (!this.stroke || event.buttons === 0 || !region || region === this.stroke.region) return;
    if (!this.stroke.drawn) {
      this.past.push(new Set(this.places));
      this.stroke.drawn = true;
      this.put(this.stroke.region);
    }
    this.put(region);
    this.stroke.region = region;
    this.draw();
    this.tell();
  }

  /** The browser took the finger for scrolling: what it marked on the way was not meant. */
  cancelled() {
    if (this.stroke?.drawn) this.back();
    this.stroke = undefined;
  }

  put(region) {
    const place = `${region.dataset.side} ${region.dataset.region}`;
    if (this.stroke.on) this.places.add(place);
    else this.places.delete(place);
  }

  pointAt(region) {
    this.pointed.textContent = region ? this.placeName(`${region.dataset.side} ${region.dataset.region}`) : "\u00a0";
  }

  // ---- what is marked, in words ----

  draw() {
    for (const drawing of this.drawings) drawing.mark();
    this.said.textContent = this.places.size > 0 ? t("foot_map.count", { n: this.places.size }) : t("foot_map.none");
    this.undoButton.disabled = this.past.length === 0;
    this.clearButton.disabled = this.places.size === 0;
    this.list.replaceChildren(...SIDES.flatMap((side) => this.map.regions.map(({ id }) => `${side} ${id}`))
      .filter((place) => this.places.has(place)).map((place) => this.line(place)));
    this.list.hidden = this.places.size === 0;
    for (const button of this.severalButtons ?? []) button.refresh();
  }

  /** Tells of other marks as a field of a form does. */
  tell() {
    this.node.dispatchEvent(new Event("input", { bubbles: true }));
    this.onchange();
  }

  line(place) {
    const name = this.placeName(place);
    return h("li", {}, h("span", {}, name), h("button", { type: "button", class: "quiet-button small", "aria-label": t("foot_map.remove", { place: name }),
      onclick: () => this.remove(place) }, "\u00d7"));
  }

  remove(place) {
    const at = [...this.list.querySelectorAll("button")].indexOf(document.activeElement);
    this.change([...this.places].filter((one) => one !== place));
    const left = [...this.list.querySelectorAll("button")];
    (left[Math.min(Math.max(at, 0), left.length - 1)] ?? this.node.querySelector("h3")).focus();
  }

  // ---- several at once ----

  several() {
    this.severalButtons = [];
    const button = (side, word) => {
      const places = this.words[word]?.split(" ") ?? this.map.regions.filter(({ group }) => group === word).map(({ id }) => id);
      const all = places.map((id) => `${side} ${id}`);
      const isOn = () => all.every((place) => this.places.has(place));
      const node = this.button(t(`place.${word}`), () => this.change(isOn()
        ? [...this.places].filter((place) => !all.includes(place)) : [...this.places, ...all]));
      node.classList.add("small");
      this.severalButtons.push({ refresh: () => node.setAttribute("aria-pressed", String(isOn())) });
      return node;
    };
    return h("details", { class: "several" }, h("summary", {}, t("foot_map.several")), h("div", { class: "sides" }, SIDES.map((side) =>
      h("fieldset", { class: "side" }, h("legend", {}, t(`side.${side}`)),
        h("div", { class: "several-words" }, WORDS.map((word) => button(side, word)))))));
  }

  // ---- nerves, laces ----

  overlays() {
    const id = freshId("overlay");
    const fills = { core: freshId("dots"), border: freshId("dots") };
    const about = h("div", { role: "status" });
    const group = (kind) => h("optgroup", { label: t(`foot_map.kind.${kind}`) }, this.map.overlays
      .filter((overlay) => overlay.kind === kind).map((overlay) => h("option", { value: overlay.id }, this.overlayName(overlay))));
    const select = h("select", { id, onchange: (event) => {
      event.stopPropagation();
      const overlay = this.map.overlays.find((one) => one.id === select.value);
      for (const drawing of this.drawings) drawing.lay(overlay ?? {}, fills);
      about.replaceChildren(...(overlay ? this.about(overlay) : []));
    } }, h("option", { value: "" }, t("foot_map.overlay_none")), ["laces", "nerve", "pressure", "other"].map(group));
    return h("div", { class: "overlay" }, dots(fills), h("p", {}, h("label", { for: id }, t("foot_map.overlay")), " ", select), about);
  }

  overlayName({ id, name }) {
    return id === "laces" ? t("foot_map.laces") : name;
  }

  about(overlay) {
    const key = (part) => overlay[part].length > 0 && h("li", {}, h("span", { class: `dot-key dot-key-${part}`, "aria-hidden": "true" }),
      t(`foot_map.${part}`, { places: overlay[part].map((id) => this.name(id)).join(", ") }));
    const basis = overlay.sources.length > 0 ? `${t(`foot_map.class.${overlay.class}`)} ${overlay.sources.join(", ")}`
      : t("foot_map.judged");
    return [h("ul", { class: "plain" }, key("core"), key("border")),
      h("p", { class: "quiet" }, t("foot_map.basis", { basis }), overlay.note && [" ", overlay.note, "."], " ", t("foot_map.differ"))];
  }
}
