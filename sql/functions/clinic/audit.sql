-- Adds an entry to the practice's chain. The row of the chain's head stays locked until the end of the transaction, so
-- the entries are in the order in which their transactions commit.
create or replace function clinic.audit(verb text, target uuid, client uuid, reason text default null)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  entry clinic.audit_entries;
  salt constant bytea := uuid_send(gen_random_uuid());
begin
  -- An audited change survives a loss of power, whatever the session has set.
  perform set_config('synchronous_commit', 'on', true);
  select h.practice_id, h.sequence + 1, h.hash
  into entry.practice_id, entry.sequence, entry.previous_hash
  from clinic.audit_heads as h
  where h.practice_id = (select clinic.my_practice())
  for update;
  if not found then
    perform clinic.refuse('PL409', 'the records of this practice are still to come, from its archive');
  end if;

  entry.at := clock_timestamp();
  entry.who := session_user;
  entry.verb := audit.verb;
  entry.target := audit.target;
  entry.client_id := audit.client;
  entry.reason_hash := clinic.reason_hash(salt, reason);
  entry.hash := clinic.audit_hash(entry);

  with head as (
    update clinic.audit_heads as h
    set sequence = entry.sequence, hash = entry.hash, written_in = pg_current_xact_id()
    where h.practice_id = entry.practice_id
  )
  insert into clinic.audit_entries values (entry.*);
  if reason is not null then
    insert into clinic.audit_reasons (practice_id, sequence, client_id, salt, reason)
    values (entry.practice_id, entry.sequence, entry.client_id, salt, audit.reason);
  end if;
end
$$;
