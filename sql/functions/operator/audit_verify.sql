-- Returns the last entry of a practice's chain, to be kept outside the database, and where the chain is broken, as
-- clinic.broken_at says.
create or replace function operator.audit_verify(
  practice uuid, head_sequence bigint default null, head_hash bytea default null)
returns table (sequence bigint, hash bytea, broken_at bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.enter(audit_verify.practice);
  return query
    select h.sequence, h.hash, clinic.broken_at(audit_verify.head_sequence, audit_verify.head_hash)
    from clinic.audit_heads as h
    where h.practice_id = audit_verify.practice;
end
$$;
