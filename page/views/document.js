// A document of the core's: a note, a plan, a card, shown block by block and handed on as a file.

import { h } from "../dom.js";
import { t } from "../format.js";
import { download, drawn } from "./parts.js";

function cellRow(cells, rowHeads, heads) {
  return h("tr", { role: "row" }, cells.map((cell, i) => (i === 0 && rowHeads
    ? h("th", { scope: "row", role: "rowheader" }, cell)
    : h("td", { role: "cell", "data-head": heads?.[i] }, cell))));
}

/** With the roles said as well: on a telephone the cells of many columns stand one below the other, as no table does. */
function tableOf(block) {
  const many = block.head?.length > 2;
  return h("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": block.text ?? t("document.table") },
    h("table", { class: many ? "words stacked" : "words", role: "table" },
      block.text && h("caption", {}, block.text),
      block.head && h("thead", {}, h("tr", { role: "row" },
        block.head.map((head) => h("th", { scope: "col", role: "columnheader" }, head)))),
      h("tbody", {}, block.rows.map((row) => cellRow(row, block.row_heads, block.head)))));
}

function drawingOf(block) {
  return h("figure", {}, drawn(block.svg), h("figcaption", { class: "quiet" }, block.text));
}

/** How each kind of block looks; items and steps are gathered into lists. */
const BLOCKS = {
  heading: (block) => h(`h${Math.min(block.level + 1, 4)}`, {}, block.text),
  text: (block) => h("p", {}, block.text),
  alert: (block) => h("p", { class: "box alarm" }, block.text),
  small: (block) => h("p", { class: "quiet" }, block.text),
  field: (block) => h("p", { class: "field" }, block.text),
  table: tableOf,
  drawing: drawingOf,
  page: () => h("hr"),
};
const LISTS = { item: "ul", step: "ol" };

/** The nodes of a document, without its title. */
export function blocksOf(blocks) {
  const nodes = [];
  let list;
  blocks.forEach((block, i) => {
    if (!LISTS[block.kind]) {
      nodes.push(BLOCKS[block.kind](block));
      return;
    }
    if (blocks[i - 1]?.kind !== block.kind) {
      list = h(LISTS[block.kind]);
      nodes.push(list);
    }
    list.append(h("li", {}, block.text));
  });
  return nodes;
}

/** Ways to take it along. */
export function takeDocument(file, html) {
  return h("p", { class: "actions no-print" },
    h("button", { type: "button", onclick: () => window.print() }, t("document.print")),
    h("button", { type: "button", class: "quiet-button", onclick: () => download(file, "text/html", html) },
      t("document.save")));
}
