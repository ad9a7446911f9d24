-- Whether two phone numbers, as they were typed, are the same: digit by digit, or but for the code of a country that
-- one of them has in front. The practice's country is not known, so a number that is dialled within a country is the
-- same as with the code of any; its 0 stands for no code, so that 020 3486 1234 is not +20 3 486 1234. 0170 and 070 are
-- not the same, either. Fewer than six digits tell nothing.
create or replace function clinic.is_same_number(one text, other text)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select least(length(clinic.phone_key(one)), length(clinic.phone_key(other))) >= 6
    and (
      clinic.phone_key(one) = clinic.phone_key(other)
        and not array[left(clinic.phone_written(one), 1), left(clinic.phone_written(other), 1)] @> '{+,0}'
      or exists (
        select
        from (values (one, other), (other, one)) as p (whole, short)
          cross join lateral (select clinic.phone_written(p.whole), clinic.phone_written(p.short)) as w (whole, short)
        where (w.whole like '+%' and w.short not like '+%' or w.whole like '1%' and w.short !~ '^[+0]')
          and (clinic.phone_keys(p.whole))[2] = clinic.phone_key(p.short)))
$$;
