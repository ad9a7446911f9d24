-- Where the practice's chain is first not what was written, or the head that was taken down earlier when it is not in
-- the chain any more: without one, a chain cut off at its end and given a new head cannot be told from a whole one.
-- Null when all is well.
create or replace function clinic.broken_at(head_sequence bigint, head_hash bytea)
returns bigint
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select coalesce(
    clinic.broken_link(),
    case
      when head_sequence is not null and not exists (
        select from clinic.audit_entries as e
        where e.practice_id = (select clinic.my_practice())
          and e.sequence = head_sequence and e.hash = head_hash)
      then head_sequence
    end)
$$;
