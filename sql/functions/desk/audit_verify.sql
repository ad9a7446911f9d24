-- Verifies the whole chain, and that it still contains an exported head. `broken_at` is null if both hold.
create or replace function desk.audit_verify(head_sequence bigint, head_hash bytea)
returns table (entries bigint, broken_at bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.refuse_own_entries();
  return query
    select
      (select count(*) from clinic.audit_entries as e where e.practice_id = (select clinic.my_practice())),
      clinic.broken_at(head_sequence, head_hash);
end
$$;
