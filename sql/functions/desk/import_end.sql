-- Ends taking an archive over: the chain of its audit must hold from the first entry to the head that it names, and
-- goes on from there. Plans that could not be resumed with what the archive says are paused. Returns how many.
create or replace function desk.import_end(head_sequence bigint, head_hash bytea)
returns integer
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  broken bigint;
begin
  perform clinic.require_arriving();
  set constraints clinic.clients_merged_into_fkey, clinic.plans_revises_fkey immediate;
  insert into clinic.audit_heads (practice_id, sequence, hash)
  values (clinic.my_practice(), head_sequence, head_hash);
  broken := clinic.broken_link();
  if broken is not null then
    perform clinic.refuse('PL409', format('the chain of its audit is broken at entry %s', broken));
  end if;
  perform clinic.audit('practice.import', clinic.my_practice(), null);
  return clinic.pause_unfit_arrivals();
end
$$;
