-- Deletes clients with all their records and the reasons in their audit entries, and adds a row for each to
-- clinic.erasures. `removed` is what that row says about the records.
create or replace function clinic.erase_clients(ids uuid[], removed jsonb)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  practice constant uuid := clinic.my_practice();
begin
  -- Before any client, as operator.content_load locks them, so that neither waits for the other for ever.
  lock table clinic.client_courses in row exclusive mode;
  perform set_config('plumbline.erasing', 'on', true);
  delete from clinic.links as l
  where l.practice_id = practice
    and l.target in (
      select unnest(ids)
      union all
      select i.id from clinic.invites as i where i.practice_id = practice and i.client_id = any (ids)
      union all
      select p.id from clinic.plans as p where p.practice_id = practice and p.client_id = any (ids)
      union all
      select e.id from clinic.evaluations as e where e.practice_id = practice and e.client_id = any (ids));
  delete from clinic.audit_reasons as r
  where r.practice_id = practice and r.client_id = any (ids);
  delete from clinic.sights as s
  where s.practice_id = practice and s.subject in (select 'client ' || id from unnest(ids) as id);
  delete from clinic.clients as c
  where c.practice_id = practice and c.id = any (ids);
  perform set_config('plumbline.erasing', '', true);

  insert into clinic.erasures (practice_id, client_id, erased_by, removed)
  select practice, id, clinic.my_id(), erase_clients.removed
  from unnest(ids) as id
  on conflict on constraint erasures_pkey do nothing;
end
$$;
