// One connection with more rights than a room has, for what a test sets up or looks at by hand.
import postgres from "postgres";
/** Works over one connection, and closes it whatever happens. */
export async function withAdmin(url, work) {
    const sql = postgres(url, { max: 1, onnotice: () => undefined });
    return work(sql).finally(() => sql.end({ timeout: 5 }));
}
//# sourceMappingURL=admin.js.map