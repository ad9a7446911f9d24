-- What happened at each visit. A draft can be edited or discarded; a signed visit stays as it was signed, and what is
-- to be said afterwards is added below it.

create table clinic.visits (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  held_on date not null constraint visits_held_on_sane check (held_on between '1950-01-01' and '2200-01-01'),
  minutes integer constraint visits_minutes_sane check (minutes between 1 and 720),
  -- What the client said, what was found, what was done and where, how they responded, and what comes next.
  note jsonb not null constraint visits_note_form
    check (
      jsonb_typeof(note) = 'object'
      and note - array['said', 'found', 'done', 'response', 'next'] = '{}'
      and not note @? '$.* ? (@.type() != "string")'
      and length(note::text) <= 60000),
  state text not null default 'draft' constraint visits_state_known check (state in ('draft', 'signed', 'amended')),
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  signed_at timestamptz,
  signed_by uuid,
  amended_at timestamptz,
  constraint visits_pkey primary key (practice_id, id),
  constraint visits_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint visits_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint visits_recorded_by_fkey foreign key (practice_id, recorded_by) references clinic.practitioners,
  constraint visits_signed_by_fkey foreign key (practice_id, signed_by) references clinic.practitioners,
  constraint visits_signed check ((state = 'draft') = (signed_at is null)),
  constraint visits_signed_by_someone check ((signed_at is null) = (signed_by is null)),
  -- A record of treatment says how long it took and what was done.
  constraint visits_signed_whole
    check (state = 'draft' or (minutes is not null and clinic.has_visible(coalesce(note ->> 'done', '')))),
  constraint visits_amended check ((state = 'amended') = (amended_at is not null))
);
create index visits_client_idx on clinic.visits (practice_id, client_id, held_on);
create index visits_draft_idx on clinic.visits (practice_id, recorded_at) where state = 'draft';
select clinic.lock_by_practice('clinic.visits');

create trigger visits_immutable
  before update or delete on clinic.visits
  for each row
  when (old.state <> 'draft')
  execute function clinic.refuse_change('state', 'amended_at');

create table clinic.visit_amendments (
  practice_id uuid not null,
  visit_id uuid not null,
  number integer not null constraint visit_amendments_number_positive check (number > 0),
  words text not null constraint visit_amendments_words_given
    check (clinic.has_visible(words) and length(words) <= 10000),
  author uuid not null,
  amended_at timestamptz not null default now(),
  constraint visit_amendments_pkey primary key (practice_id, visit_id, number),
  constraint visit_amendments_visit_fkey foreign key (practice_id, visit_id) references clinic.visits
    on delete cascade,
  constraint visit_amendments_author_fkey foreign key (practice_id, author) references clinic.practitioners
);
select clinic.lock_by_practice('clinic.visit_amendments');

create trigger visit_amendments_immutable
  before update or delete on clinic.visit_amendments
  for each row execute function clinic.refuse_change();
