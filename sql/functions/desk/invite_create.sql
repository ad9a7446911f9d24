-- `prefill` are the answers that the client gave before, sealed under the link's secret; `history_code_hash` is that of
-- a code that opens them beside the birth date on record (door.history_open). On a shared device nothing of the form is
-- kept after it was sent.
create or replace function desk.invite_create(
  id uuid, client text, token_hash bytea, expires_at timestamptz, content_version text, prefill bytea,
  history_code_hash bytea default null, on_shared_device boolean default false)
returns setof clinic.invite_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  invited constant clinic.clients := clinic.require_client(client);
begin
  if invited.archived_at is not null then
    perform clinic.refuse('PL409', 'the client is archived; restore the client first');
  end if;
  perform clinic.require_content(invite_create.content_version);
  if invite_create.expires_at <= statement_timestamp() then
    perform clinic.refuse('PL422', 'an invite expires in the future');
  end if;
  if not exists (
    select from clinic.invites as i where i.practice_id = invited.practice_id and i.id = invite_create.id)
  then
    insert into clinic.invites
      (practice_id, id, short_id, client_id, content_version, created_by, expires_at, prefill,
        history_code_hash, on_shared_device)
    values (
      clinic.my_practice(), invite_create.id, clinic.new_short_id('invite', invite_create.id), invited.id,
      invite_create.content_version, clinic.my_id(), invite_create.expires_at, invite_create.prefill,
      invite_create.history_code_hash, invite_create.on_shared_device);
    insert into clinic.links (secret_hash, practice_id, kind, target)
    values (invite_create.token_hash, clinic.my_practice(), 'invite', invite_create.id);
    perform clinic.record_undo('invite.create', invite_create.id, invited.id, '{}');
    perform clinic.audit('invite.create', invite_create.id, invited.id);
  end if;
  return query select r.* from clinic.invite_records as r where r.id = invite_create.id and r.client = invited.id;
  if not found then
    perform clinic.refuse('PL409', 'this id is another record''s');
  end if;
end
$$;
