-- Under which number somebody is reached on the day; for organisers and desks only.
create table registration_phones (
    event           text not null,
    registration    text not null,
    phone           text not null,
    primary key (event, registration),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);

-- Guests of honour whom somebody has met and accompanies.
create table accompanied_guests (
    event           text not null,
    registration    text not null,
    since           bigint not null,
    noted_by        text not null,
    primary key (event, registration),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);

-- A page about one room that a phone opens by a secret: counts what comes and goes, and nothing else.
create table room_links (
    event           text not null references events (id),
    id              text not null,
    area            text not null,
    secret_hash     text not null unique,
    made_at         bigint not null,
    made_by         text not null,
    expires_at      bigint not null,
    revoked_at      bigint,
    primary key (event, id)
);
