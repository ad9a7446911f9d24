-- Records in the audit that the caller looks at a subject, which is the message of the refusal PL428: 'client ID' or
-- 'list NAME'. The subject is shown to later transactions only, for 15 minutes. An export holds whole records, so with
-- it every client who may be in it is opened.
create or replace function desk.sight_open(subject text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client clinic.clients;
begin
  perform clinic.require_member();
  if starts_with(subject, 'client ') then
    client := clinic.visible_client(substr(subject, length('client ') + 1));
    perform clinic.open_sight('client ' || client.id, client.id);
  elsif subject ~ '^list [a-z]{1,30}$' then
    perform clinic.open_sight(subject, null);
    if subject = 'list export' then
      perform clinic.open_clients(
        array(
          select c.id
          from clinic.visible_clients as c
          where c.merged_into is null and not clinic.has_sight('client ' || c.id)));
    end if;
  else
    perform clinic.refuse('PL422', 'a client or a list is opened');
  end if;
end
$$;
