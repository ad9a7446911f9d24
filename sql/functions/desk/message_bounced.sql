-- Records that a message that was sent came back.
create or replace function desk.message_bounced(reference text, reason text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  message constant clinic.messages := clinic.require_message(reference);
begin
  if message.state <> 'sent' then
    perform clinic.refuse('PL409', 'only a message that was sent comes back; this one is ' || message.state);
  end if;
  update clinic.messages as m
  set state = 'bounced', reason = message_bounced.reason
  where m.practice_id = message.practice_id and m.id = message.id;
  perform clinic.audit('message.bounce', message.id, message.client_id);
end
$$;
