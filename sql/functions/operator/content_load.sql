-- Stores a version of the content for ever. The same version with different content is refused, because records refer
-- to it. Where it measures otherwise than the one before, the courses of all clients are made anew; who closes a record
-- meanwhile waits.
create or replace function operator.content_load(version text, pack jsonb)
returns boolean
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  loaded jsonb;
  before text[];
  practice uuid;
begin
  perform from clinic.migration_turn for update;
  before := array(select q.measure || ' ' || q.question from clinic.measure_questions as q order by 1);
  select v.pack into loaded from clinic.content_versions as v where v.version = content_load.version;
  if loaded is null then
    insert into clinic.content_versions (version, pack) values (content_load.version, content_load.pack);
    if before <> array(select q.measure || ' ' || q.question from clinic.measure_questions as q order by 1) then
      -- Nobody else writes courses until this is committed. To lock the clients, too, as clinic.keep_courses does,
      -- would be to wait for those who have locked one and wait for this.
      lock table clinic.client_courses in share row exclusive mode;
      for practice in select p.practice_id from clinic.practices as p order by p.practice_id loop
        perform clinic.enter(practice);
        perform clinic.remake_courses(
          practice, array(select c.id from clinic.clients as c where c.practice_id = practice));
      end loop;
    end if;
    return true;
  elsif loaded <> content_load.pack then
    perform clinic.refuse('PL409', 'content version ' || version || ' was loaded with other content');
  end if;
  return false;
end
$$;
