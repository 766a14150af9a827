// What the bench sets otherwise than usual. It is printed with the result.

/** Reports that a receiver works on at the same time. */
export const concurrency = 16;

export const tuned = {
  hub: { DATABASE_POOL: "10", RATE_REPORTS_PER_MINUTE: "1000000", RATE_REQUESTS_PER_MINUTE: "10000000" },
  receiver: { DATABASE_POOL: "10", READ_BACK_POOL: "4", AT_ONCE: String(concurrency) },
};
