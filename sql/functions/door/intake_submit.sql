-- Stores a submission, marks the invite as submitted and writes the audit entry, all in one transaction.
--
-- An invite takes one submission. Repeating it with the same key and digest returns the same receipt, also after the
-- invite expired, so a caller that lost the answer can ask again. Any other submission for the invite is a conflict.
--
-- `content_version` must be the version that the invite asks for. A caller may therefore check the answers against
-- the version that it expects, and look the invite up only if it is refused. `raised` is as in clinic.raise_flags.
-- `version` is that of the draft which is sent: if a newer one was saved meanwhile, the caller reads that and sends
-- again. Null skips this check.
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
  practice uuid;
  client uuid;
  intake clinic.intakes;
begin
  -- Of several submissions at once, the first locks the open invite. The others wait here until it is stored or
  -- refused.
  update clinic.invites as i
  set state = 'submitted', submitted_at = now(), opened_at = coalesce(i.opened_at, now()),
    started_at = coalesce(i.started_at, now())
  where i.practice_id = (select clinic.my_practice())
    and i.id = target
    and i.state in ('created', 'opened', 'started')
    and i.expires_at > now()
    and i.content_version = intake_submit.content_version
  returning i.practice_id, i.client_id into practice, client;
  if not found then
    return query select * from clinic.submitted_before(target, submission_key, digest);
    return;
  end if;

  if version is not null then
    if version <> coalesce(
      (
        select d.version
        from clinic.drafts as d
        where d.practice_id = practice and d.invite_id = target and d.key_hash = intake_submit.key_hash),
      0)
    then
      perform clinic.refuse('PL412', 'the draft was saved from elsewhere meanwhile');
    end if;
  end if;
  delete from clinic.drafts as d
  where d.practice_id = practice and d.invite_id = target;

  insert into clinic.intakes
    (practice_id, id, short_id, client_id, invite_id, submission_key, digest, content_version, answers, massage,
      state)
  values (
    practice, intake_submit.id, clinic.new_short_id('intake', intake_submit.id), client, target,
    intake_submit.submission_key, intake_submit.digest, intake_submit.content_version, intake_submit.answers,
    intake_submit.massage, case when raised = '[]' then 'submitted' else 'flagged' end)
  returning * into intake;
  insert into clinic.submitted_copies (practice_id, intake_id, key_hash, sealed)
  values (practice, intake_submit.id, intake_submit.key_hash, intake_submit.sealed);
  perform clinic.audit('intake.submit', intake_submit.id, client);
  if raised <> '[]' then
    perform clinic.raise_flags(intake, raised);
  end if;
  perform clinic.record_consents(intake, intake.answers, '{}', intake.content_version, null, null);
  return query select 'stored', intake.short_id, intake.submitted_at;
end
$$;
