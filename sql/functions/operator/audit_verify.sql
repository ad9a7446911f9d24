-- The chain of every practice: its head, to be kept outside the database, and the first place where it is broken.
create or replace function operator.audit_verify()
returns table (practice uuid, sequence bigint, hash bytea, broken_at bigint)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  one uuid;
begin
  for one in select p.practice_id from clinic.practices as p order by p.practice_id loop
    perform clinic.enter(one);
    return query
      select h.practice_id, h.sequence, h.hash, clinic.broken_link()
      from clinic.audit_heads as h
      where h.practice_id = one;
  end loop;
  perform clinic.enter(null);
end
$$;
