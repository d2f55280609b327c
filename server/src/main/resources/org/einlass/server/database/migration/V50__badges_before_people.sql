-- Badges that are printed before their people come: boxes by letters, runs, and one row for each sheet that lies in a
-- box. No name stands here; what a sheet shows is known by a keyed digest, by which a change is noticed.
create table badge_boxes (
    event           text not null references events (id),
    box             integer not null check (box between 1 and 60),
    first           text not null,
    letters         text not null,
    primary key (event, box)
);

create table badge_runs (
    event           text not null references events (id),
    number          integer not null check (number > 0),
    printed_at      bigint not null,
    printed_by      text not null,
    format          text not null,
    sheets          integer not null check (sheets >= 0),
    primary key (event, number)
);

-- A sheet without a registration is a spare one for handwriting.
create table badge_sheets (
    event           text not null references events (id),
    id              text not null,
    registration    text,
    badge           text not null,
    run             integer not null,
    box             integer not null,
    letters         text not null,
    number          integer not null,
    content         text not null,
    replaced        boolean not null,
    pulled_at       bigint,
    primary key (event, id)
);
create index badge_sheets_by_registration on badge_sheets (event, registration);
create index badge_sheets_by_run on badge_sheets (event, run);
