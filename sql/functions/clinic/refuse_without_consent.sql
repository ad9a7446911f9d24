-- Refuses what rests on the consent of a client while they withhold it.
create or replace function clinic.refuse_without_consent(client uuid)
returns void
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  missing constant text := clinic.withheld_consents(client);
begin
  if missing is not null then
    perform clinic.refuse('PL423', 'the client does not agree: ' || missing);
  end if;
end
$$;
