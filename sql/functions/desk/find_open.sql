-- Opens the list of what is found, and the clients in whose records the newest places are, at most `most` of them and a
-- hundred: those who are not open yet. Then desk.find may show the places. The audit says who searched and whom they
-- found, but not the words.
create or replace function desk.find_open(words text, of_kind text default null, most integer default 50)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_member();
  perform clinic.open_sight('list find', null);
  perform clinic.open_sight('client ' || h.client, h.client)
  from (
    select coalesce(own.merged_into, own.id) as client
    from clinic.hits(words, of_kind, most, clinic.my_files()) as f
      -- By its key, as in desk.find.
      join clinic.clients as own on own.practice_id = (select clinic.my_practice()) and own.id = f.filed_under
    where f.kind <> 'client'
    group by coalesce(own.merged_into, own.id)
    order by max(f.at) desc
    limit least(most, 100)
  ) as h
  where not clinic.has_sight('client ' || h.client);
end
$$;
