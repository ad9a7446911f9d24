-- Makes an invite for a client without a therapist at the keyboard, with its link sealed to the outbox's key, for two
-- weeks. Returns its id. The form begins empty.
create or replace function clinic.invite_again(client uuid, secret_hash bytea, sealed bytea)
returns uuid
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  invite constant uuid := gen_random_uuid();
begin
  insert into clinic.invites (practice_id, id, short_id, client_id, content_version, created_by, expires_at)
  select
    c.practice_id, invite, clinic.new_short_id('invite', invite), c.id, clinic.newest_version(), c.practitioner_id,
    statement_timestamp() + interval '14 days'
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice()) and c.id = invite_again.client;
  insert into clinic.links (secret_hash, practice_id, kind, target)
  values (invite_again.secret_hash, clinic.my_practice(), 'invite', invite);
  insert into clinic.outbox_links (practice_id, target, client_id, sealed)
  values (clinic.my_practice(), invite, invite_again.client, invite_again.sealed);
  perform clinic.audit('invite.create', invite, invite_again.client);
  return invite;
end
$$;
