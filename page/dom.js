// Making elements. Text is always text: nothing here reads HTML.

import { withLinks } from "./commands.js";
import { isEnglish, translateDrawing } from "./core_words.js";

const SVG = "http://www.w3.org/2000/svg";

function apply(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, "");
    } else {
      element.setAttribute(name, String(value));
    }
  }
}

/** Where a link may not stand, or where a command is meant to be typed. */
const NO_LINKS = new Set(["a", "button", "code", "option", "summary", "title", "textarea", "label"]);

function linked(text) {
  return withLinks(text).map((part) => (typeof part === "string" ? part : h("a", { href: part.href }, part.words)));
}

/**
 * A text of the core that nobody has translated is said to be English, so that it is read aloud as that. Where it names
 * a command, it leads to where the page does the same.
 */
function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    const links = typeof child === "string" && !(element instanceof SVGElement) && !NO_LINKS.has(element.localName);
    const words = links ? linked(child) : [child];
    if (isEnglish(child)) {
      const span = document.createElement("span");
      span.lang = "en";
      span.append(...words);
      element.append(span);
    } else {
      element.append(...words);
    }
  }
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [props] attributes; "onclick" and the like are listeners
 * @param {...any} children nodes, texts, lists of them; undefined, null and false are left out
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  apply(element, props);
  append(element, children);
  return element;
}

/** The same for SVG. */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  apply(element, props);
  append(element, children);
  return element;
}

/**
 * The element of a drawing that comes as SVG text. It is read as XML, never as HTML, and nothing in it runs:
 * the page's policy allows no inline code.
 * @param {string} text one <svg> element
 * @returns {Element|undefined} undefined when it is something else, or broken
 */
export function svgOf(text) {
  const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  const whole = root.namespaceURI === SVG && root.localName === "svg" && !root.querySelector("parsererror");
  if (!whole) return undefined;
  const svg = document.importNode(root, true);
  translateDrawing(svg);
  return svg;
}

let lastId = 0;

/** An id that no other element has. */
export function freshId(word) {
  lastId += 1;
  return `${word}-${lastId}`;
}
