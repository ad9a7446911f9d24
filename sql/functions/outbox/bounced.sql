-- Records that a message that was sent came back, as a mail system reported. Says whether it is one of the practice's
-- that was not known to have come back.
create or replace function outbox.bounced(practice uuid, message uuid, reason text)
returns table (noted boolean)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  returned clinic.messages;
begin
  perform clinic.enter(bounced.practice);
  update clinic.messages as m
  set state = 'bounced', reason = bounced.reason
  where m.practice_id = bounced.practice and m.id = bounced.message and m.state = 'sent'
  returning m.* into returned;
  if found then
    perform clinic.audit('message.bounce', returned.id, returned.client_id);
  end if;
  return query select returned.id is not null;
end
$$;
