-- Writes a message that a therapist sends, or refuses it if it may not be sent. Returns when it is due.
create or replace function clinic.send_message(
  kind text, client uuid, channel text, target uuid, due_at timestamptz, visit_on date default null)
returns timestamptz
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  message clinic.messages;
  bar text;
begin
  message.practice_id := clinic.my_practice();
  message.kind := send_message.kind;
  message.client_id := send_message.client;
  message.channel := send_message.channel;
  message.target := send_message.target;
  message.created_at := statement_timestamp();
  bar := clinic.message_bar(message);
  if bar is not null then
    perform clinic.refuse('PL423', bar);
  elsif not exists (
    select from clinic.outbox_links as o
    where o.practice_id = message.practice_id and o.target = message.target)
  then
    perform clinic.refuse('PL409', 'the secret of this link is not known here; only who has the link knows it');
  end if;
  return clinic.write_message(kind, client, channel, target, due_at, visit_on);
end
$$;
