-- Returns the digits under which a phone number may be known: its own, and those that are dialled within its country,
-- without the code of the country (ITU-T E.164). In North America 1 is written before ten digits without a sign, too.
create or replace function clinic.phone_keys(typed text)
returns text[]
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select array_remove(
    array[
      clinic.phone_key(typed),
      case
        when w.written like '+%'
          then ltrim(
            substr(
              w.written,
              -- A code that is none of these has three digits.
              2 + coalesce(
                length(
                  substring(
                    w.written from '^\+([17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])')),
                3)),
            '0')
        when w.written ~ '^1[2-9][0-9]{9}$' then substr(w.written, 2)
      end],
    null)
  from (select clinic.phone_written(typed)) as w (written)
$$;
