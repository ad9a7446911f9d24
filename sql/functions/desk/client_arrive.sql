-- Takes over what another practice gave a client as their copy, with its ids, times and words. `records` has the
-- records by noun, `documents` issued plans as {"plan", "variant", "bytes"} in base64, `people` the practitioner here
-- for each who is named there, `origin` what the audit says about where it comes from. A short id that is taken is
-- replaced. Who shared or opened the record elsewhere stays there, and so do links. A plan that could not be resumed
-- here arrives paused.
create or replace function desk.client_arrive(records jsonb, documents jsonb, people jsonb, origin text)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  practice constant uuid := clinic.my_practice();
  arriving jsonb;
  ids uuid[];
  missing text;
begin
  perform clinic.require_member();
  arriving := clinic.attributed(records - array['shares', 'openings'], people);
  ids := array(select (c.client ->> 'id')::uuid from jsonb_array_elements(arriving -> 'clients') as c (client));
  if cardinality(ids) = 0 then
    perform clinic.refuse('PL422', 'there is no client in it');
  elsif exists (select from clinic.clients as c where c.practice_id = practice and c.id = any (ids)) then
    perform clinic.refuse('PL409', 'this id is another record''s');
  elsif exists (select from clinic.erasures as e where e.practice_id = practice and e.client_id = any (ids)) then
    perform clinic.refuse('PL409', 'a client who was erased here stays away');
  end if;
  select string_agg(distinct v.version #>> '{}', ', ') into missing
  from (
    select jsonb_path_query(arriving, '$.*[*].**.content_version')
    union all
    select jsonb_path_query(arriving, '$.consents[*].text_version')
  ) as v (version)
  where not exists (select from clinic.content_versions as c where c.version = v.version #>> '{}');
  if missing is not null then
    perform clinic.refuse('PL409', 'its answers need content that is not here: version ' || missing);
  end if;

  perform clinic.insert_copy(arriving, ids);
  insert into clinic.plan_documents (practice_id, plan_id, variant, bytes)
  select practice, p.id, d.variant, decode(d.bytes, 'base64')
  from jsonb_to_recordset(documents) as d (plan uuid, variant text, bytes text)
    join clinic.plans as p on p.practice_id = practice and p.id = d.plan and p.client_id = any (ids);
  perform clinic.audit('client.arrive', id, id, client_arrive.origin) from unnest(ids) as id;
  perform clinic.pause_unfit_plans(id) from unnest(ids) as id;
  return query
    select r.* from clinic.client_records as r where r.id = any (ids);
end
$$;
