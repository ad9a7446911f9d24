-- Returns the digits of a phone number, as clinic.phone_key has them, behind what tells how it is dialled: + before a
-- country's code (00 means the same), 0 within a country, and nothing where it may be either.
create or replace function clinic.phone_written(typed text)
returns text
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select
    case
      when normalize(typed, NFKC) ~ '^[^[:digit:]]*\+' or d.digits like '00%' then '+'
      when d.digits like '0%' then '0'
      else ''
    end || clinic.phone_key(typed)
  from (
    select regexp_replace(clinic.folded(replace(normalize(typed, NFKC), '(0)', '')), '[^0-9]', '', 'g')
  ) as d (digits)
$$;
