-- Returns the clients whose name, e-mail and phone number hold all of `words`, each from its beginning, whether or not
-- the caller may see them. O'Brien finds OBrien, and a phone number one that is kept without its country's code.
create or replace function clinic.clients_with(words text)
returns uuid[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  typed constant text[] := array(select clinic.words_in(words));
  joined constant text[] := array(select clinic.words_in(clinic.joined(words)));
  numbers constant text[] := case when clinic.folded(words) !~ '[^0-9 ]' then clinic.phone_keys(words) end;
begin
  return array(
    select unnest(clinic.clients_with_all(typed))
    union
    select unnest(clinic.clients_with_all(joined)) where joined <> typed
    union
    select w.client_id
    from clinic.client_words as w
    where w.practice_id = (select clinic.my_practice())
      -- Six digits and more are a number by which somebody is called.
      and w.word = any (array(select '=' || n from unnest(numbers) as n where length(n) >= 6)));
end
$$;
