-- The figures of an event as they were when it was closed, and which devices had not delivered everything then.
-- behind: titles of devices, one a line.
create table closings (
    event           text not null references events (id),
    frozen_at       bigint not null,
    frozen_by       text not null,
    registered      bigint not null,
    arrived         bigint not null,
    behind          text not null,
    primary key (event)
);
