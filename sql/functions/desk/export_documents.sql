-- Returns the documents of the next `most` issued plans behind the plan `after`, byte for byte.
create or replace function desk.export_documents(after uuid, most integer)
returns table (plan uuid, variant text, bytes bytea)
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
begin
  perform clinic.require_sight('list export');
  perform clinic.require_owner();
  return query
    select d.plan_id, d.variant, d.bytes
    from (
      select p.id, p.client_id
      from clinic.plans as p
      where p.practice_id = (select clinic.my_practice()) and p.issued_at is not null
        and (export_documents.after is null or p.id > export_documents.after)
      order by p.id
      limit most
    ) as next
      join clinic.plan_documents as d on d.practice_id = (select clinic.my_practice()) and d.plan_id = next.id
      cross join lateral clinic.require_exportable(next.client_id)
    order by d.plan_id, d.variant;
end
$$;
