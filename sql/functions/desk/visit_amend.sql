-- Adds words below a signed visit, which stays as it was. Refused if its version is not `version`; null skips this
-- check.
create or replace function desk.visit_amend(reference text, words text, version integer default null)
returns setof clinic.visit_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  visit constant clinic.visits := clinic.require_visit(reference);
begin
  if visit.state = 'draft' then
    perform clinic.refuse('PL409', 'the visit is a draft; edit it');
  elsif words is null or not clinic.has_visible(words) then
    perform clinic.refuse('PL422', 'an amendment says something');
  elsif visit_amend.version <> (select r.version from clinic.visit_records as r where r.id = visit.id) then
    perform clinic.refuse('PL412', 'the visit was changed by somebody else meanwhile');
  end if;
  insert into clinic.visit_amendments (practice_id, visit_id, number, words, author)
  select visit.practice_id, visit.id, 1 + coalesce(max(a.number), 0), visit_amend.words, clinic.my_id()
  from clinic.visit_amendments as a
  where a.practice_id = visit.practice_id and a.visit_id = visit.id;
  update clinic.visits as v
  set state = 'amended', amended_at = now()
  where v.practice_id = visit.practice_id and v.id = visit.id;
  perform clinic.audit('visit.amend', visit.id, visit.client_id);
  return query select r.* from clinic.visit_records as r where r.id = visit.id;
end
$$;
