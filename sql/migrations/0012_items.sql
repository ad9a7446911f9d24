-- What a practice lets its clients do at home beside the content. These items hold nothing about a client, and outlive
-- every version of the content.

create table clinic.items (
  practice_id uuid not null,
  id text not null constraint items_id_form check (id ~ '^own\.[a-z0-9_]{1,40}$'),
  -- {"title", "category", "regions", "loads", "steps", "stop_if", "dose": {name: number}, "causes"}
  item jsonb not null constraint items_item_form check (
    coalesce(clinic.has_visible(item ->> 'title'), false)
    and coalesce(jsonb_typeof(item -> 'loads') = 'array', false)
    and coalesce(jsonb_typeof(item -> 'steps') = 'array' and item -> 'steps' <> '[]', false)
    and coalesce(jsonb_typeof(item -> 'dose') = 'object', false)
    and not item @? '$.dose.* ? (@.type() != "number" || @ < 1 || @ > 1000)'
    and length(item::text) <= 20000),
  -- A JPEG without anything but its pixels, and the words for a person who cannot see it.
  picture bytea constraint items_picture_small check (length(picture) <= 262144),
  picture_words text constraint items_picture_words_given check (clinic.has_visible(picture_words)),
  version integer not null default 1,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  retired_at timestamptz,
  constraint items_pkey primary key (practice_id, id),
  constraint items_added_by_fkey foreign key (practice_id, added_by) references clinic.practitioners,
  constraint items_picture_with_words check ((picture is null) = (picture_words is null))
);
select clinic.lock_by_practice('clinic.items');

-- Plans were checked by the kinds of load, so these stay as they were said.
create trigger items_keep_their_loads
  before update on clinic.items
  for each row
  when (old.item -> 'loads' is distinct from new.item -> 'loads')
  execute function clinic.refuse_change();

create trigger items_stay
  before update of practice_id, id, added_by, added_at or delete on clinic.items
  for each row execute function clinic.refuse_change();
