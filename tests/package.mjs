// The package that `wasm-pack build --target nodejs` makes, as one who embeds it meets it.
// `node --test tests/package.mjs` runs this after that.

import assert from "node:assert/strict";
import { test } from "node:test";

import interleave from "../pkg/interleave.js";

test("a program is predicted", () => {
    const { errors, sequential, concurrent } = interleave.predict("A: io 2s\nB: io 2s after A\nC: io 2s\n");
    assert.deepEqual(errors, []);
    assert.equal(sequential.makespan_us, 6_000_000);
    assert.equal(concurrent.makespan_us, 4_000_000);
    assert.deepEqual(concurrent.tasks[1], {
        name: "B",
        start_us: 2_000_000,
        end_us: 4_000_000,
        outcome: "done",
    });
});

test("a single wait takes its time", () => {
    assert.equal(interleave.predict("A: io 2s").concurrent.makespan_us, 2_000_000);
});

test("a member of a family has its index in its name", () => {
    const { concurrent } = interleave.predict("posts[2..3]: io 1s");
    assert.deepEqual(concurrent.tasks.map((task) => task.name), ["posts[2]", "posts[3]"]);
});

test("mistakes have a place in UTF-16 units, and there are no runs", () => {
    const { errors, sequential, concurrent } = interleave.predict("# 👍\nA: io 2");
    assert.equal(errors.length, 1);
    const [{ from, to, line, column, message }] = errors;
    assert.equal(line, 2);
    assert.ok(from >= 5 && from <= to && to <= 12, `${from}..${to} in line 2`);
    assert.ok(column >= 1);
    assert.ok(message.length > 0);
    assert.equal(sequential, null);
    assert.equal(concurrent, null);
});
