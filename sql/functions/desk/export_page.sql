-- Returns the next `most` records of a noun behind the key `after`, and all that share the last key: of the clients one
-- may see and has opened, and with what belongs to the whole practice for its owner. Times are written in UTC, whatever
-- the session's time zone is, so that the same records are the same text.
create or replace function desk.export_page(noun text, after text, most integer)
returns table (key text, record text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
set timezone = 'UTC'
as $$
declare
  named record;
begin
  perform clinic.require_sight('list export');
  select n.* into named from clinic.archive_nouns() as n where n.noun = export_page.noun;
  if not found then
    perform clinic.refuse('PL422', 'there are no records of that name');
  end if;
  if named.filed_under is null then
    perform clinic.require_owner();
  end if;
  if named.relation = 'audit_entries' then
    perform clinic.refuse_own_entries();
  end if;
  return query execute format(
    'with page as materialized (%s%s%s order by t.%I fetch first %s rows with ties)'
      ' select q.key::text, q.record::text from page as q'
      ' cross join lateral clinic.require_exportable(coalesce(q.filed_under, %s)) order by q.key, q.record',
    clinic.archive_query(noun),
    case when named.filed_under is not null then format(
      ' and exists (select from clinic.record_clients as c where c.practice_id = t.practice_id'
        ' and c.filed_under = t.%I)', named.filed_under) end,
    case when after is not null then format(' and t.%I > %L', named.key, after) end, named.key, most,
    case named.relation
      when 'kept_photos' then '(select e.client_id from clinic.evaluations as e where e.practice_id ='
        ' (select clinic.my_practice()) and e.id = q.key)'
      else 'null' end);
end
$$;
