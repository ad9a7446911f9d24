-- Checks a database that was restored from a backup, and stops at the first fault. Standard input has the recorded
-- heads of every chain, one per line: PRACTICE SEQUENCE HASH.
\set ON_ERROR_STOP on
set client_min_messages = warning;
create temporary table known_heads (practice uuid not null, sequence bigint not null, hash bytea not null);
\copy known_heads from pstdin with (format csv, delimiter ' ')

-- Checks every practice's audit chain, link by link up to its head, with the function that `plumbline audit verify`
-- calls, and that it contains every known head.
do $$
declare
  checked record;
  chain record;
begin
  for checked in select p.practice_id as practice from clinic.practices as p loop
    set local session authorization plumbline_operator;
    select * into chain from operator.audit_verify(checked.practice, null, null);
    reset session authorization;
    if not found or chain.broken_at is not null then
      raise exception 'the audit chain of practice % breaks at entry %', checked.practice, chain.broken_at;
    end if;
  end loop;
  select h.practice, h.sequence into checked
  from known_heads as h
  where h.sequence > 0
    and not exists (
      select from clinic.audit_entries as e
      where e.practice_id = h.practice and e.sequence = h.sequence and e.hash = h.hash)
  order by h.practice, h.sequence
  limit 1;
  if found then
    raise exception 'the audit chain of practice % breaks at entry %', checked.practice, checked.sequence;
  end if;
end
$$;

-- Checks that the daemon's role can read no table.
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
