// Goal: nothing overdue is silent, no status is stronger than its receipts, and no sender lets go too early.
// Method: given receipts, when so late, then this debt; and properties over every order and repetition.

import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Channel } from "./area.ts";
import { type Facts, type Journey, journeyOf, strengthOf } from "./journey.ts";
import {
  mayIssue,
  type Party,
  type Receipt,
  type ReceiptBody,
  type ReceiptKind,
  receiptKinds,
} from "./receipt.ts";

/** A receipt at a time of 23 November 2026, a Monday, unless another instant is given. */
function receipt(kind: ReceiptKind, at: string, more: Partial<ReceiptBody> & { role?: Party } = {}): Receipt {
  const { role = mayIssue[kind][0]!, ...rest } = more;
  return {
    v: 1,
    kind,
    reportId: "00000000-0000-4000-8000-000000000001",
    service: "bergenhus-arstad",
    serial: 1,
    at: at.length === 5 ? instant(at) : at,
    by: { role, id: role },
    sealedHash: "0".repeat(64),
    ...rest,
    key: "0".repeat(32),
    signature: "A".repeat(86),
  };
}

const instant = (time: string) => new Date(`2026-11-23T${time}:00+01:00`).toISOString();
const on = (channel: Channel, ...receipts: Receipt[]): Facts => ({ channel, receipts });
const at = (facts: Facts, time = "09:00"): Journey => journeyOf(facts, Date.parse(instant(time)));
const owed = (facts: Facts, time = "09:00") => {
  const { owes } = at(facts, time);
  return owes && `${owes.from} owes ${owes.owed} by ${inOslo(owes.due)}${owes.overdue ? ", overdue" : ""}`;
};
const inOslo = (due: string) =>
  Temporal.Instant.from(due)
    .toZonedDateTimeISO("Europe/Oslo")
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });

const accepted = receipt("accepted", "09:00");
const stored = receipt("stored", "09:01");
const registered = receipt("registered", "09:02");
const channelClaim = receipt("claimed", "09:30", { role: "channel" });
const receiverClaim = receipt("claimed", "09:03", { role: "receiver" });
const confirmed = receipt("confirmed", "10:00", { role: "person" });
const opened = receipt("opened", "11:00");
const lasting = receipt("declined", "09:10", { lasting: true, reason: "cannot-open" });
const passing = receipt("declined", "09:10", { lasting: false, reason: "storage-full" });

test("by its own receiver: stored within an hour, registered within four, opened within the Act's week", () => {
  assert.equal(owed(on("receiver", accepted)), "receiver owes stored by 2026-11-23T10:00");
  assert.equal(owed(on("receiver", accepted, stored)), "receiver owes registered by 2026-11-23T13:01");
  const all = on("receiver", accepted, stored, registered);
  assert.equal(owed(all), "caseworker owes opened by 2026-11-30T09:00");
  assert.equal(owed(on("receiver", accepted, stored, registered, opened)), null);
});

test("by a channel that cannot prove: fetched within two working days, then a person confirms within one", () => {
  for (const channel of ["svarinn", "manual"] as const) {
    assert.equal(owed(on(channel, accepted)), "channel owes claimed by 2026-11-25T09:00");
    assert.equal(owed(on(channel, accepted, channelClaim)), "person owes confirmed by 2026-11-24T09:30");
  }
});

test("what is only claimed keeps its debt, late the next working day and not before, until it is confirmed", () => {
  for (const channel of ["svarinn", "manual"] as const) {
    const claimed = on(channel, accepted, channelClaim);
    const due = Date.parse("2026-11-24T08:30:00.000Z");
    assert.equal(journeyOf(claimed, due).owes?.overdue, false);
    assert.equal(journeyOf(claimed, due + 1).owes?.overdue, true);
    assert.equal(at(claimed).senderMayRelease, false);
    const found = on(channel, accepted, channelClaim, confirmed);
    assert.equal(at(found).senderMayRelease, true);
  }
});

test("what a person has found behind a channel that cannot tell of openings is red for nobody, a year later either", () => {
  const year = Date.parse("2027-11-23T09:00:00.000Z");
  for (const channel of ["svarinn", "manual"] as const)
    assert.equal(journeyOf(on(channel, accepted, channelClaim, confirmed), year).owes, null);
});

test("how long a channel has is a setting", () => {
  const friday = receipt("accepted", "2026-11-20T14:00:00.000Z");
  assert.equal(owed(on("svarinn", friday)), "channel owes claimed by 2026-11-24T15:00");
  const facts = { ...on("svarinn", friday), claimWorkingDays: 3 };
  assert.equal(owed(facts), "channel owes claimed by 2026-11-25T15:00");
});

test("the Act's week is a calendar week from when the hub accepted it, over a change of clocks too", () => {
  const before = receipt("accepted", "2026-10-20T08:00:00.000Z");
  const after = receipt("registered", "2026-10-23T08:00:00.000Z");
  assert.equal(owed(on("receiver", before, after)), "caseworker owes opened by 2026-10-27T10:00, overdue");
  assert.equal(at(on("receiver", before, after)).owes?.due, "2026-10-27T09:00:00.000Z");
});

test("without an `accepted`, as straight from SvarInn, the first word of anyone starts the week", () => {
  assert.equal(owed(on("receiver", stored, registered)), "caseworker owes opened by 2026-11-30T09:01");
});

test("late is computed from the clock, to the millisecond", () => {
  const facts = on("receiver", accepted);
  const due = Date.parse(instant("10:00"));
  assert.equal(journeyOf(facts, due).owes?.overdue, false);
  assert.equal(journeyOf(facts, due + 1).owes?.overdue, true);
  assert.equal(owed(facts, "23:59"), "receiver owes stored by 2026-11-23T10:00, overdue");
});

test("a receiver whose case system cannot give the bytes back leaves a debt to a person", () => {
  const facts = on("receiver", accepted, stored, receiverClaim);
  assert.equal(at(facts).reached, "stored");
  assert.equal(owed(facts), "person owes confirmed by 2026-11-24T09:03");
  assert.equal(
    owed({ ...facts, receipts: [...facts.receipts, confirmed] })?.slice(0, 22),
    "caseworker owes opened",
  );
});

test("a receiver that stores what SvarInn only claimed takes the debt over", () => {
  const later = receipt("stored", "09:40");
  const facts = on("svarinn", accepted, channelClaim, later);
  assert.equal(owed(facts), "receiver owes registered by 2026-11-23T13:40");
  const both = [...facts.receipts, receipt("claimed", "09:50", { role: "receiver" })];
  assert.equal(owed(on("svarinn", ...both)), "person owes confirmed by 2026-11-24T09:50");
});

test("declined keeps debt and limit; a lasting one gives them to the service", () => {
  assert.equal(owed(on("receiver", accepted, passing)), "receiver owes stored by 2026-11-23T10:00");
  assert.equal(owed(on("receiver", accepted, lasting)), "service owes stored by 2026-11-23T10:00");
  assert.equal(owed(on("receiver", accepted, lasting, passing)), "service owes stored by 2026-11-23T10:00");
  const permanent = receipt("declined", "09:10", { role: "channel", lasting: true });
  assert.equal(owed(on("svarinn", accepted, permanent)), "service owes claimed by 2026-11-25T09:00");
  assert.equal(at(on("receiver", accepted, lasting)).reached, "accepted");
});

test("a later stored or registered settles a declined one", () => {
  const late = receipt("stored", "09:20");
  assert.equal(owed(on("receiver", accepted, lasting, late)), "receiver owes registered by 2026-11-23T13:20");
  const done = receipt("registered", "09:30");
  assert.match(owed(on("receiver", accepted, stored, lasting, done)) ?? "", /^caseworker owes opened/);
});

test("declined by the case system after it was stored: the registration's debt goes to the service", () => {
  assert.equal(
    owed(on("receiver", accepted, stored, lasting)),
    "service owes registered by 2026-11-23T13:01",
  );
});

test("a receiver whose clock is behind cannot make its refusal disappear", () => {
  const early = receipt("declined", "08:50", { lasting: true });
  assert.equal(owed(on("receiver", accepted, early)), "service owes stored by 2026-11-23T10:00");
});

test("a debt that is a person's already is not moved by a refusal", () => {
  const late = receipt("declined", "11:00", { lasting: true });
  assert.match(owed(on("svarinn", accepted, channelClaim, late)) ?? "", /^person owes confirmed/);
  assert.match(owed(on("receiver", accepted, stored, registered, late)) ?? "", /^caseworker owes opened/);
});

test("returned: a named person has the debt until another leg has its own", () => {
  const returned = receipt("returned", "09:15", { reason: "not-ours" });
  assert.equal(owed(on("receiver", accepted, returned)), "person owes stored by 2026-11-23T10:00");
  assert.match(owed(on("receiver", accepted, stored, registered, returned)) ?? "", /^person owes opened/);
});

test("paper, proofs, erasure and reviews pay no debt and open none", () => {
  const others = (["printed", "proven", "erased", "reviewed"] as const).map((kind) => receipt(kind, "09:30"));
  for (const facts of [on("receiver", accepted), on("svarinn", accepted), on("receiver", accepted, stored)]) {
    const more = on(facts.channel, ...facts.receipts, ...others);
    assert.equal(owed(more), owed(facts));
    assert.equal(at(more).reached, at(facts).reached);
  }
});

test("the sender lets go only when somebody has proved to hold the report", () => {
  const released = (...receipts: Receipt[]) => at(on("receiver", ...receipts)).senderMayRelease;
  assert.equal(released(accepted), false);
  assert.equal(released(accepted, channelClaim), false);
  assert.equal(released(accepted, receiverClaim), false);
  assert.equal(released(accepted, lasting, passing), false);
  for (const kind of ["printed", "proven", "returned", "reviewed", "opened"] as const)
    assert.equal(released(accepted, receipt(kind, "09:30")), false, kind);
  for (const kind of ["stored", "registered", "confirmed", "erased"] as const)
    assert.equal(released(accepted, receipt(kind, "09:30")), true, kind);
});

test("nobody but the receiver can say that the receiver holds it", () => {
  for (const kind of ["stored", "registered"] as const) {
    const facts = on("receiver", accepted, receipt(kind, "09:30", { role: "hub" }));
    assert.equal(at(facts).senderMayRelease, false, kind);
  }
});

test("a journey without a word of how far it has come is a mistake of ours", () => {
  assert.throws(() => at(on("receiver")), /should be so/);
  assert.throws(() => at(on("receiver", lasting)), /should be so/);
});

const anyReceipt = fc
  .record({
    kind: fc.constantFrom(...receiptKinds),
    role: fc.nat(1),
    minute: fc.integer({ min: 0, max: 59 }),
    lasting: fc.boolean(),
    reference: fc.constantFrom("A", "B"),
  })
  .map(({ kind, role, minute, lasting: isLasting, reference }) => {
    const parties = mayIssue[kind];
    const time = `09:${String(minute).padStart(2, "0")}`;
    const more = kind === "declined" ? { lasting: isLasting } : { reference };
    return receipt(kind, time, { ...more, role: parties[role % parties.length]! });
  });
const anyFacts = fc.record({
  channel: fc.constantFrom("receiver", "svarinn", "manual"),
  receipts: fc.array(anyReceipt, { maxLength: 9 }).map((receipts) => [accepted, ...receipts]),
});

test("receipts may come in any order, and twice", () => {
  const shuffled = anyFacts.chain((facts) =>
    fc.record({
      facts: fc.constant(facts),
      mixed: fc
        .array(fc.constantFrom(...facts.receipts), { maxLength: 6 })
        .map((again) => [...facts.receipts, ...again])
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length })),
    }),
  );
  fc.assert(
    fc.property(shuffled, ({ facts, mixed }) => {
      assert.deepEqual(at({ ...facts, receipts: mixed }), at(facts));
    }),
    { numRuns: 500 },
  );
});

test("one more receipt never takes a journey back, nor the sender's release", () => {
  fc.assert(
    fc.property(anyFacts, anyReceipt, (facts, next) => {
      const before = at(facts);
      const after = at({ ...facts, receipts: [...facts.receipts, next] });
      assert.ok(strengthOf[after.reached] >= strengthOf[before.reached]);
      assert.ok(after.senderMayRelease || !before.senderMayRelease);
    }),
  );
});

test("what is said again later moves no limit", () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.constantFrom(...receiptKinds.filter((kind) => strengthOf[kind] > 0)),
      (facts, kind) => {
        const again = facts.receipts
          .filter((one) => one.kind === kind)
          .map((one) => ({ ...one, at: instant("20:00") }));
        const { owes } = at({ ...facts, receipts: [...facts.receipts, ...again] });
        assert.deepEqual(owes, at(facts).owes);
      },
    ),
  );
});

test("no stage is without a debtor until a person has opened it, or found it where none can say so", () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { reached, owes } = at(facts);
      const isFoundThere = reached === "confirmed" && facts.channel !== "receiver";
      assert.equal(owes === null, reached === "opened" || isFoundThere);
      if (owes) assert.ok(strengthOf[owes.owed] > strengthOf.accepted);
    }),
  );
});
