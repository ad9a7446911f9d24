-- Stores a submission, marks the invite used and writes the audit entry: all or nothing.
--
-- One invite takes one submission. The same key and digest again are the same receipt, also after expiry, so a
-- caller whose answer was lost just asks again; anything else for a used invite is a conflict. Answers are taken only for
-- the version of the content that the invite asks for, so a caller may judge them by the one it expects, and look the
-- invite up when it is refused. `raised` as in clinic.raise_flags. `version` is that of the draft that is sent: one that was saved after it was read is not lost, but
-- sent when the caller has read it again; null sends what there is.
drop function if exists door.intake_submit(bytea, uuid, bytea, uuid, jsonb, text, jsonb, text, bytea, bytea);
create or replace function door.intake_submit(
  token_hash bytea, submission_key uuid, digest bytea, id uuid, answers jsonb, content_version text, raised jsonb,
  massage text, key_hash bytea, sealed bytea, version integer default null)
returns table (outcome text, code text, submitted_at timestamptz)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  invite clinic.invites;
  stored clinic.intakes;
begin
  select i.* into invite
  from clinic.invites as i
  where i.practice_id = (select clinic.my_practice()) and i.id = target
  for update;
  if not found then
    perform clinic.refuse('PL404', 'invite');
  end if;

  select i.* into stored
  from clinic.intakes as i
  where i.practice_id = invite.practice_id and i.invite_id = invite.id;
  if found then
    if stored.submission_key is distinct from intake_submit.submission_key then
      perform clinic.refuse('PL409', 'the form was sent already');
    elsif stored.digest is distinct from intake_submit.digest then
      perform clinic.refuse('PL409', 'the form was sent already with other answers');
    end if;
    return query select 'replayed', stored.short_id, stored.submitted_at;
    return;
  end if;

  if invite.state = 'revoked' or invite.expires_at <= now() then
    perform clinic.refuse('PL404', 'invite');
  elsif invite.content_version <> intake_submit.content_version then
    perform clinic.refuse('PL412', 'the invite asks for another version of the content');
  end if;

  if intake_submit.version is not null
    and intake_submit.version <> coalesce(
      (
        select d.version
        from clinic.drafts as d
        where d.practice_id = invite.practice_id
          and d.invite_id = invite.id
          and d.key_hash = intake_submit.key_hash),
      0)
  then
    perform clinic.refuse('PL412', 'the draft was saved from elsewhere meanwhile');
  end if;

  insert into clinic.intakes
    (practice_id, id, short_id, client_id, invite_id, submission_key, digest, content_version, answers, massage,
      state)
  values (
    invite.practice_id, intake_submit.id, clinic.new_short_id('intake', intake_submit.id), invite.client_id,
    invite.id, intake_submit.submission_key, intake_submit.digest, intake_submit.content_version,
    intake_submit.answers, intake_submit.massage, case when raised = '[]' then 'submitted' else 'flagged' end)
  returning * into stored;
  perform clinic.raise_flags(stored.id, raised);
  insert into clinic.submitted_copies (practice_id, intake_id, key_hash, sealed)
  values (invite.practice_id, stored.id, intake_submit.key_hash, intake_submit.sealed);
  delete from clinic.drafts as d
  where d.practice_id = invite.practice_id and d.invite_id = invite.id;

  update clinic.invites as i
  set state = 'submitted', submitted_at = now(), opened_at = coalesce(i.opened_at, now()),
    started_at = coalesce(i.started_at, now())
  where i.practice_id = invite.practice_id and i.id = invite.id;
  perform clinic.audit('intake.submit', stored.id, invite.client_id);
  return query select 'stored', stored.short_id, stored.submitted_at;
end
$$;
