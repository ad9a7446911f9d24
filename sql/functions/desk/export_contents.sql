-- Returns the versions of the content that any record of the practice was made with: without them its answers cannot be
-- read.
create or replace function desk.export_contents()
returns table (version text, pack text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  practice constant uuid := clinic.my_practice();
begin
  perform clinic.require_sight('list export');
  perform clinic.require_owner();
  return query
    select c.version, c.pack::text
    from clinic.content_versions as c
    where c.version in (
      select i.content_version from clinic.intakes as i where i.practice_id = practice
      union
      select a.content_version from clinic.intake_amendments as a where a.practice_id = practice
      union
      select e.content_version from clinic.evaluations as e where e.practice_id = practice
      union
      select a.content_version from clinic.evaluation_amendments as a where a.practice_id = practice
      union
      select i.content_version from clinic.invites as i where i.practice_id = practice
      union
      select p.content_version from clinic.plans as p where p.practice_id = practice
      union
      select k.content_version from clinic.checkins as k where k.practice_id = practice
      union
      select t.text_version from clinic.consent_entries as t where t.practice_id = practice)
    order by c.version;
end
$$;
