-- The least that any durable hand-over must do, as SQL alone: the same 20 KB twice and four commits, with no
-- program, HTTP, signature or read-back in between. :body is sent by the client each time, in hex.
\set key random(1, 9223372036854775806)
begin;
insert into chain_submitted (id, body) values (:client_id::text || ' ' || :key, decode(:body, 'hex'));
commit;
begin;
insert into chain_event (id, kind) values (:client_id::text || ' ' || :key, 'offered');
commit;
begin;
insert into chain_received (id, body) values (:client_id::text || ' ' || :key, decode(:body, 'hex'));
commit;
begin;
insert into chain_event (id, kind) values (:client_id::text || ' ' || :key, 'confirmed');
commit;
