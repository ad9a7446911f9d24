-- Returns the pictures of a draft evaluation that are to be kept, sealed, with the secret that opens them; none when
-- the link was not for photos to keep, or has ended.
create or replace function desk.photo_sealed(reference text)
returns table (view text, id uuid, sealed bytea, secret bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  evaluation constant clinic.evaluations := clinic.require_evaluation(reference);
begin
  perform clinic.audit('photo.read', evaluation.id, evaluation.client_id);
  return query
    select p.view, p.id, p.sealed, s.secret
    from clinic.photo_sessions as s
      join clinic.photos as p on p.practice_id = s.practice_id and p.evaluation_id = s.evaluation_id
    where s.practice_id = evaluation.practice_id and s.evaluation_id = evaluation.id
      and s.keep_until is not null and s.expires_at > statement_timestamp() and p.sealed is not null;
end
$$;
