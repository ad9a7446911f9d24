create or replace function desk.evaluation_record(id uuid, client text, body jsonb, content_version text)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  perform clinic.require_content(evaluation_record.content_version);
  if not exists (
    select from clinic.evaluations as e where e.practice_id = subject.practice_id and e.id = evaluation_record.id)
  then
    insert into clinic.evaluations (practice_id, id, short_id, client_id, content_version, body, recorded_by)
    values (
      clinic.my_practice(), evaluation_record.id, clinic.new_short_id('evaluation', evaluation_record.id),
      subject.id, evaluation_record.content_version, evaluation_record.body, clinic.my_id());
    perform clinic.audit('evaluation.record', evaluation_record.id, subject.id);
  end if;
  return query
    select r.* from clinic.evaluation_records as r where r.id = evaluation_record.id and r.client = subject.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
