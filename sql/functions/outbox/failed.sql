-- Records that a message could not be handed over. It is tried again, ten times in all, unless no try can help.
create or replace function outbox.failed(practice uuid, message uuid, reason text, for_good boolean)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  unsent clinic.messages;
begin
  perform clinic.enter(failed.practice);
  update clinic.messages as m
  set state = 'failed', reason = failed.reason
  where m.practice_id = failed.practice and m.id = failed.message and m.state = 'waiting'
    and (failed.for_good or m.tries >= 10)
  returning m.* into unsent;
  if found then
    perform clinic.audit('message.fail', unsent.id, unsent.client_id, failed.reason);
  end if;
end
$$;
