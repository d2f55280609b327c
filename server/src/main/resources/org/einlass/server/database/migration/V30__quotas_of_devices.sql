-- What each device has reported since its quota was last released, and how much it may. Without a row, or where nothing
-- is said, the usual quota holds. blocked_at: since when the organiser takes no reports of it. No foreign key: a reported
-- fact is never refused.
create table device_quotas (
    event           text not null,
    device          text not null,
    entries         bigint not null default 0,
    bytes           bigint not null default 0,
    most_entries    bigint,
    most_bytes      bigint,
    blocked_at      bigint,
    primary key (event, device)
);
