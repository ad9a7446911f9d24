-- Whether two phone numbers, as they were typed, are the same: digit by digit, or but for the code of the country that
-- one of them has in front. Numbers of two countries are never the same, nor are 0170 and 070. Fewer than six digits
-- tell nothing.
create or replace function clinic.is_same_number(one text, other text)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select least(length(clinic.phone_key(one)), length(clinic.phone_key(other))) >= 6
    and (
      clinic.phone_key(one) = clinic.phone_key(other)
      or exists (
        select
        from (values (one, other), (other, one)) as p (whole, short)
          cross join lateral (select clinic.phone_written(p.whole), clinic.phone_written(p.short)) as w (whole, short)
        where (w.whole like '+%' and w.short not like '+%' or w.whole like '1%' and w.short !~ '^[+0]')
          and (clinic.phone_keys(p.whole))[2] = clinic.phone_key(p.short)))
$$;
