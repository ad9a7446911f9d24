-- Records that the mail system, or the practice's command, has taken a message.
create or replace function outbox.handed_over(practice uuid, message uuid)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  sent clinic.messages;
begin
  perform clinic.enter(handed_over.practice);
  update clinic.messages as m
  set state = 'sent', reason = null, handed_over_at = statement_timestamp()
  where m.practice_id = handed_over.practice and m.id = handed_over.message and m.state in ('waiting', 'cancelled')
  returning m.* into sent;
  if found then
    perform clinic.audit('message.hand_over', sent.id, sent.client_id, sent.kind);
  end if;
end
$$;
