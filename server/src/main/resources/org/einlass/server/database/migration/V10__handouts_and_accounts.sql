-- What tickets and reports say of an event, as JSON: days, opening, place, directions, access.
alter table events add column handout text not null default '{}';

-- People and programs that may use the interface besides devices. The token itself is nowhere.
create table accounts (
    token_hash      text primary key,
    role            text not null check (role in ('ORGANISER', 'AUDITOR')),
    title           text not null,
    created_at      bigint not null,
    revoked_at      bigint
);

-- A list without keys finds its rows again by fingerprint.
create index registrations_by_fingerprint on registrations (event, fingerprint) where fingerprint is not null;

-- Where a device may scan.
create table device_doors (
    event           text not null,
    device          text not null,
    door            text not null,
    primary key (event, device, door),
    foreign key (event, device) references devices (event, id) on delete cascade,
    foreign key (event, door) references doors (event, id)
);
