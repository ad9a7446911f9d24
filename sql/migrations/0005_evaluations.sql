-- Postural evaluations. A draft can be edited; a signed evaluation can only be amended.

create table clinic.evaluations (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  content_version text not null,
  -- {"findings": {...}, "trigger_points": [...]}
  body jsonb not null constraint evaluations_body_form
    check (jsonb_typeof(body -> 'findings') = 'object' and jsonb_typeof(body -> 'trigger_points') = 'array'),
  state text not null default 'draft' constraint evaluations_state_known
    check (state in ('draft', 'signed', 'amended')),
  version integer not null default 1,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  signed_at timestamptz,
  signed_by uuid,
  amended_at timestamptz,
  constraint evaluations_pkey primary key (practice_id, id),
  constraint evaluations_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint evaluations_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint evaluations_recorded_by_fkey foreign key (practice_id, recorded_by) references clinic.practitioners,
  constraint evaluations_signed_by_fkey foreign key (practice_id, signed_by) references clinic.practitioners,
  constraint evaluations_content_version_fkey foreign key (content_version) references clinic.content_versions,
  constraint evaluations_signed check ((state = 'draft') = (signed_at is null)),
  constraint evaluations_signed_by_someone check ((signed_at is null) = (signed_by is null)),
  constraint evaluations_amended check ((state = 'amended') = (amended_at is not null))
);
create index evaluations_client_idx on clinic.evaluations (practice_id, client_id, recorded_at);
select clinic.lock_by_practice('clinic.evaluations');

create trigger evaluations_immutable
  before update or delete on clinic.evaluations
  for each row
  when (old.state <> 'draft')
  execute function clinic.refuse_change('state', 'amended_at');

create table clinic.evaluation_amendments (
  practice_id uuid not null,
  evaluation_id uuid not null,
  number integer not null constraint evaluation_amendments_number_positive check (number > 0),
  content_version text not null,
  body jsonb not null constraint evaluation_amendments_body_form
    check (jsonb_typeof(body -> 'findings') = 'object' and jsonb_typeof(body -> 'trigger_points') = 'array'),
  author uuid not null,
  amended_at timestamptz not null default now(),
  reason text not null constraint evaluation_amendments_reason_given check (clinic.has_visible(reason)),
  constraint evaluation_amendments_pkey primary key (practice_id, evaluation_id, number),
  constraint evaluation_amendments_evaluation_fkey foreign key (practice_id, evaluation_id)
    references clinic.evaluations on delete cascade,
  constraint evaluation_amendments_author_fkey foreign key (practice_id, author) references clinic.practitioners,
  constraint evaluation_amendments_content_version_fkey foreign key (content_version)
    references clinic.content_versions
);
select clinic.lock_by_practice('clinic.evaluation_amendments');

create trigger evaluation_amendments_immutable
  before update or delete on clinic.evaluation_amendments
  for each row execute function clinic.refuse_change();
