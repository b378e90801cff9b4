// A short soak: random moves, undos and panels. `make soak` is the long one, with limits on time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { soak, told } from "./soak.mjs";
import { stage } from "./support.mjs";

const on = stage();

test("a thousand random moves with undos make no error, and memory does not grow with them", async (t) => {
  const result = await soak(on.browser, on.server.url, { moves: 1_000, early: 500 });
  for (const line of told(result).split("\n")) t.diagnostic(line);
  assert.deepEqual(result.errors, []);
  assert.ok(result.before > 0, "no WebAssembly memory was seen");
  assert.ok(result.undos.length > 50, `${result.undos.length} undos`);
  // A history that copied the whole past took 70 kB a move: ten times as much after these.
  assert.ok(result.after <= 2 * result.before, told(result));
});
