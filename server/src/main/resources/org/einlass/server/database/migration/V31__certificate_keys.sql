-- The key with which an event signs its certificates of attendance, sealed under the server's own; made with the first
-- certificate and never changed, so that certificates stay verifiable.
create table certificate_keys (
    event           text primary key references events (id),
    public_key      text not null,
    sealed          text not null,
    created_at      bigint not null
);
