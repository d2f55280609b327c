-- What every scan reads and writes lies in the tree of its key on SQLite, not in a second one beside it: half the pages
-- to find, and half the pages to write to the log at each commit.

create table answers_new (
    event           text not null,
    id              text not null,
    device          text not null,
    door            text not null,
    content         text not null,
    lookup          text,
    registration    text,
    verdict         text not null check (verdict in ('ADMITTED', 'PROVISIONAL', 'REFUSED')),
    refusal         text,
    arrived_at      bigint,
    unconfirmed_device text,
    unconfirmed_at  bigint,
    prints          boolean not null,
    phase           text not null check (phase in ('REHEARSAL', 'LIVE', 'CLOSED')),
    answered_at     bigint not null,
    outcome         text check (outcome in ('ADMITTED', 'PROVISIONAL', 'REFUSED')),
    primary key (event, id)
) ${by_key};
insert into answers_new (event, id, device, door, content, lookup, registration, verdict, refusal, arrived_at,
    unconfirmed_device, unconfirmed_at, prints, phase, answered_at, outcome)
select event, id, device, door, content, lookup, registration, verdict, refusal, arrived_at,
    unconfirmed_device, unconfirmed_at, prints, phase, answered_at, outcome from answers order by event, id;
drop table answers;
alter table answers_new rename to answers;
create index answers_unconfirmed on answers (event, phase, door) where outcome is null and verdict = 'ADMITTED';

create table claims_new (
    event           text not null,
    scan            text not null,
    registration    text not null,
    scope           text not null,
    period          text not null,
    device          text not null,
    claimed_at      bigint not null,
    released        bigint,
    released_by     text,
    primary key (event, scan)
) ${by_key};
insert into claims_new (event, scan, registration, scope, period, device, claimed_at, released, released_by)
select event, scan, registration, scope, period, device, claimed_at, released, released_by from claims
order by event, scan;
drop table claims;
alter table claims_new rename to claims;
create unique index claims_held on claims (event, registration, scope, period) where released is null;

-- A badge code may exist before a person: then registration is null.
create table codes_new (
    event           text not null references events (id),
    lookup          text not null,
    kind            text not null check (kind in ('TICKET', 'BADGE', 'EXTERNAL')),
    registration    text,
    sealed          text not null,
    number          integer not null default 1,
    issued_at       bigint not null,
    revoked_at      bigint,
    replaced_at     bigint,
    primary key (event, lookup),
    foreign key (event, registration) references registrations (event, id) on delete cascade
) ${by_key};
insert into codes_new (event, lookup, kind, registration, sealed, number, issued_at, revoked_at, replaced_at)
select event, lookup, kind, registration, sealed, number, issued_at, revoked_at, replaced_at from codes
order by event, lookup;
drop table codes;
alter table codes_new rename to codes;
create index codes_by_registration on codes (event, registration);

-- The badge to print is the first one here, without sorting.
create index codes_of_badges on codes (event, registration, number desc, issued_at desc, lookup)
    where kind = 'BADGE' and revoked_at is null and replaced_at is null and sealed <> '';

create table boots_new (
    event           text not null,
    device          text not null,
    boot            text not null,
    base            bigint not null,
    uncertainty     bigint not null,
    wall_error      bigint not null,
    source          text not null check (source in ('CONTACT', 'OFFSET')),
    primary key (event, device, boot)
) ${by_key};
insert into boots_new (event, device, boot, base, uncertainty, wall_error, source)
select event, device, boot, base, uncertainty, wall_error, source from boots;
drop table boots;
alter table boots_new rename to boots;

create table standings_new (
    event           text not null,
    phase           text not null,
    subject         text not null,
    scope           text not null,
    period          text not null,
    held            boolean not null,
    first_at        bigint,
    last_exit_at    bigint,
    primary key (event, subject, phase, scope, period)
) ${by_key};
insert into standings_new (event, phase, subject, scope, period, held, first_at, last_exit_at)
select event, phase, subject, scope, period, held, first_at, last_exit_at from standings;
drop table standings;
alter table standings_new rename to standings;
