// Goal: whatever differs between two registers is found and named, and nothing else is. Method: properties over
// registers of any size and order, in which faults are planted one by one.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { compare, gapsIn, gapsText, type Line, rootOf } from "./reconcile.ts";

/** A register without faults: every id, serial number and hash once. */
const register = fc
  .uniqueArray(fc.tuple(fc.uuid(), fc.integer({ min: 1, max: 1e6 })), {
    selector: ([id]) => id,
    maxLength: 40,
  })
  .map((rows) => {
    const numbers = new Set(rows.map(([, serial]) => serial));
    return rows
      .filter(([, serial]) => numbers.delete(serial))
      .map(([id, serial]) => ({ id, serial, contentHash: hash(id) }));
  });
const hash = (text: string) => Buffer.from(text.padEnd(32, "x")).toString("hex").slice(0, 64);
const some = register.filter((lines) => lines.length > 0);
const shuffled = (lines: readonly Line[], keys: readonly number[]) =>
  lines
    .map((line, index) => [keys[index % Math.max(1, keys.length)] ?? 0, line] as const)
    .sort((a, b) => a[0] - b[0])
    .map(([, line]) => line);
const keys = fc.array(fc.integer(), { minLength: 1, maxLength: 40 });
const pick = (lines: readonly Line[], n: number): Line => lines[n % lines.length]!;

test("a register agrees with itself in any order, and has the same root", () => {
  fc.assert(
    fc.property(register, keys, (lines, order) => {
      const other = shuffled(lines, order);
      assert.deepEqual(compare(lines, other), []);
      assert.equal(rootOf(other), rootOf(lines));
    }),
  );
});

test("one line that is gone is named, from either side, and the roots differ", () => {
  fc.assert(
    fc.property(some, fc.nat(), (lines, n) => {
      const { id, serial } = pick(lines, n);
      const rest = lines.filter((line) => line.id !== id);
      assert.deepEqual(compare(lines, rest), [{ kind: "missing-in-b", id, serial }]);
      assert.deepEqual(compare(rest, lines), [{ kind: "missing-in-a", id, serial }]);
      assert.notEqual(rootOf(rest), rootOf(lines));
    }),
  );
});

test("one changed content or number is named, and the roots differ", () => {
  fc.assert(
    fc.property(some, fc.nat(), (lines, n) => {
      const { id, serial } = pick(lines, n);
      const changed = (more: Partial<Line>) =>
        lines.map((line) => (line.id === id ? { ...line, ...more } : line));
      const altered = changed({ contentHash: "f".repeat(64) });
      assert.deepEqual(compare(lines, altered), [{ kind: "altered", id, serial }]);
      assert.notEqual(rootOf(altered), rootOf(lines));
      assert.deepEqual(compare(lines, changed({ serial: 2e6 })), [{ kind: "renumbered", id, serial }]);
    }),
  );
});

test("what stands twice is named once, in the register where it does", () => {
  fc.assert(
    fc.property(some, fc.nat(), fc.uuid(), (lines, n, other) => {
      fc.pre(!lines.some(({ id }) => id === other));
      const line = pick(lines, n);
      const twice = [...lines, line, line];
      const { id, serial } = line;
      assert.deepEqual(compare(lines, twice), [{ kind: "duplicate-id", in: "b", id, serial }]);
      assert.deepEqual(compare(twice, lines), [{ kind: "duplicate-id", in: "a", id, serial }]);
      assert.notEqual(rootOf([...lines, line]), rootOf(lines));
      const sameNumber = [...lines, { id: other, serial, contentHash: null }];
      const found = compare(sameNumber, sameNumber).map(({ kind }) => kind);
      assert.deepEqual(found, ["duplicate-serial", "duplicate-serial"]);
    }),
  );
});

test("many faults at once are all found, and no more", () => {
  fc.assert(
    fc.property(register, fc.uint8Array({ minLength: 40, maxLength: 40 }), (lines, dice) => {
      const isGone = (_: Line, index: number) => dice[index]! % 5 === 0;
      const isChanged = (index: number) => dice[index]! % 5 === 1;
      const other = lines.flatMap((line, index) =>
        isGone(line, index) ? [] : [isChanged(index) ? { ...line, contentHash: "0".repeat(64) } : line],
      );
      const expected = lines.flatMap((line, index) => {
        if (isGone(line, index)) return [`missing-in-b ${line.id}`];
        return isChanged(index) ? [`altered ${line.id}`] : [];
      });
      const found = compare(lines, other).map(({ kind, id }) => `${kind} ${id}`);
      assert.deepEqual(found.sort(), expected.sort());
      assert.equal(rootOf(lines) === rootOf(other), expected.length === 0);
    }),
  );
});

test("a register that says nothing of content or numbers is compared by what it says", () => {
  const a = [{ id: "a", serial: 1, contentHash: "1".repeat(64) }];
  assert.deepEqual(compare(a, [{ id: "a", serial: 0, contentHash: null }]), []);
  const unnumbered = ["a", "b"].map((id) => ({ id, serial: 0, contentHash: null }));
  assert.deepEqual(compare(unnumbered, unnumbered), []);
});

test("gaps and the missing tail are those numbers that are not there, and no others", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 60 })),
      fc.integer({ min: 0, max: 70 }),
      (there, highest) => {
        const gaps = gapsIn(there, highest);
        const named = gaps.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, index) => first + index),
        );
        const end = Math.max(highest, ...there, 0);
        const expected = Array.from({ length: end }, (_, index) => index + 1).filter(
          (n) => !there.includes(n),
        );
        assert.deepEqual(named, expected);
        const top = Math.max(0, ...there);
        assert.ok(gaps.every(({ first, isTail }) => isTail === first > top));
      },
    ),
  );
});

test("gaps are told shortly", () => {
  assert.equal(gapsText(gapsIn([1, 2, 4, 8], 9)), "3 5-7 9");
  assert.equal(gapsText(gapsIn([2, 4, 6], 6), 2), "1 3 and 1 more");
  assert.equal(gapsText([]), "");
});
