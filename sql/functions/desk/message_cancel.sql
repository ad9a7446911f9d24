-- Cancels a message that waits, or settles one that failed or came back.
create or replace function desk.message_cancel(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  message constant clinic.messages := clinic.require_message(reference);
begin
  if message.state in ('sent', 'cancelled') then
    perform clinic.refuse('PL409', 'the message is ' || message.state || ' already');
  end if;
  update clinic.messages as m
  set state = 'cancelled', reason = 'by the therapist', handed_over_at = null
  where m.practice_id = message.practice_id and m.id = message.id;
  perform clinic.audit('message.cancel', message.id, message.client_id);
end
$$;
