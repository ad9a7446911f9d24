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
      when t.dialled like '%+%' and clinic.folded(split_part(t.dialled, '+', 1)) !~ '[0-9]' or d.digits like '00%'
        then '+'
      when d.digits like '0%' then '0'
      else ''
    end || ltrim(d.digits, '0')
  from (select replace(normalize(typed, NFKC), '(0)', '')) as t (dialled)
    cross join lateral (select regexp_replace(clinic.folded(t.dialled), '[^0-9]', '', 'g')) as d (digits)
$$;
