-- Returns the last entry of the chain, to be kept outside the database.
create or replace function desk.audit_head()
returns table (practice uuid, sequence bigint, hash bytea, at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.refuse_own_entries();
  return query
    select h.practice_id, h.sequence, h.hash, now()
    from clinic.audit_heads as h
    where h.practice_id = (select clinic.my_practice());
end
$$;
