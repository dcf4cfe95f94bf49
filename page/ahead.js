// What the first screen needs, asked for before the modules that draw it are there: its texts, and the core's answers.

import { loadLikely } from "./language.js";
import { request } from "./transport.js";

/** The view that the address names, and what stands behind its name. */
export function addressed() {
  const [, name, id] = /^#\/(\w+)(?:\/(\w+))?$/.exec(location.hash) ?? ["", "start"];
  return { name, id };
}

const asked = new Map(); // answers on their way, by path

/** The answer that was asked for ahead, which stays for who takes it; else asks now. */
export const lookAhead = (method, path, body) => asked.get(path) ?? request(method, path, body);

/** Asks the core, or takes the answer that was asked for ahead: each is used once. */
export function askOrTake(method, path, body) {
  if (method !== "GET") forgetAhead(); // what is kept now is not in them
  const answer = lookAhead(method, path, body);
  asked.delete(path);
  return answer;
}

/** What was not used by the first screen would be old for the next. */
export const forgetAhead = () => asked.clear();

loadLikely();
if (addressed().name === "start") { // what views/start.js asks
  for (const path of ["/api", "/api/data", "/api/safety"]) asked.set(path, request("GET", path));
}
