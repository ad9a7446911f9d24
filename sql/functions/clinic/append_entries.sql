-- Adds entries to the practice's chain, in their order, and returns the sequence of the last. Of each it takes the
-- verb, the target, the client and the hash of the reason. The row of the chain's head stays locked until the end of
-- the transaction, so the entries are in the order in which their transactions commit. It is written once, because each
-- change of it makes the next look-up in the same transaction slower.
create or replace function clinic.append_entries(entries clinic.audit_entries[])
returns bigint
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  head clinic.audit_heads;
  entry clinic.audit_entries;
begin
  -- An audited change survives a loss of power, whatever the session has set.
  perform set_config('synchronous_commit', 'on', true);
  select h.* into head
  from clinic.audit_heads as h
  where h.practice_id = (select clinic.my_practice())
  for update;
  if not found then
    perform clinic.refuse('PL409', 'the records of this practice are still to come, from its archive');
  end if;

  for place in 1..cardinality(entries) loop
    entry := entries[place];
    entry.practice_id := head.practice_id;
    entry.sequence := head.sequence + 1;
    entry.previous_hash := head.hash;
    entry.at := clock_timestamp();
    entry.who := session_user;
    entry.hash := clinic.audit_hash(entry);
    head.sequence := entry.sequence;
    head.hash := entry.hash;
    entries[place] := entry;
  end loop;

  with written as (
    update clinic.audit_heads as h
    set sequence = head.sequence, hash = head.hash, written_in = pg_current_xact_id()
    where h.practice_id = head.practice_id
  )
  insert into clinic.audit_entries
  select * from unnest(entries);
  return head.sequence;
end
$$;
