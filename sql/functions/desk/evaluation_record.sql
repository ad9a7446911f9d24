create or replace function desk.evaluation_record(id uuid, client text, body jsonb, content_version text)
returns setof clinic.evaluation_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  subject constant clinic.clients := clinic.require_client(client);
begin
  if not exists (select from clinic.content_versions as v where v.version = evaluation_record.content_version) then
    perform clinic.refuse('PL422', 'this content version is not loaded');
  end if;
  if not exists (select from clinic.evaluations as e where e.id = evaluation_record.id) then
    insert into clinic.evaluations (practice_id, id, short_id, client_id, content_version, body, recorded_by)
    values (
      clinic.my_practice(), evaluation_record.id, clinic.new_short_id('evaluation', evaluation_record.id),
      subject.id, evaluation_record.content_version, evaluation_record.body, clinic.my_id());
    perform clinic.audit('evaluation.record', evaluation_record.id, subject.id);
  end if;
  return query select r.* from clinic.evaluation_records as r where r.id = evaluation_record.id;
end
$$;
