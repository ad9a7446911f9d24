-- Adds an entry to the practice's chain. The head's row is locked until the end of the transaction, so entries are
-- in the order in which their transactions commit.
create or replace function clinic.audit(verb text, target uuid, client uuid, reason text default null)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  head clinic.audit_heads;
  entry clinic.audit_entries;
begin
  select * into strict head
  from clinic.audit_heads
  where practice_id = (select clinic.my_practice())
  for update;

  entry.practice_id := head.practice_id;
  entry.sequence := head.sequence + 1;
  entry.at := clock_timestamp();
  entry.who := session_user;
  entry.verb := audit.verb;
  entry.target := audit.target;
  entry.client_id := audit.client;
  entry.reason := audit.reason;
  entry.previous_hash := head.hash;
  entry.hash := clinic.audit_hash(entry);

  insert into clinic.audit_entries values (entry.*);
  update clinic.audit_heads as h
  set sequence = entry.sequence, hash = entry.hash
  where h.practice_id = head.practice_id;
end
$$;
