-- Records that a client asks for no more messages, through the link that each message carries. It stands in the record
-- as a consent that was taken back, until the client agrees again. What waits is cancelled; the same again changes
-- nothing.
create or replace function door.stop(link_hash bytea)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  target constant uuid := clinic.follow_link('stop', link_hash);
  client clinic.clients;
  asked constant text := 'consent.reminders';
  newest clinic.consents;
begin
  select c.* into client
  from clinic.clients as c
  where c.practice_id = (select clinic.my_practice()) and c.id = target
  for update;
  if not found then
    perform clinic.refuse('PL404', 'link');
  end if;
  newest := clinic.current_consent(client.id, asked);
  if newest.state = 'withdrawn' then
    return;
  end if;
  perform clinic.audit('consent.withdraw', null, client.id, asked);
  insert into clinic.consent_entries (practice_id, client_id, states, source, text_version)
  values (
    client.practice_id, client.id, jsonb_build_object(asked, 'withdrawn'), 'link',
    coalesce(newest.text_version, clinic.newest_version()));
  update clinic.messages as m
  set state = 'cancelled', reason = 'the client asked for no more messages'
  where m.practice_id = client.practice_id
    and m.client_id in (select clinic.client_ids(client.id))
    and m.state = 'waiting';
end
$$;
