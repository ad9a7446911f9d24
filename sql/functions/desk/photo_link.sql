-- Makes the link for taking and tapping the photos of a draft evaluation, and says when it ends. A link that it had
-- before stops working, and its photos and taps are gone. `views` is an array; `sealed` is what the last evaluation
-- says, under the link's secret. With `keep_until` and the link's secret the photos can be kept as a record until that
-- day.
create or replace function desk.photo_link(
  reference text, link_hash bytea, views jsonb, scale_mm integer, sealed bytea, keep_until date default null,
  secret bytea default null)
returns table (expires_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
  state constant text := (clinic.current_consent(evaluation.client_id, 'consent.photos')).state;
begin
  if evaluation.state <> 'draft' then
    perform clinic.refuse('PL409', 'the evaluation is signed; photos belong to a draft');
  end if;
  perform clinic.refuse_without_consent(evaluation.client_id);
  -- What was never asked refuses nothing: the form asks everyone.
  if state in ('refused', 'withdrawn') then
    perform clinic.refuse('PL423', 'the client does not agree: consent.photos is ' || state);
  end if;
  if photo_link.keep_until is not null then
    perform clinic.refuse_photo_record(evaluation.client_id);
    if photo_link.keep_until not between clinic.today() and clinic.today() + interval '10 years' then
      perform clinic.refuse('PL422', 'photos are kept until a day in the next ten years');
    end if;
  end if;
  perform clinic.end_photos(evaluation);
  insert into clinic.photo_sessions
    (practice_id, evaluation_id, views, scale_mm, sealed, created_by, keep_until, secret)
  values (
    evaluation.practice_id, evaluation.id, array(select jsonb_array_elements_text(photo_link.views)),
    photo_link.scale_mm, photo_link.sealed, clinic.my_id(), photo_link.keep_until, photo_link.secret);
  insert into clinic.links (secret_hash, practice_id, kind, target)
  values (photo_link.link_hash, evaluation.practice_id, 'photo', evaluation.id);
  perform clinic.audit('photo.link', evaluation.id, evaluation.client_id);
  return query
    select s.expires_at
    from clinic.photo_sessions as s
    where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id;
end
$$;
