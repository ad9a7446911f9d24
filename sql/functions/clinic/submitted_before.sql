-- Answers a submission for an invite that is no longer open: with the stored receipt if it is the same submission,
-- otherwise with a refusal that says why.
create or replace function clinic.submitted_before(invite uuid, submission_key uuid, digest bytea)
returns table (outcome text, code text, submitted_at timestamptz)
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  stored clinic.intakes;
begin
  select i.* into stored
  from clinic.intakes as i
  where i.practice_id = (select clinic.my_practice()) and i.invite_id = submitted_before.invite;
  if found then
    if stored.submission_key is distinct from submitted_before.submission_key then
      perform clinic.refuse('PL409', 'the form was sent already');
    elsif stored.digest is distinct from submitted_before.digest then
      perform clinic.refuse('PL409', 'the form was sent already with other answers');
    end if;
    return query select 'replayed', stored.short_id, stored.submitted_at;
    return;
  end if;

  if exists (
    select from clinic.invites as i
    where i.practice_id = (select clinic.my_practice())
      and i.id = submitted_before.invite
      and clinic.is_live(i))
  then
    perform clinic.refuse('PL412', 'the invite asks for another version of the content');
  end if;
  perform clinic.refuse('PL404', 'invite');
end
$$;
