-- What must hold in a database that was restored from a backup. Stops at the first thing that does not.
\set ON_ERROR_STOP on
set client_min_messages = warning;

-- Every practice's chain of audit entries, link by link, up to its head.
do $$
declare
  practice record;
  chain record;
begin
  set local session authorization plumbline_operator;
  for practice in select p.id from operator.practice_list() as p loop
    select * into chain from operator.audit_verify(practice.id);
    if chain.broken_at is not null then
      raise exception 'the audit chain of practice % breaks at entry %', practice.id, chain.broken_at;
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
  || ', audit entries ' || (select count(*) from clinic.audit_entries);
