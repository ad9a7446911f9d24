-- Clients, who in a practice may see them, and which changes can be undone.

create table clinic.clients (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  full_name text not null constraint clients_full_name_given
    check (clinic.has_visible(full_name) and clinic.is_line(full_name) and length(full_name) <= 300),
  email text constraint clients_email_given
    check (clinic.has_visible(email) and clinic.is_line(email) and length(email) <= 320),
  phone text constraint clients_phone_given
    check (clinic.has_visible(phone) and clinic.is_line(phone) and length(phone) <= 100),
  birth_date date constraint clients_birth_date_sane check (birth_date between '1850-01-01' and '2200-01-01'),
  practitioner_id uuid not null,
  archived_at timestamptz,
  -- A merged client keeps its row, and its records are read as the other client's. Undoing the merge therefore moves no
  -- record.
  merged_into uuid constraint clients_merged_elsewhere check (merged_into <> id),
  legal_hold text constraint clients_legal_hold_given
    check (clinic.has_visible(legal_hold) and length(legal_hold) <= 2000),
  created_at timestamptz not null default now(),
  -- Which of two who correct a client at once has read what the other wrote.
  version integer not null default 1,
  constraint clients_pkey primary key (practice_id, id),
  constraint clients_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint clients_practitioner_fkey foreign key (practice_id, practitioner_id) references clinic.practitioners,
  -- An archive may have the one merged before the other (clinic.insert_records).
  constraint clients_merged_into_fkey foreign key (practice_id, merged_into) references clinic.clients deferrable
);
create index clients_practitioner_idx on clinic.clients (practice_id, practitioner_id, id);
create index clients_merged_into_idx on clinic.clients (practice_id, merged_into) where merged_into is not null;
create index clients_read_as_idx on clinic.clients (practice_id, coalesce(merged_into, id));
select clinic.lock_by_practice('clinic.clients');

-- Counts the changes of a client's details, whoever makes them: an edit, a merge, or taking one of these back.
create function clinic.count_version()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
begin
  new.version := old.version + 1;
  return new;
end
$$;

create trigger clients_version
  before update of full_name, email, phone, birth_date on clinic.clients
  for each row execute function clinic.count_version();

-- Returns what people type in a form that can be compared: words without case, width, accents and punctuation. NFKD
-- turns an accent into a mark of its own (U+0300 and others). Hebrew and Arabic points, which are optional, and the
-- voicing marks of kana are removed in the same way. Letters that Unicode does not decompose, such as the Danish o with
-- a stroke, become the letters that people type for them, the last sigma of a word any other, and the digits of sixteen
-- scripts 0 to 9; the seldom ones are looked for first, because to replace many takes long. The ranges are written out,
-- because what a regular expression takes for a letter depends on the locale. Quotes and dashes of print are quick.
create function clinic.folded(typed text)
returns text
language sql
immutable
return case
  when octet_length(typed) = length(typed)
    then btrim(regexp_replace(lower(typed), '[\u0001-/:-@\u005b-`\u007b-\u007f]+', ' ', 'g'))
  when typed !~ '[^\u0001-\u007f\u2010-\u2016\u2018-\u201f]'
    then btrim(regexp_replace(lower(typed), '[\u0001-/:-@\u005b-`\u007b-\u007f\u2010-\u201f]+', ' ', 'g'))
  else btrim(regexp_replace(
    replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
        regexp_replace(
          lower(normalize(
            case
              when typed ~ '[\u0138\u0180-\u02af\u0660-\u0669\u06f0-\u06f9\u0966-\u17e9\u2c60-\u2c7f]'
                then translate(
                  lower(typed),
                  'ĸƀɓƈɖɗɛƒɠɨƙƚɲƞƥƭʈʋƴƶǥȥȼⱥⱦʉɇɉɍɏ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯੦੧੨੩੪੫੬੭੮੯૦૧૨૩૪૫૬૭૮૯୦୧୨୩୪୫୬୭୮୯'
                  '௦௧௨௩௪௫௬௭௮௯౦౧౨౩౪౫౬౭౮౯೦೧೨೩೪೫೬೭೮೯൦൧൨൩൪൫൬൭൮൯๐๑๒๓๔๕๖๗๘๙໐໑໒໓໔໕໖໗໘໙༠༡༢༣༤༥༦༧༨༩၀၁၂၃၄၅၆၇၈၉០១២៣៤៥៦៧៨៩',
                  'qbbcddefgiklnnpttvyzgzcatuejry' || repeat('0123456789', 16))
              else typed
            end, NFKD)),
          '[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a'
            '\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff'
            '\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f]',
          '', 'g'),
      'ø', 'o'), 'ł', 'l'), 'đ', 'd'), 'ð', 'd'), 'ı', 'i'), 'ħ', 'h'), 'ŧ', 't'), 'ŋ', 'n'), 'ς', 'σ'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[\u0001-/:-@\u005b-`\u007b-\u00bf×÷\u02b0-\u02ff\u05be\u05f3\u05f4\u2000-\u206f\u3000-\u303f\u30a0\u30fb]+',
    ' ', 'g'))
end;

-- Returns the words of what people type. Numbers lose leading zeros, because +351 912 is also dialled as 0912.
-- Its body is bound, so that it becomes a part of the statement that calls it: a call of its own takes longer than its
-- work.
create function clinic.words_in(typed text)
returns setof text
language sql
immutable
begin atomic
  select distinct left(w.word, 60)
  from string_to_table(clinic.folded(typed), ' ') as s (part)
    cross join lateral (select case when s.part ~ '^[0-9]+$' then ltrim(s.part, '0') else s.part end) as w (word)
  where w.word <> '';
end;

-- The words by which a client is found. A search takes every word by its beginning, from a b-tree. Behind row security
-- PostgreSQL uses an index on text only for leakproof operators: comparisons are leakproof, LIKE and trigrams are not.
create table clinic.client_words (
  practice_id uuid not null,
  word text collate "C" not null,
  client_id uuid not null,
  constraint client_words_pkey primary key (practice_id, word, client_id),
  constraint client_words_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade
);
create index client_words_client_idx on clinic.client_words (practice_id, client_id);
select clinic.lock_by_practice('clinic.client_words');

-- Stores the words of a client. A phone number is found from any of its digits on, and whole, with = before it, by one
-- that has + or 00 and a country's code in front.
create function clinic.put_client_words()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  number constant text := clinic.phone_key(new.phone);
begin
  delete from clinic.client_words as w
  where w.practice_id = new.practice_id and w.client_id = new.id;
  insert into clinic.client_words (practice_id, word, client_id)
  select new.practice_id, word, new.id
  from (
    select clinic.name_words(new.full_name) as word
    union
    select clinic.words_in(new.email)
    union
    select clinic.words_in(new.phone)
    union
    select substr(number, n) from generate_series(1, length(number)) as n
    union
    select '=' || number where number <> ''
  ) as words;
  return null;
end
$$;

create trigger clients_words
  after insert or update of full_name, email, phone on clinic.clients
  for each row execute function clinic.put_client_words();

-- Lets a colleague see a client until a time: given by the client's practitioner, or taken in an emergency with a
-- reason.
create table clinic.client_shares (
  practice_id uuid not null,
  client_id uuid not null,
  practitioner_id uuid not null,
  granted_by uuid not null,
  granted_at timestamptz not null default now(),
  until timestamptz not null constraint client_shares_ends check (until > granted_at),
  granted_in xid8 not null default pg_current_xact_id(),
  break_glass_reason text constraint client_shares_reason_given check (clinic.has_visible(break_glass_reason)),
  constraint client_shares_pkey primary key (practice_id, client_id, practitioner_id),
  constraint client_shares_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_shares_practitioner_fkey foreign key (practice_id, practitioner_id)
    references clinic.practitioners,
  constraint client_shares_break_glass check ((break_glass_reason is null) = (granted_by <> practitioner_id))
);
create index client_shares_practitioner_idx on clinic.client_shares (practice_id, practitioner_id, client_id);
select clinic.lock_by_practice('clinic.client_shares');

create table clinic.client_notes (
  practice_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  note text not null constraint client_notes_note_given check (clinic.has_visible(note) and length(note) <= 20000),
  author uuid not null,
  written_at timestamptz not null default now(),
  struck_at timestamptz,
  constraint client_notes_pkey primary key (practice_id, id),
  constraint client_notes_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint client_notes_author_fkey foreign key (practice_id, author) references clinic.practitioners
);
create index client_notes_client_idx on clinic.client_notes (practice_id, client_id, written_at);
select clinic.lock_by_practice('clinic.client_notes');

create trigger client_notes_immutable
  before update or delete on clinic.client_notes
  for each row execute function clinic.refuse_change('struck_at');

-- The clients and lists that a login has opened; the audit entry is committed in the same transaction. A row does not
-- count in the transaction that wrote it, so nobody can look and then roll the entry back.
create table clinic.sights (
  practice_id uuid not null,
  login name not null,
  -- 'client' and the id of the client, or 'list' and the name of the list.
  subject text not null constraint sights_subject_form
    check (subject ~ '^(client [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|list [a-z]+)$'),
  opened_at timestamptz not null default clock_timestamp(),
  opened_in xid8 not null default pg_current_xact_id(),
  constraint sights_pkey primary key (practice_id, login, subject),
  constraint sights_practice_fkey foreign key (practice_id) references clinic.practices (practice_id)
);
select clinic.lock_by_practice('clinic.sights');

-- Makes sure that the entry is on disk before anybody sees the record. Whoever opens a record may switch
-- synchronous_commit off after the call, so this switches it on again when the transaction commits. If SET CONSTRAINTS
-- fires it earlier, its update fires the trigger again within itself, and the transaction is refused.
create function clinic.commit_durably()
returns trigger
language plpgsql
security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  if pg_trigger_depth() > 1 then
    perform clinic.refuse('PL409', 'this is checked when the transaction commits');
  end if;
  perform set_config('synchronous_commit', 'on', true);
  if tg_op = 'INSERT' then
    update clinic.sights as s
    set opened_at = s.opened_at
    where s.practice_id = new.practice_id and s.login = new.login and s.subject = new.subject;
  end if;
  return null;
end
$$;
create constraint trigger sights_commit_durably
  after insert or update on clinic.sights
  deferrable initially deferred
  for each row execute function clinic.commit_durably();

-- All that remains of an erased client: the fact that there was one. After a restore the same clients are erased again.
create table clinic.erasures (
  practice_id uuid not null,
  client_id uuid not null,
  erased_at timestamptz not null default now(),
  -- Null if the operator repeated the erasure after a restore.
  erased_by uuid,
  removed jsonb not null,
  constraint erasures_pkey primary key (practice_id, client_id),
  constraint erasures_erased_by_fkey foreign key (practice_id, erased_by) references clinic.practitioners
);
select clinic.lock_by_practice('clinic.erasures');

create trigger erasures_immutable
  before update or delete on clinic.erasures
  for each row execute function clinic.refuse_change();
