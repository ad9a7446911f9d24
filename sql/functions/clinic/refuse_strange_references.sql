-- Refuses records of clients that refer to somebody else's: a plan to another client's intake, a check-in to another's
-- plan, a client to one into whom they were merged. The foreign keys ask only that there is such a record. Through one
-- the other client's record would be read or changed under this one's name.
create or replace function clinic.refuse_strange_references(clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  reference record;
  is_strange boolean;
begin
  for reference in
    with filed as (
      select
        n.relation, format('clinic.%I', n.relation)::regclass as id,
        format('t.%I = any ($2)', n.filed_under) as of_them
      from clinic.archive_nouns() as n
      where n.filed_under is not null
      union all
      select
        p.part ->> 1, format('clinic.%I', p.part ->> 1)::regclass,
        format(
          't.%I in (select o.%I from clinic.%I as o where o.practice_id = $1 and o.%I = any ($2))', p.part ->> 2, n.key,
          n.relation, n.filed_under)
      from clinic.archive_nouns() as n
        cross join lateral jsonb_array_elements(n.parts) as p (part)
      where n.filed_under is not null
    )
    select
      here.relation, here.of_them, there.relation as referred, there.of_them as of_them_there,
      (
        select string_agg(format('t.%I', a.attname), ', ' order by k.place)
        from unnest(c.conkey) with ordinality as k (number, place)
          join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = k.number
      ) as columns,
      (
        select string_agg(format('t.%I', a.attname), ', ' order by k.place)
        from unnest(c.confkey) with ordinality as k (number, place)
          join pg_attribute as a on a.attrelid = c.confrelid and a.attnum = k.number
      ) as columns_there
    from pg_constraint as c
      join filed as here on here.id = c.conrelid
      join filed as there on there.id = c.confrelid
    where c.contype = 'f'
  loop
    execute format(
      'select exists (select from clinic.%I as t where t.practice_id = $1 and %s and num_nulls(%s) = 0 and (%s) not in'
        ' (select %s from clinic.%I as t where t.practice_id = $1 and %s))',
      reference.relation, reference.of_them, reference.columns, reference.columns, reference.columns_there,
      reference.referred, reference.of_them_there)
    into is_strange
    using clinic.my_practice(), clients;
    if is_strange then
      perform clinic.refuse('PL422', 'a record in it is about somebody else');
    end if;
  end loop;
end
$$;
