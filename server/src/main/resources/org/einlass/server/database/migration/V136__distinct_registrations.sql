-- Pairs that look like one person and of which an organiser has said that they are two; registration has the lower id.
create table distinct_registrations (
    event           text not null,
    registration    text not null,
    other           text not null,
    decided_at      bigint not null,
    decided_by      text not null,
    primary key (event, registration, other),
    foreign key (event, registration) references registrations (event, id) on delete cascade,
    foreign key (event, other) references registrations (event, id) on delete cascade
);
create index distinct_registrations_by_other on distinct_registrations (event, other);
