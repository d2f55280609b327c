-- One-time codes of devices and what became of them. code_hash: SHA-256. doors: a JSON array. public_key, commitment and
-- server_nonce: once a device has redeemed the code; confirmation: the short code, once it is pending. number: the
-- enrolment of the device that it became. challenge_hash: what the device is to sign next, valid once.
create table enrolments (
    id              text primary key,
    event           text not null references events (id),
    device          text not null,
    kind            text not null check (kind in ('KIOSK', 'DESK', 'DOOR')),
    title           text not null,
    doors           text not null,
    code_hash       text not null unique,
    state           text not null check (state in ('OPEN', 'REDEEMED', 'PENDING', 'CONFIRMED', 'REJECTED')),
    made_at         bigint not null,
    expires_at      bigint not null,
    public_key      text,
    commitment      text,
    server_nonce    text,
    confirmation    text,
    number          bigint,
    challenge_hash  text,
    challenge_until bigint
);
create index enrolments_by_event on enrolments (event, state, device);

-- Short-lived tokens of devices that prove a key. used_at: since when it is used; superseded_at: since when a later one
-- is. The rows that are superseded tell a copied disk.
create table device_tokens (
    token_hash      text primary key,
    event           text not null,
    device          text not null,
    enrolment       bigint not null,
    issued_at       bigint not null,
    expires_at      bigint not null,
    used_at         bigint,
    superseded_at   bigint,
    foreign key (event, device) references devices (event, id) on delete cascade
);
create index device_tokens_by_device on device_tokens (event, device, enrolment);

-- Since when two hold the key of the device's present enrolment.
alter table devices add column cloned_at bigint;
