-- Returns the clients whose name, e-mail and phone number hold all of `words`, each from its beginning, whether or not
-- the caller may see them.
create or replace function clinic.clients_with(words text)
returns uuid[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
  wanted constant text[] := array(select clinic.words_in(words));
  -- The upper bounds are computed here and not in the query. Behind row security an index is used only if every
  -- function in the condition is leakproof, and concatenation is not.
  beyond constant text[] := array(select w || chr(1114111) from unnest(wanted) as w);
begin
  return array(
    select w.client_id
    from unnest(wanted, beyond) as p (word, beyond)
      join clinic.client_words as w
        on w.practice_id = (select clinic.my_practice()) and w.word >= p.word and w.word < p.beyond
    group by w.client_id
    having count(distinct p.word) = cardinality(wanted));
end
$$;
