-- The keys of the events' letter boxes: what desks post there only this server can open.
create table letter_keys (
    event           text not null references events (id),
    number          integer not null,
    sealed          text not null,
    created_at      bigint not null,
    primary key (event, number)
);

-- Letters lie beside the facts that they came with, as they came, and can be erased without touching a fact.
create table letters (
    event           text not null,
    entry           text not null,
    registration    text not null,
    letter          text not null,
    primary key (event, entry)
);
create index letters_by_registration on letters (event, registration);

-- Fields of registrations that desks decide about. base: what stood there without any desk; empty for the status of a
-- registration that only a desk's fact holds. effective: what the facts made of it. absorbed: facts that somebody knew
-- who changed the field by hand since.
create table desk_fields (
    event           text not null,
    registration    text not null,
    field           text not null,
    base            text not null,
    effective       text not null,
    absorbed        text not null default '',
    primary key (event, registration, field)
);

-- Replaced by a badge that a desk made, as the facts known so far show it; revoked_at is this server's own decision.
alter table codes add column replaced_at bigint;
