-- What an organiser tells the team at a device; a new message takes its place.
create table device_messages (
    event    text not null,
    device   text not null,
    id       text not null,
    text     text not null,
    sent_at  bigint not null,
    -- since when the device says that its team can read it
    shown_at bigint,
    primary key (event, device)
);
