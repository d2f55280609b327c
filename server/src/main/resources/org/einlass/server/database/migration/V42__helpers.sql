-- Helpers whose badges open devices for a day. The badge's code and the PIN stand sealed under the server's key, to be
-- printed; what devices get is sealed by the badge's code. The name stands here and nowhere else.
create table helpers (
    event           text not null references events (id),
    id              text not null,
    name            text not null,
    work            text not null check (work in ('DESK', 'DOOR', 'BOTH')),
    day             text not null,
    lookup          text not null,
    secrets         text not null,
    pass            text not null,
    made_at         bigint not null,
    ended_at        bigint,
    primary key (event, id)
);
create index helpers_valid on helpers (event, day) where ended_at is null;

-- Where a helper's badge was barred after wrong PINs, the last time at each device.
create table helper_locks (
    event           text not null,
    helper          text not null,
    device          text not null,
    misses          integer not null check (misses > 0),
    heard_at        bigint not null,
    primary key (event, helper, device)
);
