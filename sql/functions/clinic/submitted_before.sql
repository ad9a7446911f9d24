-- The receipt of the same answers, if this invite has them already; no row otherwise. The outcome tells whether the
-- same submission is repeated or somebody else sent the same.
create or replace function clinic.submitted_before(invite uuid, submission_key uuid, digest bytea)
returns table (outcome text, code text, submitted_at timestamptz)
language sql
stable
set search_path = pg_catalog, pg_temp
as $$
  select
    case when i.submission_key = submitted_before.submission_key then 'replayed' else 'same_answers' end,
    i.short_id, i.submitted_at
  from clinic.intakes as i
  where i.practice_id = (select clinic.my_practice())
    and i.invite_id = submitted_before.invite
    and i.digest = submitted_before.digest
  limit 1
$$;
