// What was typed, ticked or marked on this screen and is not kept yet: nobody loses it without being asked.

const changed = new Set();
let sent; // the form that is on its way to the core

/** A choice of what is shown is no answer, nor is one outside of any form. */
const isAnswer = (node) => node.closest("form, .line, textarea") && !node.closest(".foot-choosers, .overlay");

/** Watches all fields below a node. The foot map tells of its marks as a field does. */
export function watchTyping(root) {
  for (const type of ["input", "change"]) {
    root.addEventListener(type, ({ target }) => isAnswer(target) && changed.add(target), true);
  }
  root.addEventListener("submit", (event) => { sent = event.target; }, true);
}

/** Tells what became of the request that followed: what a form sent is kept then. */
export function answered(good) {
  if (good && sent) {
    for (const node of changed) if (sent.contains(node)) changed.delete(node);
  }
  sent = undefined;
}

/** Whether something on the screen would be lost with it. */
export function isUnkept() {
  for (const node of changed) if (!node.isConnected) changed.delete(node);
  return changed.size > 0;
}

/** Lets go of it, as its runner wants. */
export const letGo = () => changed.clear();

window.addEventListener("beforeunload", (event) => {
  if (isUnkept()) event.preventDefault(); // the browser asks whether to leave
});
