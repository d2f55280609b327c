-- Answers and claims are the server's; facts are the devices'. No foreign and no unique key but its own id stands in
-- the way of a fact.

-- What the server said to a scan, once and for ever. Outcome is filled when the device reports it.
create table answers (
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
);
create index answers_unconfirmed on answers (event, phase, door) where outcome is null and verdict = 'ADMITTED';
create index answers_by_registration on answers (event, registration);

-- The server's reservation of "once" for (registration, scope, period), as long as released is null.
create table claims (
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
);
create unique index claims_held on claims (event, registration, scope, period) where released is null;

-- Journal entries as reported. at, uncertainty and sure are derived from the clocks and may be improved; body never.
create table facts (
    event           text not null,
    id              text not null,
    device          text not null,
    epoch           text not null,
    sequence        bigint not null,
    type            text not null,
    phase           text not null check (phase in ('REHEARSAL', 'LIVE', 'CLOSED')),
    boot            text not null,
    wall            bigint not null,
    monotonic       bigint not null,
    at              bigint not null,
    uncertainty     bigint not null,
    sure            boolean not null,
    door            text,
    lookup          text,
    subject         text,
    refers          text,
    proven          boolean,
    content         text not null,
    body            text not null,
    received_at     bigint not null,
    primary key (event, id)
);
create index facts_by_lookup on facts (event, lookup);
create index facts_by_subject on facts (event, subject);
create index facts_by_reference on facts (event, refers);
create index facts_by_boot on facts (event, device, boot);
create index facts_by_sequence on facts (event, device, epoch, sequence);
create index facts_by_type on facts (event, type);

-- What could not be understood, or reuses an id: kept as it came, with its reason.
create table quarantine (
    event           text not null,
    device          text not null,
    content         text not null,
    entry           text,
    epoch           text,
    sequence        bigint,
    reason          text not null,
    body            text not null,
    received_at     bigint not null,
    primary key (event, device, content)
);

create table epochs (
    event           text not null,
    device          text not null,
    epoch           text not null,
    predecessor     text,
    high_water      bigint not null,
    seen_at         bigint not null,
    primary key (event, device, epoch)
);

-- Server clock minus monotonic time of one boot of a device, from its best contact; wall_error is server clock minus
-- device clock at that contact.
create table boots (
    event           text not null,
    device          text not null,
    boot            text not null,
    base            bigint not null,
    uncertainty     bigint not null,
    wall_error      bigint not null,
    source          text not null check (source in ('CONTACT', 'OFFSET')),
    primary key (event, device, boot)
);

-- All facts of a device from a moment on that a person set aside.
create table set_asides (
    event           text not null,
    device          text not null,
    from_at         bigint not null,
    operator        text not null,
    made_at         bigint not null,
    primary key (event, device)
);

-- Projections of the facts, written in the facts' transaction, rebuildable at any time.
create table presences (
    event           text not null,
    phase           text not null,
    area            text not null,
    subject         text not null,
    inside          boolean not null,
    counted         boolean not null,
    changed_at      bigint not null,
    primary key (event, phase, area, subject)
);
create index presences_by_subject on presences (event, subject);

create table head_counts (
    event           text not null,
    phase           text not null,
    area            text not null,
    people          bigint not null,
    primary key (event, phase, area)
);

create table standings (
    event           text not null,
    phase           text not null,
    subject         text not null,
    scope           text not null,
    period          text not null,
    held            boolean not null,
    first_at        bigint,
    last_exit_at    bigint,
    primary key (event, phase, subject, scope, period)
);

create table conflicts (
    event           text not null,
    id              text not null,
    subject         text not null,
    kind            text not null,
    entries         text not null,
    settled         boolean not null,
    primary key (event, id)
);
create index conflicts_by_subject on conflicts (event, subject);
