-- The end of a practice's chain, to be kept outside the database, and the first place where the chain is broken.
create or replace function operator.audit_verify(practice uuid)
returns table (sequence bigint, hash bytea, broken_at bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.enter(audit_verify.practice);
  return query
    select h.sequence, h.hash, clinic.broken_link()
    from clinic.audit_heads as h
    where h.practice_id = audit_verify.practice;
end
$$;
