-- Adds an entry to the practice's chain (clinic.append_entries), with its reason beside it.
create or replace function clinic.audit(verb text, target uuid, client uuid, reason text default null)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  entry clinic.audit_entries;
  salt constant bytea := uuid_send(gen_random_uuid());
  sequence bigint;
begin
  entry.verb := audit.verb;
  entry.target := audit.target;
  entry.client_id := audit.client;
  entry.reason_hash := clinic.reason_hash(salt, reason);
  sequence := clinic.append_entries(array[entry]);
  if reason is not null then
    insert into clinic.audit_reasons (practice_id, sequence, client_id, salt, reason)
    values (clinic.my_practice(), sequence, entry.client_id, salt, audit.reason);
  end if;
end
$$;
