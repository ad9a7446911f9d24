-- What must hold in a database that was restored from a backup. Stops at the first thing that does not. Standard input
-- has the heads that were taken down of every chain: PRACTICE SEQUENCE HASH, a line each.
\set ON_ERROR_STOP on
set client_min_messages = warning;
create temporary table known_heads (practice uuid not null, sequence bigint not null, hash bytea not null);
\copy known_heads from pstdin with (format csv, delimiter ' ')

-- Every practice's chain of audit entries, link by link, up to its head, and every known head in it, by the function
-- that `plumbline audit verify` calls.
do $$
declare
  known record;
  chain record;
begin
  for known in
    select p.practice_id as practice, null::bigint as sequence, null::bytea as hash from clinic.practices as p
    union all
    select h.practice, h.sequence, h.hash from (select distinct * from known_heads) as h where h.sequence > 0
  loop
    set local session authorization plumbline_operator;
    select * into chain from operator.audit_verify(known.practice, known.sequence, known.hash);
    reset session authorization;
    if not found or chain.broken_at is not null then
      raise exception 'the audit chain of practice % breaks at entry %', known.practice, chain.broken_at;
    end if;
  end loop;
end
$$;

-- The daemon's role reads no table.
do $$
begin
  if exists (
    select from pg_class as c
    where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'v')
      and has_table_privilege('plumbline_door', c.oid, 'select, insert, update, delete')) then
    raise exception 'plumbline_door has rights on tables';
  end if;
  if exists (select from pg_roles where rolname like 'plumbline\_%' and (rolsuper or rolbypassrls)) then
    raise exception 'a role of ours is a superuser or passes row security by';
  end if;
end
$$;

select 'practices ' || (select count(*) from clinic.practices) || ', clients ' || (select count(*) from clinic.clients)
  || ', intakes ' || (select count(*) from clinic.intakes) || ', plans ' || (select count(*) from clinic.plans)
  || ', audit entries ' || (select count(*) from clinic.audit_entries) || ', heads known '
  || (select count(*) from known_heads);
