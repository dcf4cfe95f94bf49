// The drawing of many runs: a click or a tap on it picks the nearest run, buttons go to the one before and after, and a
// link leads there.

import { h, s, svgOf } from "../dom.js";
import { t, day } from "../format.js";
import { errorBox, onsetText } from "./parts.js";

const RADIUS = 9; // of the ring round the run that is picked, in the drawing's units

/** The run that was picked, in words, with a way to its neighbours and to itself. */
class Picked {
  /** @param {Map<number, object>} runs by id: {start, duration_s, onset, shoe} */
  constructor({ width, height, marks }, runs) {
    this.marks = marks.filter((mark) => runs.has(mark.run));
    this.runs = runs;
    this.at = this.marks.length; // none is picked yet: the last is the one before
    this.ring = s("circle", { class: "ring", r: RADIUS, visibility: "hidden" });
    this.svg = s("svg", { class: "handles picks", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true", focusable: "false",
      onclick: (event) => this.clicked(event) }, s("rect", { width, height }), this.ring);
    const step = (word, by) => h("button", { type: "button", class: "quiet-button", onclick: () => this.pick(this.at + by) },
      t(`picked.${word}`));
    this.words = h("p", { role: "status" }, h("span", { class: "quiet" }, t("picked.none")));
    this.earlier = step("earlier", -1);
    this.later = step("later", 1);
    this.node = h("div", { class: "picked" }, this.words, h("p", { class: "actions" }, this.earlier, this.later));
  }

  clicked(event) {
    const inverse = this.svg.getScreenCTM().inverse();
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(inverse);
    const far = (mark) => (mark.x - x) ** 2 + (mark.y - y) ** 2;
    let best = 0;
    this.marks.forEach((mark, i) => { best = far(mark) < far(this.marks[best]) ? i : best; });
    this.pick(best);
  }

  pick(at) {
    this.at = Math.min(Math.max(at, 0), this.marks.length - 1);
    const mark = this.marks[this.at];
    const run = this.runs.get(mark.run);
    this.ring.setAttribute("cx", mark.x);
    this.ring.setAttribute("cy", mark.y);
    this.ring.setAttribute("visibility", "visible");
    this.words.replaceChildren(h("a", { href: `#/runs/${mark.run}` }, day(run.start)), ": ",
      [onsetText(run), run.shoe].filter((part) => part).join(", "));
  }
}

/**
 * The drawing with its picks, or why there is none; never throws.
 * @param {Map<number, object>} runs by id
 */
export async function allDrawn(frame, path, runs) {
  const place = h("div");
  const load = async () => {
    const { status, value } = await frame.request("GET", path);
    const svg = status === 200 && svgOf(value.svg);
    if (!svg) {
      place.replaceChildren(errorBox(status === 200 ? { code: "broken_drawing" } : value.error, load));
      return;
    }
    const picked = value.marks.length > 0 && new Picked(value, runs);
    place.replaceChildren(...[h("div", { class: "drawing with-handles" }, svg, picked && picked.svg),
      picked && picked.node].filter((node) => node));
  };
  await load();
  return place;
}
