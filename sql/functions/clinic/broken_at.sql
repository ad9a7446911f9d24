-- Returns the first entry where the practice's chain differs from what was written, or the sequence of the given head
-- if the chain no longer contains it; null if neither is the case. Without a head that was kept elsewhere, a chain that
-- was cut off and given a new head looks whole.
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
