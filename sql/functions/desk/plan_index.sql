-- Returns the plans of a client, or with null of all clients that the caller may see, newest first, without their
-- contents: at most `most`, or with null all. With a version of the content only the issued ones that were made with
-- another.
create or replace function desk.plan_index(
  client text, most integer default null, other_than text default null)
returns table (
  id uuid, short_id text, client_id uuid, client_name text, state text, created_at timestamptz, issued_at timestamptz,
  items bigint, content_version text)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  subject clinic.clients;
begin
  if plan_index.client is null then
    perform clinic.require_sight('list plans');
  else
    subject := clinic.require_client(plan_index.client);
  end if;
  return query
    select
      r.id, r.short_id, r.client, r.client_name, r.state, r.created_at, r.issued_at,
      (
        select count(*)
        from clinic.plan_items as i
        where i.practice_id = (select clinic.my_practice()) and i.plan_id = r.id
      ),
      r.content_version
    from clinic.plan_records as r
    where (subject.id is null or r.client = subject.id)
      and (plan_index.other_than is null or r.state = 'issued' and r.content_version <> plan_index.other_than)
    order by r.created_at desc, r.id desc
    limit most;
end
$$;
