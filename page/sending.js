// Sending a file to the core in pieces, which goes on where it broke off.

import { translated } from "./core_words.js";
import { wordsFor } from "./language.js";
import { isReadable, request as requestOfCore } from "./transport.js";

export const PIECE = 4 * 1024 * 1024; // what the core takes at once

/** As every view asks: the core's words come in the page's language. */
export async function request(method, path, body) {
  const [{ status, value }] = await Promise.all([requestOfCore(method, path, body), wordsFor(path)]);
  return { status, value: translated(value) };
}

/** Who is told how it stands with what is sent, on whatever screen. */
export class Watchers {
  #all = new Set();

  /** @param {(state: object) => void} watcher @returns what ends the watching */
  add(watcher) {
    this.#all.add(watcher);
    return () => this.#all.delete(watcher);
  }

  tell(state) {
    for (const watcher of [...this.#all]) watcher(state);
  }
}

/** What ends the sending, or the reading: the error as the core says it. */
export class Broken extends Error {
  constructor(error) {
    super(error.code);
    this.error = error;
  }
}

/** @returns {Promise<object>} the core's answer */
export async function ask(path, body) {
  const { status, value } = await request("POST", path, body);
  if (status !== 200) throw new Broken(value.error);
  return value;
}

/** What a file itself is at fault for: others can go on. */
const isOfFile = ({ code, where }) => (code === "FF_ERR_VALUE" && where === "name")
  || (code === "FF_ERR_LIMIT" && where === "size");

/**
 * Sends a file to an import that has begun.
 * @param {{number: number, name: string, file: File}} what
 * @param {(bytes: number) => void} sent told of what went; less than 0 where it is begun again
 * @param {() => boolean} isStopped asked before each piece
 * @returns {Promise<{file: string, message?: string, unreadable?: boolean}|undefined>} why the file is not taken
 */
export async function sendFile({ number, name, file }, sent, isStopped) {
  const size = file.size;
  let at = 0;
  const broken = (error) => {
    sent(-at); // it is begun again, and the core says how much is there
    throw new Broken(error);
  };
  for (let first = true; at < size || first; first = false) {
    if (isStopped()) return undefined;
    const piece = file.slice(at, Math.min(at + PIECE, size));
    const query = `import=${number}&name=${encodeURIComponent(name)}&at=${at}&size=${size}`;
    const { status, value } = await request("POST", `/api/import/file?${query}`, piece);
    if (status !== 200 && isOfFile(value.error)) return { file: name, message: value.error.message };
    if (status === 0 && !(await isReadable(piece))) return { file: name, unreadable: true };
    if (status !== 200) broken(value.error);
    if (value.have === at && piece.size > 0) broken({ code: "broken_answer" });
    sent(value.have - at);
    at = value.have;
  }
  return undefined;
}

/** Stops what stands in the way, then does again what was wanted. */
export async function stopOther(again) {
  const { value } = await request("GET", "/api/import");
  if (value?.import !== undefined) await request("POST", "/api/import/stop", { import: value.import });
  await again();
}
