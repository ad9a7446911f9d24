-- How it is going between the visits, told from the page of a plan.

create table clinic.checkins (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  plan_id uuid not null,
  -- weekly: a few questions; full: the fuller form of certain weeks; worry: what a client who worries is asked.
  form text not null constraint checkins_form_known check (form in ('weekly', 'full', 'worry')),
  submission_key uuid not null,
  digest bytea not null constraint checkins_digest_sha256 check (octet_length(digest) = 32),
  content_version text not null,
  answers jsonb not null constraint checkins_answers_object
    check (jsonb_typeof(answers) = 'object' and length(answers::text) <= 100000),
  submitted_at timestamptz not null default now(),
  read_at timestamptz,
  read_by uuid,
  -- What its reader wrote of it. The answer to red flags stands with each flag.
  note text constraint checkins_note_given check (clinic.has_visible(note)),
  constraint checkins_pkey primary key (practice_id, id),
  constraint checkins_once unique (practice_id, plan_id, submission_key, digest),
  constraint checkins_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint checkins_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint checkins_plan_fkey foreign key (practice_id, plan_id) references clinic.plans on delete cascade,
  constraint checkins_content_version_fkey foreign key (content_version) references clinic.content_versions,
  constraint checkins_read_by_fkey foreign key (practice_id, read_by) references clinic.practitioners,
  constraint checkins_read_by_someone check ((read_at is null) = (read_by is null)),
  constraint checkins_note_of_reader check (note is null or read_at is not null)
);
create index checkins_client_idx on clinic.checkins (practice_id, client_id, submitted_at);
create index checkins_unread_idx on clinic.checkins (practice_id, plan_id) where read_at is null;
select clinic.lock_by_practice('clinic.checkins');

create trigger checkins_immutable
  before update or delete on clinic.checkins
  for each row execute function clinic.refuse_change('read_at', 'read_by', 'note');

create table clinic.checkin_flags (
  practice_id uuid not null,
  checkin_id uuid not null,
  flag text not null,
  urgency text not null constraint checkin_flags_urgency_known
    check (urgency in ('caution', 'refer', 'urgent', 'emergency')),
  title text not null,
  raised_at timestamptz not null default now(),
  acknowledged_at timestamptz,
  acknowledged_by uuid,
  action text constraint checkin_flags_action_known check (action in ('refer', 'adapt', 'proceed')),
  note text,
  constraint checkin_flags_pkey primary key (practice_id, checkin_id, flag),
  constraint checkin_flags_checkin_fkey foreign key (practice_id, checkin_id) references clinic.checkins
    on delete cascade,
  constraint checkin_flags_acknowledged_by_fkey foreign key (practice_id, acknowledged_by)
    references clinic.practitioners,
  constraint checkin_flags_acknowledged
    check (
      (acknowledged_at is null) = (acknowledged_by is null)
      and (acknowledged_at is null) = (action is null)
      and (acknowledged_at is null) = (note is null))
);
select clinic.lock_by_practice('clinic.checkin_flags');

create trigger checkin_flags_immutable
  before update or delete on clinic.checkin_flags
  for each row execute function clinic.refuse_change('acknowledged_at', 'acknowledged_by', 'action', 'note');

-- The items of an issued plan that hurt a lot. The page shows them as paused until the plan is revised.
create table clinic.item_pauses (
  practice_id uuid not null,
  plan_id uuid not null,
  item text not null,
  checkin_id uuid not null,
  paused_at timestamptz not null default now(),
  constraint item_pauses_pkey primary key (practice_id, plan_id, item),
  constraint item_pauses_item_fkey foreign key (practice_id, plan_id, item)
    references clinic.plan_items (practice_id, plan_id, item) on delete cascade,
  constraint item_pauses_checkin_fkey foreign key (practice_id, checkin_id) references clinic.checkins
    on delete cascade
);
select clinic.lock_by_practice('clinic.item_pauses');

create trigger item_pauses_immutable
  before update or delete on clinic.item_pauses
  for each row execute function clinic.refuse_change();
