// The one way from the page to the core. Today the core answers behind a server on this machine;
// where it runs in the page, as WebAssembly in a worker, only this module is another one.

const KEY = "footfall-token";

/** Takes the token out of the address, where it would stay in the browser's history. */
function takeToken() {
  const match = /^#token=([0-9a-f]{32})$/.exec(location.hash);
  if (match) {
    sessionStorage.setItem(KEY, match[1]);
    history.replaceState(null, "", location.pathname);
  }
  return sessionStorage.getItem(KEY) ?? "";
}

const token = takeToken();
const SAMPLE = "footfall-sample";

/** Whether this tab looks at the made-up runner: each tab chooses for itself. */
export function isSample() {
  return sessionStorage.getItem(SAMPLE) !== null;
}

/** Turns to the made-up runner, or back; with a page that knows nothing of the other any more. */
export function turnToSample(sample) {
  if (sample) sessionStorage.setItem(SAMPLE, "1");
  else sessionStorage.removeItem(SAMPLE);
  location.hash = "#/start";
  location.reload();
}

const sample = isSample() ? "/sample" : "";

/** An answer in the core's own form for trouble on the way to it. */
function trouble(status, code) {
  return { status, value: { error: { code } } };
}

/**
 * Asks the core. Never throws.
 * @param {"GET"|"POST"} method
 * @param {string} path such as "/api/runs"
 * @param {object|Blob} [body] sent as JSON; the bytes of a file as they are, where the path takes them
 * @returns {Promise<{status: number, value: any}>} status 200 with the answer, a Blob where that is a file; or
 *   the error as {error: {code, message, where, next}}; status 0 when nobody answered
 */
export async function request(method, path, body) {
  let response;
  try {
    response = await fetch(sample + path, {
      method,
      headers: { "X-Footfall-Token": token },
      body: body === undefined || body instanceof Blob ? body : JSON.stringify(body),
      cache: "no-store",
    });
  } catch {
    return trouble(0, "no_answer");
  }
  try {
    const json = response.headers.get("Content-Type") === "application/json";
    return { status: response.status, value: await (json ? response.json() : response.blob()) };
  } catch {
    return trouble(response.status, "broken_answer");
  }
}
