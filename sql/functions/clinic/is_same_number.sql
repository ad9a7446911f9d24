-- Whether two phone numbers, as clinic.phone_key returns them, are the same but for a country's code or a prefix in
-- front of one. Fewer than six digits tell nothing.
create or replace function clinic.is_same_number(one text, other text)
returns boolean
language sql
immutable
set search_path = pg_catalog, pg_temp
as $$
  select least(length(one), length(other)) >= 6
    and (right(one, length(other)) = other or right(other, length(one)) = one)
$$;
