-- By what a list's row is known besides the organiser's own key.
alter table registrations add column mail text;
alter table registrations add column order_position text;

-- Each import that wrote something. source: the same for every file that one export makes.
create table imports (
    event           text not null references events (id),
    id              text not null,
    source          text not null,
    imported_at     bigint not null,
    undone_at       bigint,
    primary key (event, id)
);

-- What an import did to whom. before: the registration's fields until then, where it changed them; linked: the code of
-- another system that it led there. Both go with the registration.
create table import_rows (
    event           text not null,
    import          text not null,
    registration    text not null,
    effect          text not null check (effect in ('ADDED', 'CHANGED', 'SAME')),
    version         bigint not null,
    before          text,
    linked          text,
    primary key (event, import, registration),
    foreign key (event, import) references imports (event, id),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);
create index import_rows_by_registration on import_rows (event, registration);
