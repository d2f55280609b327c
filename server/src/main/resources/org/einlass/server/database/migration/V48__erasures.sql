-- Whose registration was erased: what devices report of them later brings no name back.
create table erased_registrations (
    event           text not null,
    registration    text not null,
    erased_at       bigint not null,
    primary key (event, registration)
);

-- What was erased, when, by whom and why. registration: null for all people of an event. counts: a JSON object of table
-- and rows. cleaned_at: since when no deleted byte is left in the database's files.
create table erasures (
    event           text not null,
    id              text not null,
    registration    text,
    reason          text not null check (reason in ('REQUESTED', 'RETENTION', 'RESTORED')),
    erased_at       bigint not null,
    erased_by       text not null,
    counts          text not null,
    cleaned_at      bigint,
    primary key (event, id)
);

-- Devices that may have held what was erased, until they have said that they hold it no more.
create table erasure_devices (
    event           text not null,
    erasure         text not null,
    device          text not null,
    enrolment       bigint not null,
    acknowledged_at bigint,
    primary key (event, erasure, device)
);

-- The day on which all people of an event are erased. due_seen_at: when the server first saw that day gone by; it waits
-- a day more, so that a wrong clock erases nobody.
create table retention_dates (
    event           text primary key references events (id),
    erase_on        text not null,
    due_seen_at     bigint
);
