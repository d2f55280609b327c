-- Sealed under the server's key when the first one starts, so that a missing or another key is told before it does harm.
create table server_key_canary (
    id              integer primary key check (id = 1),
    sealed          text not null,
    made_at         bigint not null
);
