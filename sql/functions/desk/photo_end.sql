-- Removes the photos and taps of a draft evaluation and ends their link; there may be none.
create or replace function desk.photo_end(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  perform clinic.end_photos(evaluation);
  perform clinic.audit('photo.end', evaluation.id, evaluation.client_id);
end
$$;
