-- From the link that a client gets to the answers that a therapist accepts.

-- Maps the hash of a link's secret to its practice. The door knows nothing but the secret.
create table clinic.links (
  secret_hash bytea not null constraint links_secret_hash_sha256 check (octet_length(secret_hash) = 32),
  practice_id uuid not null,
  kind text not null constraint links_kind_known check (kind in ('invite', 'plan', 'photo', 'stop')),
  target uuid not null,
  constraint links_pkey primary key (secret_hash)
);
create index links_target_idx on clinic.links (practice_id, target);
create policy by_secret on clinic.links
  using (session_user = 'plumbline_door' or practice_id = (select clinic.my_practice()))
  with check (practice_id = (select clinic.my_practice()));
alter table clinic.links enable row level security, force row level security;

-- The invites. Whether one is expired follows from expires_at when it is read, so no job has to update the table.
create table clinic.invites (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  content_version text not null,
  state text not null default 'created' constraint invites_state_known
    check (state in ('created', 'opened', 'started', 'submitted', 'revoked')),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  opened_at timestamptz,
  started_at timestamptz,
  submitted_at timestamptz,
  revoked_at timestamptz,
  -- The answers that the client gave before, sealed under the link's secret. Whoever opens the link sees them only with
  -- the birth date on record or the code, and has five tries.
  prefill bytea constraint invites_prefill_short check (octet_length(prefill) <= 1000000),
  history_code_hash bytea constraint invites_history_code_hash_sha256 check (octet_length(history_code_hash) = 32),
  wrong_history_tries integer not null default 0
    constraint invites_five_history_tries check (wrong_history_tries between 0 and 5),
  -- Wrong codes are counted for a quarter of an hour at a time.
  wrong_resume_codes integer not null default 0,
  wrong_resume_codes_since timestamptz,
  -- Whether the form is filled in on a device that others use too, such as the tablet in the room.
  on_shared_device boolean not null default false,
  constraint invites_pkey primary key (practice_id, id),
  constraint invites_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint invites_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint invites_created_by_fkey foreign key (practice_id, created_by) references clinic.practitioners,
  constraint invites_content_version_fkey foreign key (content_version) references clinic.content_versions,
  constraint invites_expire_later check (expires_at > created_at),
  constraint invites_revoked check ((state = 'revoked') = (revoked_at is not null)),
  constraint invites_submitted check ((state = 'submitted') = (submitted_at is not null)),
  constraint invites_created check ((state = 'created') = (opened_at is null and revoked_at is null)),
  constraint invites_started
    check ((state in ('started', 'submitted')) = (started_at is not null and revoked_at is null)),
  constraint invites_opened_before_started check (started_at is null or opened_at is not null),
  constraint invites_history_guarded check (history_code_hash is null or prefill is not null)
) with (fillfactor = 70);
create index invites_client_idx on clinic.invites (practice_id, client_id, created_at);
select clinic.lock_by_practice('clinic.invites');

-- Drafts, sealed under a key that only the client's browser holds. Here is only the hash of the key.
create table clinic.drafts (
  practice_id uuid not null,
  invite_id uuid not null,
  key_hash bytea not null constraint drafts_key_hash_sha256 check (octet_length(key_hash) = 32),
  sealed bytea not null constraint drafts_sealed_short check (octet_length(sealed) <= 1000000),
  saved_at timestamptz not null default now(),
  version integer not null default 1,
  -- Begun and not yet answered, as the program that sealed it says. Such a draft makes room for one with answers.
  is_empty boolean not null default false,
  constraint drafts_pkey primary key (practice_id, invite_id, key_hash),
  constraint drafts_invite_fkey foreign key (practice_id, invite_id) references clinic.invites on delete cascade
) with (fillfactor = 70);
alter table clinic.drafts alter column sealed set storage external;
select clinic.lock_by_practice('clinic.drafts');

-- The key of a draft, sealed under a code that the client can type on another device.
create table clinic.resume_codes (
  practice_id uuid not null,
  invite_id uuid not null,
  key_hash bytea not null,
  code_hash bytea not null constraint resume_codes_code_hash_sha256 check (octet_length(code_hash) = 32),
  wrapped_key bytea not null constraint resume_codes_wrapped_key_short check (octet_length(wrapped_key) <= 1000),
  constraint resume_codes_pkey primary key (practice_id, invite_id, key_hash),
  constraint resume_codes_draft_fkey foreign key (practice_id, invite_id, key_hash) references clinic.drafts
    on delete cascade
);
select clinic.lock_by_practice('clinic.resume_codes');

create table clinic.intakes (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  -- How the answers came: sent by the client through an invite, or taken by a therapist on the phone or from paper.
  invite_id uuid,
  -- The first form of an invite is 1. Later ones, from other browsers or with other answers, are kept beside it.
  ordinal integer not null default 1,
  submission_key uuid,
  digest bytea constraint intakes_digest_sha256 check (octet_length(digest) = 32),
  taken_by uuid,
  content_version text not null,
  answers jsonb not null constraint intakes_answers_object check (jsonb_typeof(answers) = 'object'),
  massage text not null constraint intakes_massage_known check (massage in ('ok', 'modify', 'defer', 'stop')),
  submitted_at timestamptz not null default now(),
  -- flagged: red flags were raised. Each must be acknowledged before the intake can be accepted.
  state text not null constraint intakes_state_known
    check (state in ('submitted', 'flagged', 'accepted', 'returned', 'amended')),
  accepted_at timestamptz,
  accepted_by uuid,
  returned_at timestamptz,
  returned_by uuid,
  returned_question text,
  returned_message text,
  amended_at timestamptz,
  constraint intakes_pkey primary key (practice_id, id),
  constraint intakes_invite_ordinal_key unique (practice_id, invite_id, ordinal),
  constraint intakes_four_per_invite check (ordinal between 1 and case when invite_id is null then 1 else 4 end),
  constraint intakes_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint intakes_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint intakes_invite_fkey foreign key (practice_id, invite_id) references clinic.invites,
  constraint intakes_taken_by_fkey foreign key (practice_id, taken_by) references clinic.practitioners,
  constraint intakes_accepted_by_fkey foreign key (practice_id, accepted_by) references clinic.practitioners,
  constraint intakes_returned_by_fkey foreign key (practice_id, returned_by) references clinic.practitioners,
  constraint intakes_content_version_fkey foreign key (content_version) references clinic.content_versions,
  constraint intakes_sent_or_taken check ((invite_id is null) = (taken_by is not null)),
  constraint intakes_sent_with_key
    check ((invite_id is null) = (submission_key is null) and (invite_id is null) = (digest is null)),
  constraint intakes_accepted check ((state = 'accepted') = (accepted_at is not null)),
  constraint intakes_accepted_by_someone check ((accepted_at is null) = (accepted_by is null)),
  constraint intakes_returned check ((state = 'returned') = (returned_at is not null)),
  constraint intakes_returned_by_someone check ((returned_at is null) = (returned_by is null)),
  constraint intakes_returned_with_message check ((returned_at is null) = (returned_message is null)),
  constraint intakes_amended check (state <> 'amended' or amended_at is not null)
);
-- It has what clinic.client_steps asks of every intake, whose answers are long.
create index intakes_client_idx on clinic.intakes (practice_id, client_id, submitted_at) include (state, ordinal);
create index intakes_to_review_idx on clinic.intakes (practice_id, submitted_at)
  where state in ('submitted', 'flagged', 'amended');
select clinic.lock_by_practice('clinic.intakes');

create trigger intakes_immutable
  before update or delete on clinic.intakes
  for each row execute function clinic.refuse_change(
    'state', 'accepted_at', 'accepted_by', 'returned_at', 'returned_by', 'returned_question', 'returned_message',
    'amended_at');

-- Corrections by a therapist: the answers as they are to be read from then on. The answers that were sent stay.
create table clinic.intake_amendments (
  practice_id uuid not null,
  intake_id uuid not null,
  number integer not null constraint intake_amendments_number_positive check (number > 0),
  content_version text not null,
  answers jsonb not null constraint intake_amendments_answers_object check (jsonb_typeof(answers) = 'object'),
  massage text not null constraint intake_amendments_massage_known
    check (massage in ('ok', 'modify', 'defer', 'stop')),
  author uuid not null,
  amended_at timestamptz not null default now(),
  reason text not null constraint intake_amendments_reason_given check (clinic.has_visible(reason)),
  constraint intake_amendments_pkey primary key (practice_id, intake_id, number),
  constraint intake_amendments_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes
    on delete cascade,
  constraint intake_amendments_author_fkey foreign key (practice_id, author) references clinic.practitioners,
  constraint intake_amendments_content_version_fkey foreign key (content_version)
    references clinic.content_versions
);
select clinic.lock_by_practice('clinic.intake_amendments');

create trigger intake_amendments_immutable
  before update or delete on clinic.intake_amendments
  for each row execute function clinic.refuse_change();

create table clinic.intake_flags (
  practice_id uuid not null,
  intake_id uuid not null,
  flag text not null,
  urgency text not null constraint intake_flags_urgency_known
    check (urgency in ('caution', 'refer', 'urgent', 'emergency')),
  title text not null,
  raised_at timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  action text constraint intake_flags_action_known check (action in ('refer', 'adapt', 'proceed')),
  note text,
  constraint intake_flags_pkey primary key (practice_id, intake_id, flag),
  constraint intake_flags_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes
    on delete cascade,
  constraint intake_flags_acknowledged_by_fkey foreign key (practice_id, acknowledged_by)
    references clinic.practitioners,
  constraint intake_flags_acknowledged
    check (
      (acknowledged_at is null) = (acknowledged_by is null)
      and (acknowledged_at is null) = (action is null)
      and (acknowledged_at is null) = (note is null))
);
select clinic.lock_by_practice('clinic.intake_flags');

create trigger intake_flags_immutable
  before update or delete on clinic.intake_flags
  for each row execute function clinic.refuse_change('acknowledged_at', 'acknowledged_by', 'action', 'note');

-- The client's copy of what was sent, sealed for the browser that sent it.
create table clinic.submitted_copies (
  practice_id uuid not null,
  intake_id uuid not null,
  key_hash bytea not null constraint submitted_copies_key_hash_sha256 check (octet_length(key_hash) = 32),
  sealed bytea not null constraint submitted_copies_sealed_short check (octet_length(sealed) <= 1000000),
  constraint submitted_copies_pkey primary key (practice_id, intake_id),
  constraint submitted_copies_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes
    on delete cascade
);
alter table clinic.submitted_copies alter column sealed set storage external;
select clinic.lock_by_practice('clinic.submitted_copies');

create trigger submitted_copies_immutable
  before update or delete on clinic.submitted_copies
  for each row execute function clinic.refuse_change();
