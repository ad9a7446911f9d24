-- Returns the day that a text names as YYYY-MM-DD; null for anything else, such as a day that no calendar has.
create or replace function clinic.day_of(typed text)
returns date
language plpgsql
immutable
set search_path = pg_catalog, pg_temp
as $$
begin
  return case when typed ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' then typed::date end;
exception
  when datetime_field_overflow then
    return null;
end
$$;
