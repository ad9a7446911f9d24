-- Written before a copy of a client's whole record leaves the database.
create or replace function desk.export_audit(reference text, format text)
returns void
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
declare
  client constant clinic.clients := clinic.require_client(reference);
begin
  perform clinic.audit('client.export', client.id, client.id, format);
end
$$;
