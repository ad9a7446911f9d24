-- Returns the clients that the caller may see, by name: at most `most`, or with null all.
create or replace function desk.client_list(including_archived boolean, most integer default null)
returns setof clinic.client_records
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform clinic.require_sight('list clients');
  return query
    select r.*
    from clinic.client_records as r
    where including_archived or not r.archived
    order by lower(r.full_name), r.id
    limit most;
end
$$;
