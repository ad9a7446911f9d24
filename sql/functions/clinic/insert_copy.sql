-- Inserts the records of clients who come from elsewhere, each under its short id or, where that is taken, another.
create or replace function clinic.insert_copy(records jsonb, clients uuid[])
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  named record;
begin
  for named in
    select n.noun, records -> n.noun as entries
    from clinic.archive_nouns() with ordinality as n
    where n.filed_under is not null and records ? n.noun
    order by n.ordinality
  loop
    if named.noun <> 'clients' and exists (
      select from jsonb_array_elements(named.entries) as r (record)
      where not coalesce((r.record ->> 'client_id')::uuid = any (clients), false))
    then
      perform clinic.refuse('PL422', 'a record in it is about somebody else');
    end if;
    perform clinic.insert_records(
      named.noun,
      (
        select jsonb_agg(
          r.record || case
            when r.record ? 'short_id' then jsonb_build_object(
              'short_id',
              clinic.keep_short_id(rtrim(named.noun, 's'), (r.record ->> 'id')::uuid, r.record ->> 'short_id'))
            else '{}'
          end)
        from jsonb_array_elements(named.entries) as r (record)
      ));
  end loop;
  set constraints clinic.clients_merged_into_fkey, clinic.plans_revises_fkey immediate;
  perform clinic.refuse_strange_references(clients);
end
$$;
