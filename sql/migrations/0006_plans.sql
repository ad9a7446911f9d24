-- Home-care plans. A draft can be edited; a plan is issued with its wording and bytes, and then only replaced by a
-- revision.

create table clinic.plans (
  practice_id uuid not null,
  id uuid not null,
  short_id text not null,
  client_id uuid not null,
  intake_id uuid not null,
  evaluation_id uuid,
  -- The issued plan that this draft replaces when it is issued.
  revises uuid,
  content_version text not null,
  state text not null default 'draft' constraint plans_state_known
    check (state in ('draft', 'issued', 'revised', 'paused', 'closed')),
  version integer not null default 1,
  next_visit date,
  message text constraint plans_message_short check (length(message) <= 5000),
  created_by uuid not null,
  created_at timestamptz not null default now(),
  issued_at timestamptz,
  issued_by uuid,
  wording jsonb,
  -- The red flags, other than urgent ones, that pause the plan when a later intake or a check-in raises them, and keep
  -- it paused until they are acknowledged. Neither the door nor the database reasons about a plan, so the desk names
  -- them at issue. An urgent flag pauses every plan.
  pausing_flags text[] not null default '{}',
  revised_at timestamptz,
  paused_at timestamptz,
  closed_at timestamptz,
  constraint plans_pkey primary key (practice_id, id),
  constraint plans_short_id_fkey foreign key (practice_id, short_id) references clinic.short_ids,
  constraint plans_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint plans_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes,
  constraint plans_evaluation_fkey foreign key (practice_id, evaluation_id) references clinic.evaluations,
  constraint plans_revises_fkey foreign key (practice_id, revises) references clinic.plans deferrable,
  constraint plans_created_by_fkey foreign key (practice_id, created_by) references clinic.practitioners,
  constraint plans_issued_by_fkey foreign key (practice_id, issued_by) references clinic.practitioners,
  constraint plans_content_version_fkey foreign key (content_version) references clinic.content_versions,
  constraint plans_issued check ((state = 'draft') = (issued_at is null)),
  constraint plans_issued_by_someone check ((issued_at is null) = (issued_by is null)),
  constraint plans_issued_with_wording check ((issued_at is null) = (wording is null)),
  constraint plans_revised check ((state = 'revised') = (revised_at is not null)),
  constraint plans_paused check ((state = 'paused') = (paused_at is not null)),
  constraint plans_closed check ((state = 'closed') = (closed_at is not null))
);
create index plans_client_idx on clinic.plans (practice_id, client_id, created_at);
create index plans_intake_idx on clinic.plans (practice_id, intake_id);
create index plans_next_visit_idx on clinic.plans (practice_id, next_visit) where state in ('issued', 'paused');
select clinic.lock_by_practice('clinic.plans');

create trigger plans_immutable
  before update or delete on clinic.plans
  for each row
  when (old.state <> 'draft')
  execute function clinic.refuse_change('state', 'revised_at', 'paused_at', 'closed_at');

create table clinic.plan_items (
  practice_id uuid not null,
  plan_id uuid not null,
  position integer not null constraint plan_items_position_positive check (position > 0),
  item text not null,
  -- The phase of the plan in which the client starts with it.
  phase integer not null constraint plan_items_phase_small check (phase between 1 and 9),
  -- Why the item is offered and what limits it: arrays of content ids.
  sources jsonb not null constraint plan_items_sources_array check (jsonb_typeof(sources) = 'array'),
  effect text constraint plan_items_effect_known check (effect in ('caution', 'ask_first', 'block')),
  reasons jsonb not null constraint plan_items_reasons_array check (jsonb_typeof(reasons) = 'array'),
  override_reason text constraint plan_items_override_reason_given check (clinic.has_visible(override_reason)),
  override_clinician text constraint plan_items_override_clinician_given check (clinic.has_visible(override_clinician)),
  override_date date,
  -- The dose that the therapist set in place of the content's: {"amounts": {name: number}, "side", "reason"}.
  dose jsonb constraint plan_items_dose_form check (
    dose is null
    or coalesce(jsonb_typeof(dose -> 'amounts') = 'object', false)
      and not dose @? '$.amounts.* ? (@.type() != "number" || @ < 1 || @ > 1000)'
      and coalesce(dose ->> 'side' in ('left', 'right', 'both'), true)
      and coalesce(clinic.has_visible(dose ->> 'reason'), true)),
  note text constraint plan_items_note_short check (length(note) <= 2000),
  constraint plan_items_pkey primary key (practice_id, plan_id, position),
  constraint plan_items_once unique (practice_id, plan_id, item),
  constraint plan_items_plan_fkey foreign key (practice_id, plan_id) references clinic.plans on delete cascade,
  constraint plan_items_clinician_with_date check ((override_clinician is null) = (override_date is null))
);
select clinic.lock_by_practice('clinic.plan_items');

-- The items of a plan can change only while it is a draft.
create function clinic.refuse_change_of_issued_items()
returns trigger
language plpgsql
set search_path = pg_catalog, pg_temp
as $$
declare
  plan constant uuid := case tg_op when 'DELETE' then old.plan_id else new.plan_id end;
  practice constant uuid := case tg_op when 'DELETE' then old.practice_id else new.practice_id end;
begin
  if tg_op = 'UPDATE'
    or exists (select from clinic.plans as p where p.practice_id = practice and p.id = plan and p.state <> 'draft')
  then
    perform clinic.refuse('PL409', 'the items of an issued plan are immutable');
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;

create trigger plan_items_immutable
  before insert or update or delete on clinic.plan_items
  for each row execute function clinic.refuse_change_of_issued_items();

-- The renderings as the client got them, byte for byte.
create table clinic.plan_documents (
  practice_id uuid not null,
  plan_id uuid not null,
  variant text not null constraint plan_documents_variant_form check (variant ~ '^[a-z0-9-]{1,40}$'),
  bytes bytea not null,
  constraint plan_documents_pkey primary key (practice_id, plan_id, variant),
  constraint plan_documents_plan_fkey foreign key (practice_id, plan_id) references clinic.plans
    on delete cascade
);
select clinic.lock_by_practice('clinic.plan_documents');

create trigger plan_documents_immutable
  before update or delete on clinic.plan_documents
  for each row execute function clinic.refuse_change();

-- The client's copy, sealed under the secret of its link; and by itself what its check-ins ask about, so that a
-- check-in need not open the whole.
create table clinic.plan_copies (
  practice_id uuid not null,
  plan_id uuid not null,
  sealed bytea not null,
  sealed_basis bytea not null,
  expires_at timestamptz not null,
  constraint plan_copies_pkey primary key (practice_id, plan_id),
  constraint plan_copies_plan_fkey foreign key (practice_id, plan_id) references clinic.plans on delete cascade
);
alter table clinic.plan_copies
  alter column sealed set storage external,
  alter column sealed_basis set storage external;
select clinic.lock_by_practice('clinic.plan_copies');

create table clinic.plan_templates (
  practice_id uuid not null,
  name text not null constraint plan_templates_name_given
    check (clinic.has_visible(name) and clinic.is_line(name) and length(name) <= 100),
  items jsonb not null constraint plan_templates_items_array check (jsonb_typeof(items) = 'array'),
  saved_by uuid not null,
  saved_at timestamptz not null default now(),
  constraint plan_templates_pkey primary key (practice_id, name),
  constraint plan_templates_saved_by_fkey foreign key (practice_id, saved_by) references clinic.practitioners
);
select clinic.lock_by_practice('clinic.plan_templates');
