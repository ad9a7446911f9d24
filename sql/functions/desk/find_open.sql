-- Opens the list of clients, and the newest fifty clients not yet open in whose records these words occur, so that
-- desk.find may show the places. The audit says who searched and whom they found, but not the words.
create or replace function desk.find_open(words text, of_kind text default null)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if clinic.my_id() is null then
    perform clinic.refuse('PL403', 'this login belongs to no practitioner');
  end if;
  perform clinic.open_sight('list find', null);
  perform clinic.open_sight('client ' || h.client, h.client)
  from (
    select f.client
    from clinic.hits(words, of_kind) as f
    where f.kind <> 'client'
    group by f.client
    order by max(f.at) desc
    limit 50
  ) as h
  where not clinic.has_sight('client ' || h.client);
end
$$;
