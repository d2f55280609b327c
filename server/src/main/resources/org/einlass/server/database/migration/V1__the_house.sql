-- Ids are lower-case text, times are UTC milliseconds, closed alternatives are checked text, secrets are sealed.
-- The same statements build SQLite and PostgreSQL.

create table events (
    id              text primary key,
    title_german    text not null,
    title_english   text not null,
    zone            text not null,
    day_start       text not null default '04:00',
    phase           text not null default 'REHEARSAL' check (phase in ('REHEARSAL', 'LIVE', 'CLOSED')),
    salt            text not null,
    hotline         text,
    incarnation     text not null,
    version         bigint not null default 1
);

-- One row an event, updated last in a transaction: commit order is number order.
create table feed_counters (
    event           text primary key references events (id),
    number          bigint not null default 0
);

-- The newest change of each key; a reader's cursor is (incarnation, number).
create table feed (
    event           text not null references events (id),
    kind            text not null,
    key             text not null,
    number          bigint not null,
    version         bigint not null,
    primary key (event, kind, key)
);
create unique index feed_in_order on feed (event, number);

create table code_keys (
    event           text not null references events (id),
    generation      text not null,
    sealed          text not null,
    created_at      bigint not null,
    primary key (event, generation)
);

create table programmes (
    event           text not null references events (id),
    id              text not null,
    title_german    text not null,
    title_english   text not null,
    position        integer not null default 0,
    version         bigint not null default 1,
    primary key (event, id)
);

create table categories (
    event           text not null references events (id),
    id              text not null,
    title_german    text not null,
    title_english   text not null,
    colour          text not null,
    counts_as_visitor boolean not null default true,
    position        integer not null default 0,
    version         bigint not null default 1,
    primary key (event, id)
);

create table areas (
    event           text not null references events (id),
    id              text not null,
    title_german    text not null,
    title_english   text not null,
    parent          text,
    permitted       integer check (permitted >= 0),
    head_count      text not null default 'SOFT' check (head_count in ('SOFT', 'HARD')),
    version         bigint not null default 1,
    primary key (event, id),
    foreign key (event, parent) references areas (event, id)
);

create table doors (
    event           text not null references events (id),
    id              text not null,
    title_german    text not null,
    title_english   text not null,
    area            text not null,
    direction       text not null check (direction in ('ENTRY', 'EXIT')),
    scope           text not null,
    rule            text not null,
    rule_version    integer not null default 1,
    prints          boolean not null default false,
    version         bigint not null default 1,
    primary key (event, id),
    foreign key (event, area) references areas (event, id)
);

create table sessions (
    event           text not null references events (id),
    id              text not null,
    programme       text not null,
    title_german    text not null,
    title_english   text not null,
    area            text not null,
    starts_at       bigint not null,
    ends_at         bigint not null,
    seats           integer check (seats >= 0),
    version         bigint not null default 1,
    primary key (event, id),
    foreign key (event, programme) references programmes (event, id),
    foreign key (event, area) references areas (event, id)
);

create table registrations (
    event           text not null references events (id),
    id              text not null,
    status          text not null
        check (status in ('CONFIRMED', 'WAITLISTED', 'CANCELLED', 'BLOCKED', 'REPRESENTED')),
    category        text not null,
    sector          text
        check (sector in ('FEDERAL', 'STATE', 'MUNICIPAL', 'BUSINESS', 'SCIENCE', 'OTHER')),
    federal_state   text,
    salutation      text not null default '',
    title           text not null default '',
    given_name      text not null default '',
    particle        text not null default '',
    family_name     text not null,
    function        text not null default '',
    organisation    text not null default '',
    department      text not null default '',
    badge_name      text not null default '',
    pronunciation   text not null default '',
    own_key         text,
    fingerprint     text,
    booking_number  text not null,
    represents      text,
    merged_into     text,
    created_at      bigint not null,
    version         bigint not null default 1,
    primary key (event, id),
    foreign key (event, category) references categories (event, id)
);
create unique index registrations_by_booking_number on registrations (event, booking_number);
create unique index registrations_by_own_key on registrations (event, own_key) where own_key is not null;
create index registrations_by_family_name on registrations (event, family_name);

create table registration_programmes (
    event           text not null,
    registration    text not null,
    programme       text not null,
    primary key (event, registration, programme),
    foreign key (event, registration) references registrations (event, id) on delete cascade,
    foreign key (event, programme) references programmes (event, id)
);

-- Days a registration is for, as ISO dates; none means every day.
create table registration_days (
    event           text not null,
    registration    text not null,
    day             text not null,
    primary key (event, registration, day),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);

create table bookings (
    event           text not null,
    session         text not null,
    registration    text not null,
    booked_at       bigint not null,
    primary key (event, session, registration),
    foreign key (event, session) references sessions (event, id),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);
create index bookings_by_registration on bookings (event, registration);

-- A badge code may exist before a person: then registration is null.
create table codes (
    event           text not null references events (id),
    lookup          text not null,
    kind            text not null check (kind in ('TICKET', 'BADGE', 'EXTERNAL')),
    registration    text,
    sealed          text not null,
    number          integer not null default 1,
    issued_at       bigint not null,
    revoked_at      bigint,
    primary key (event, lookup),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);
create index codes_by_registration on codes (event, registration);

create table devices (
    event           text not null references events (id),
    id              text not null,
    title           text not null,
    kind            text not null check (kind in ('KIOSK', 'DESK', 'DOOR')),
    door            text,
    token_hash      text unique,
    revoked_at      bigint,
    seen_at         bigint,
    version         bigint not null default 1,
    primary key (event, id)
);
