-- Records a visit as a draft. The same id again changes nothing, and returns the visit that it made.
create or replace function desk.visit_record(id uuid, client text, held_on date, minutes integer, note jsonb)
returns setof clinic.visit_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  if not exists (
    select from clinic.visits as v where v.practice_id = subject.practice_id and v.id = visit_record.id)
  then
    insert into clinic.visits (practice_id, id, short_id, client_id, held_on, minutes, note, recorded_by)
    values (
      clinic.my_practice(), visit_record.id, clinic.new_short_id('visit', visit_record.id), subject.id,
      visit_record.held_on, visit_record.minutes, visit_record.note, clinic.my_id());
    perform clinic.audit('visit.record', visit_record.id, subject.id);
  end if;
  return query select r.* from clinic.visit_records as r where r.id = visit_record.id and r.client = subject.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
