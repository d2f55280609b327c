-- The last call for help of each device; a new one takes its place.
create table help_calls (
    event           text not null,
    device          text not null,
    call            text not null,
    reason          text not null,
    called_at       bigint not null,
    acknowledged_at bigint,
    -- the desk that comes; null where an organiser does
    acknowledged_by text,
    ended_at        bigint,
    primary key (event, device)
);
