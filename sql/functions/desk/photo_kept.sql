-- Returns the picture of a view that was kept with an evaluation, while the client agrees to it and its last day is not
-- over; no row if there is none.
create or replace function desk.photo_kept(reference text, view text)
returns table (picture bytea, keep_until date)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  perform clinic.refuse_photo_record(evaluation.client_id);
  perform clinic.audit('photo.read', evaluation.id, evaluation.client_id);
  return query
    select k.picture, k.keep_until
    from clinic.kept_photos as k
    where k.practice_id = evaluation.practice_id and k.evaluation_id = evaluation.id and k.view = photo_kept.view
      and k.keep_until >= clinic.today();
end
$$;
