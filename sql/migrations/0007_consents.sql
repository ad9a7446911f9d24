-- What a client agreed to, what they refused or took back, and what they wish of the practice.

-- Whether care rests on a consent: on every line of the form that is agreed to or not ("I agree to massage and a
-- posture check ..."). The others are permissions, for photos, reminders and talking with the physician: a no to one is
-- an answer like any other, and care goes on without what they would permit.
create function clinic.is_required_consent(consent text)
returns boolean
language sql
immutable
return consent not in ('consent.photos', 'consent.reminders', 'consent.contact_physician');

-- One entry each time something is said, about one consent or about all of a form; of what is said about one consent
-- the newest counts. One row a form, since every form that is sent waits for it.
create table clinic.consent_entries (
  practice_id uuid not null,
  client_id uuid not null,
  at timestamptz not null default clock_timestamp(),
  -- By the id of the consent's question in the content.
  states jsonb not null constraint consent_entries_states_form
    check (
      jsonb_typeof(states) = 'object'
      and not states @? '$.* ? (!(@ == "given" || @ == "refused" || @ == "withdrawn" || @ == "renewed"
        || @ == "overridden"))'),
  -- What was chosen, where there is more to choose from than yes and no.
  choices jsonb,
  -- 'link': the link in a message by which its reader asks for no more of them.
  source text not null constraint consent_entries_source_known
    check (source in ('intake', 'sheet', 'wish', 'therapist', 'link')),
  -- The content whose words were agreed to.
  text_version text not null,
  intake_id uuid,
  -- Null when the client said it, through a link.
  recorded_by uuid,
  reason text constraint consent_entries_reason_given check (clinic.has_visible(reason) and length(reason) <= 2000),
  constraint consent_entries_pkey primary key (practice_id, client_id, at),
  constraint consent_entries_client_fkey foreign key (practice_id, client_id) references clinic.clients
    on delete cascade,
  constraint consent_entries_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes,
  constraint consent_entries_recorded_by_fkey foreign key (practice_id, recorded_by) references clinic.practitioners,
  constraint consent_entries_text_version_fkey foreign key (text_version) references clinic.content_versions,
  constraint consent_entries_by_therapist check ((source = 'therapist') <= (reason is not null)),
  constraint consent_entries_from_intake check ((source in ('intake', 'link')) = (recorded_by is null))
);
create index consent_entries_objections_idx on clinic.consent_entries (practice_id, client_id)
  where states @? '$.* ? (@ == "refused" || @ == "withdrawn")';
create index consent_entries_yearly_idx on clinic.consent_entries (practice_id, at)
  where states ?| array['consent.treatment', 'consent.health_data'];
select clinic.lock_by_practice('clinic.consent_entries');

create trigger consent_entries_immutable
  before update or delete on clinic.consent_entries
  for each row execute function clinic.refuse_change();

-- Told from the client's own page, and done by the practice.
create table clinic.wishes (
  practice_id uuid not null,
  id uuid not null default gen_random_uuid(),
  client_id uuid not null,
  -- The form from whose page it was told, or the link of a form, for what is wished before one is sent or after the
  -- link ended, or the plan whose link has ended.
  intake_id uuid,
  invite_id uuid,
  plan_id uuid,
  kind text not null constraint wishes_kind_known
    check (kind in ('withdraw_consent', 'copy_of_record', 'call', 'new_link', 'new_plan_link')),
  told_at timestamptz not null default clock_timestamp(),
  done_at timestamptz,
  done_by uuid,
  constraint wishes_pkey primary key (practice_id, id),
  constraint wishes_client_fkey foreign key (practice_id, client_id) references clinic.clients on delete cascade,
  constraint wishes_intake_fkey foreign key (practice_id, intake_id) references clinic.intakes,
  constraint wishes_invite_fkey foreign key (practice_id, invite_id) references clinic.invites on delete cascade,
  constraint wishes_plan_fkey foreign key (practice_id, plan_id) references clinic.plans on delete cascade,
  constraint wishes_told_on_one_page check (num_nonnulls(intake_id, invite_id, plan_id) = 1),
  constraint wishes_told_of_a_link check ((invite_id is not null) = (kind in ('call', 'new_link'))),
  constraint wishes_told_of_a_plan check ((plan_id is not null) = (kind = 'new_plan_link')),
  constraint wishes_done_by_fkey foreign key (practice_id, done_by) references clinic.practitioners,
  constraint wishes_done_by_someone check ((done_at is null) = (done_by is null))
);
create unique index wishes_open_key on clinic.wishes (practice_id, intake_id, kind) where done_at is null;
create unique index wishes_open_of_link_key on clinic.wishes (practice_id, invite_id, kind) where done_at is null;
create unique index wishes_open_of_plan_key on clinic.wishes (practice_id, plan_id) where done_at is null;
create index wishes_client_idx on clinic.wishes (practice_id, client_id, told_at);
select clinic.lock_by_practice('clinic.wishes');

create trigger wishes_immutable
  before update or delete on clinic.wishes
  for each row execute function clinic.refuse_change('done_at', 'done_by');
