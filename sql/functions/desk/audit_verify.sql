-- Checks the whole chain, and that an exported head is still in it: without one, a chain cut off at its end and
-- given a new head cannot be told from a whole one. `broken_at` is null when nothing is wrong.
create or replace function desk.audit_verify(head_sequence bigint, head_hash bytea)
returns table (entries bigint, broken_at bigint)
language plpgsql
stable
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  return query
    select
      (select count(*) from clinic.audit_entries as e where e.practice_id = (select clinic.my_practice())),
      coalesce(
        clinic.broken_link(),
        case
          when head_sequence is not null and not exists (
            select from clinic.audit_entries as e
            where e.practice_id = (select clinic.my_practice())
              and e.sequence = head_sequence and e.hash = head_hash)
          then head_sequence
        end);
end
$$;
