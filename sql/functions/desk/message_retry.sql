-- Has a message sent again that failed or came back, and one that waits for its next try sent at once.
create or replace function desk.message_retry(reference text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  message constant clinic.messages := clinic.require_message(reference);
begin
  if message.state not in ('failed', 'bounced', 'waiting') then
    perform clinic.refuse('PL409', 'the message is ' || message.state || ' already');
  end if;
  update clinic.messages as m
  set state = 'waiting', reason = null, handed_over_at = null, tries = 0, next_try_at = statement_timestamp()
  where m.practice_id = message.practice_id and m.id = message.id;
  perform clinic.audit('message.retry', message.id, message.client_id);
end
$$;
