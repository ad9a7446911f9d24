-- Returns the newest places, at most `most` and those of the same client, where these words occur in what the caller
-- may see: in names and contacts, and in the notes, answers, visits and messages of plans that are filed under
-- `mine`. Nothing else has any influence on what is returned. `of_kind` null searches all of them. A record must have
-- all of the words, each from its beginning, in any case and with or without accents; a choice has the words of its
-- id. A row of an intake holds the question and the whole answer, any other the whole text; the caller puts it into
-- words, and finds the place in it.
--
-- Clients are read one after the other, those first in whose records one of the words was written last, and no more
-- than can have one of the newest places. After a thousand clients it ends, so that words which all have and nobody
-- has in one record do not read the whole practice.
create or replace function clinic.hits(words text, of_kind text, most integer, mine uuid[])
returns table (
  kind text, id uuid, short_id text, filed_under uuid, at timestamptz, body text, content_version text,
  question text, answer jsonb)
language plpgsql
stable
set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_column
declare
  wanted constant text[] := array(select clinic.words_in(words));
  found_clients uuid[];
  file record;
  place record;
  times timestamptz[] := '{}';
begin
  if cardinality(wanted) = 0 then
    perform clinic.refuse('PL422', 'say what to look for');
  end if;
  if of_kind is null or of_kind = 'client' then
    -- Here, because the view has three parts, and each would look for them.
    found_clients := clinic.clients_with(words);
    return query
      select
        'client', c.id, c.short_id, c.id, c.created_at,
        concat_ws(' ', c.full_name, c.email, c.phone), null, null, null::jsonb
      from clinic.client_records as c
      where c.id = any (found_clients)
      order by c.created_at desc
      limit most;
  end if;
  if of_kind = 'client' then
    return;
  end if;
  for file in
    select null::uuid as client_id, 'infinity'::timestamptz as told_at, null::bigint as records
    union all
    select f.client_id, f.told_at, f.records from clinic.files_with(wanted, mine) as f
    order by told_at desc
  loop
    exit when (select count(*) from unnest(times) as t where t >= file.told_at) >= most;
    for place in select * from clinic.places(wanted, of_kind, file.client_id, file.records, mine) loop
      times := times || place.at;
      kind := place.kind;
      id := place.id;
      short_id := place.short_id;
      filed_under := place.filed_under;
      at := place.at;
      body := case when place.answer is null then place.body end;
      content_version := place.content_version;
      question := place.question;
      answer := place.answer;
      return next;
    end loop;
  end loop;
end
$$;
