-- Records that a message that was sent within the last ten days came back, as a mail system reported. The outcome is
-- `noted`; `later` for a message that is being handed over, which a mail system can return before that is committed; or
-- `unknown` for any other, also one that is known to have come back.
create or replace function outbox.bounced(practice uuid, message uuid, reason text)
returns table (outcome text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  returned clinic.messages;
begin
  perform clinic.enter(bounced.practice);
  select m.* into returned
  from clinic.messages as m
  where m.practice_id = bounced.practice and m.id = bounced.message
  for update;
  if returned.state = 'sent' and returned.handed_over_at > statement_timestamp() - interval '10 days' then
    update clinic.messages as m
    set state = 'bounced', reason = bounced.reason
    where m.practice_id = returned.practice_id and m.id = returned.id;
    perform clinic.audit('message.bounce', returned.id, returned.client_id);
    return query select 'noted';
  else
    return query select case when returned.state = 'waiting' and returned.tries > 0 then 'later' else 'unknown' end;
  end if;
end
$$;
