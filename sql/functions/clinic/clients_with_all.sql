-- Returns the clients whose name, e-mail and phone number hold all of these words, as clinic.words_in returns them,
-- each from its beginning; of no words, nobody.
create or replace function clinic.clients_with_all(wanted text[])
returns uuid[]
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
declare
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
