// A supplier's case system, played: one table in a database of its own on the municipal side, with columns named
// as a supplier might. Receivers may add rows to it and read them; nobody may change one.
import postgres from "postgres";
import { provision } from "./provision.js";
/** The table, and which of its columns holds what (the receiver's column mapping). */
export const caseSystemTable = {
    table: "incoming_document",
    columns: {
        reportId: "external_id",
        json: "data_file",
        pdf: "letter_file",
        reference: "document_number",
        service: "unit",
        serial: "sender_serial",
        kind: "category",
        acceptedAt: "sent_at",
        receivedAt: "received_at",
    },
};
const tables = (role) => `
create table if not exists incoming_document (
  document_number text primary key default 'D-' || lpad(nextval('document_number')::text, 6, '0'),
  external_id uuid not null unique,
  unit text not null,
  sender_serial bigint not null,
  category text not null,
  data_file bytea not null,
  letter_file bytea not null,
  sent_at timestamptz,
  received_at timestamptz not null
);
grant usage on schema public to ${role};
grant usage on sequence document_number to ${role};
grant select, insert on incoming_document to ${role};`;
/** Makes the case system's database if it is not there. Gives the URL of the role that receivers use. */
export function makeCaseSystem(adminUrl, name, password) {
    return provision(adminUrl, {
        database: name,
        owner: `${name}_owner`,
        role: name,
        password,
        connections: 40,
        makeTables,
    });
}
async function makeTables(ownerUrl, role) {
    const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
    const run = sql.begin(async (tx) => {
        await tx.unsafe("create sequence if not exists document_number");
        await tx.unsafe(tables(`"${role}"`));
    });
    await run.finally(() => sql.end({ timeout: 5 }));
}
//# sourceMappingURL=case-system.js.map