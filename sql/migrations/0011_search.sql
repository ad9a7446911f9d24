-- What lets a search, a list and the day's work read few records in a practice that has many.

-- The words that were said or written about a client, and when last. A search takes every word by its beginning, as in
-- clinic.client_words, and then reads the records of the few clients who were told of last. So a word that is no
-- longer in any record does no harm. It goes when the client is erased.
--
-- What is still open has no words here: an intake that waits for review, a draft. It may go away or change, and there
-- is little of it, so it is read as it stands. That also keeps this work away from the form that a client sends.
create table clinic.record_words (
  practice_id uuid not null,
  word text collate "C" not null,
  client_id uuid not null,
  last_at timestamptz not null,
  -- The marks of the records that have the word (clinic.record_mark), so that words which are in different records do
  -- not have all of these read. All bits are set where they are not known.
  records bigint not null default -1,
  constraint record_words_pkey primary key (practice_id, word, client_id),
  constraint record_words_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade
) with (fillfactor = 90);
create index record_words_client_idx on clinic.record_words (practice_id, client_id);
select clinic.lock_by_practice('clinic.record_words');

-- Returns one of 64 bits for a record. Two records of a client may have the same, so a search that goes by it reads a
-- record too many, and never one too few.
create function clinic.record_mark(id uuid)
returns bigint
language sql
immutable
return 1::bigint << (get_byte(uuid_send(id), 15) & 63);

-- Stores the words of a record once it is closed. Its arguments are the kind of record, as clinic.record_texts has it,
-- and the column of its id.
create function clinic.keep_words()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  insert into clinic.record_words as kept (practice_id, word, client_id, last_at, records)
  select t.practice_id, w.word, t.client_id, t.at, clinic.record_mark(t.id)
  from clinic.record_texts as t
    cross join lateral clinic.words_in(t.body) as w (word)
  where t.practice_id = new.practice_id and t.kind = tg_argv[0] and t.id = (to_jsonb(new) ->> tg_argv[1])::uuid
    and not t.is_open
  -- In one order for all, so that two who write about the same client do not wait for each other in a circle.
  order by w.word
  on conflict (practice_id, word, client_id) do update
    set last_at = greatest(kept.last_at, excluded.last_at), records = kept.records | excluded.records
    where kept.last_at < excluded.last_at or kept.records | excluded.records <> kept.records;
  return null;
end
$$;

create trigger client_notes_words
  after insert on clinic.client_notes
  for each row execute function clinic.keep_words('note', 'id');
create trigger intakes_words
  after update of state on clinic.intakes
  for each row
  when (new.state in ('accepted', 'returned'))
  execute function clinic.keep_words('intake', 'id');
create trigger visits_words
  after update of state on clinic.visits
  for each row
  when (old.state = 'draft' and new.state <> 'draft')
  execute function clinic.keep_words('visit', 'id');
create trigger visit_amendments_words
  after insert on clinic.visit_amendments
  for each row execute function clinic.keep_words('visit', 'visit_id');
create trigger plans_words
  after update of state on clinic.plans
  for each row
  when (old.state = 'draft' and new.state <> 'draft')
  execute function clinic.keep_words('plan', 'id');

-- What is open, and the newest of everything.
create index intakes_newest_idx on clinic.intakes (practice_id, submitted_at);
create index invites_newest_idx on clinic.invites (practice_id, created_at);
create index invites_open_idx on clinic.invites (practice_id, expires_at)
  where state in ('created', 'opened', 'started');
create index evaluations_draft_idx on clinic.evaluations (practice_id, recorded_at) where state = 'draft';
create index plans_newest_idx on clinic.plans (practice_id, created_at);
create index checkins_newest_idx on clinic.checkins (practice_id, submitted_at, id);
create index plans_draft_idx on clinic.plans (practice_id, created_at) where state = 'draft';
