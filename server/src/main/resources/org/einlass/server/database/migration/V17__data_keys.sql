-- The key under which desks read who is behind a code, sealed under the server's own; one at a time for each event.
create table data_keys (
    event           text primary key references events (id),
    number          bigint not null,
    sealed          text not null,
    created_at      bigint not null
);
