-- Stores a submission, marks the invite used and writes the audit entry: all or nothing.
--
-- The same answers again are the same receipt, also after expiry, so a caller whose answer was lost just asks again.
-- Other answers for a used invite become a later form of it, for the therapist to look at; the first stays as it is.
--
-- Answers are taken only for the version of the content that the invite asks for, so a caller may judge them by the one
-- it expects, and look the invite up when it is refused. `raised` as in clinic.raise_flags. `version` is that of the
-- draft that is sent: one that was saved after it was read is not lost, but sent when the caller has read it again;
-- null sends what there is. Drafts of other browsers stay, so that they can be sent as well. `on_shared_device` tells
-- the caller to leave no key with the browser.
create or replace function door.intake_submit(
  token_hash bytea, submission_key uuid, digest bytea, id uuid, answers jsonb, content_version text, raised jsonb,
  massage text, key_hash bytea, sealed bytea, version integer default null)
returns table (outcome text, code text, submitted_at timestamptz, on_shared_device boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  target constant uuid := clinic.follow_link('invite', token_hash);
  invite clinic.invites;
  place integer := 1;
  intake clinic.intakes;
begin
  -- Of those who come at once, one finds the invite open; the others wait here until that one is stored or refused.
  update clinic.invites as i
  set state = 'submitted', submitted_at = now(), opened_at = coalesce(i.opened_at, now()),
    started_at = coalesce(i.started_at, now())
  where i.practice_id = (select clinic.my_practice())
    and i.id = target
    and i.state in ('created', 'opened', 'started')
    and i.expires_at > statement_timestamp()
    and i.content_version = intake_submit.content_version
  returning i.* into invite;
  if not found then
    -- The later ones take turns too, so that none is stored twice.
    select i.* into invite
    from clinic.invites as i
    where i.practice_id = (select clinic.my_practice()) and i.id = target
    for update;
    return query
      select s.*, invite.on_shared_device from clinic.submitted_before(target, submission_key, digest) as s;
    if found then
      perform clinic.take_draft(invite, intake_submit.key_hash, null);
      return;
    end if;
    place := clinic.later_ordinal(invite, content_version);
  end if;

  perform clinic.take_draft(invite, intake_submit.key_hash, version);
  insert into clinic.intakes
    (practice_id, id, short_id, client_id, invite_id, ordinal, submission_key, digest, content_version, answers,
      massage, state)
  values (
    invite.practice_id, intake_submit.id, clinic.new_short_id('intake', intake_submit.id), invite.client_id, target,
    place, intake_submit.submission_key, intake_submit.digest, intake_submit.content_version, intake_submit.answers,
    intake_submit.massage, case when raised = '[]' then 'submitted' else 'flagged' end)
  returning * into intake;
  insert into clinic.submitted_copies (practice_id, intake_id, key_hash, sealed)
  values (invite.practice_id, intake_submit.id, intake_submit.key_hash, intake_submit.sealed);
  perform clinic.audit(
    case when place = 1 then 'intake.submit' else 'intake.submit_later' end, intake_submit.id, invite.client_id);
  if raised <> '[]' then
    perform clinic.raise_flags(intake, raised);
  end if;
  -- Anybody with the link may have sent a later form. What it agrees to counts for nothing until the client has said so
  -- to the therapist; what it refuses counts at once.
  perform clinic.record_consents(
    intake,
    case when place = 1 then intake.answers else clinic.refusals_in(intake.answers) end,
    '{}', intake.content_version, null, null);
  return query
    select
      case when place = 1 then 'stored' else 'later' end, intake.short_id, intake.submitted_at, invite.on_shared_device;
end
$$;
