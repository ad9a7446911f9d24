-- Returns the landmarks that were tapped on the photos of a draft evaluation: one row for each photo, with its points
-- as [{"round", "landmark", "x", "y"}]. The taps outlast the link; the photos do not.
create or replace function desk.photo_taps(reference text)
returns table (view text, width integer, height integer, scale_mm integer, points jsonb)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  update clinic.photos as p
  set sealed = null
  from clinic.photo_sessions as s
  where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id
    and s.expires_at <= statement_timestamp()
    and p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id and p.sealed is not null;
  perform clinic.audit('photo.read', evaluation.id, evaluation.client_id);
  return query
    select
      p.view, p.width, p.height, s.scale_mm,
      (
        select coalesce(
          jsonb_agg(
            jsonb_build_object('round', t.round, 'landmark', t.landmark, 'x', t.x, 'y', t.y)
            order by t.round, t.landmark),
          '[]')
        from clinic.photo_points as t
        where t.practice_id = p.practice_id and t.evaluation_id = p.evaluation_id and t.view = p.view)
    from clinic.photo_sessions as s
      join clinic.photos as p on p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id
    where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id
    order by array_position(s.views, p.view);
end
$$;
