-- Returns the erased clients of a practice, as ids that tell nothing else. Kept outside the backups, the list says whom
-- to erase again after a restore.
create or replace function operator.erasure_list(practice uuid)
returns table (client uuid, erased_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.enter(erasure_list.practice);
  return query
    select e.client_id, e.erased_at
    from clinic.erasures as e
    where e.practice_id = erasure_list.practice
    order by e.erased_at, e.client_id;
end
$$;
