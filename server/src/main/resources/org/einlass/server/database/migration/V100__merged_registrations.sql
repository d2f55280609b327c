-- Twins are merged, and split again: both are kept with what stood there before. A check cannot be changed in place.
create table registration_changes_new (
    event           text not null,
    registration    text not null,
    number          integer not null,
    changed_at      bigint not null,
    changed_by      text not null,
    kind            text not null check (kind in ('WALKED_IN', 'CORRECTED', 'SUBSTITUTED', 'SUBSTITUTION_UNDONE',
                        'CODE_REISSUED', 'MERGED', 'SPLIT')),
    before          text,
    primary key (event, registration, number),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);
insert into registration_changes_new (event, registration, number, changed_at, changed_by, kind, before)
    select event, registration, number, changed_at, changed_by, kind, before from registration_changes;
drop table registration_changes;
alter table registration_changes_new rename to registration_changes;

-- Whoever is merged is looked for by the one that remained.
create index registrations_by_merged_into on registrations (event, merged_into) where merged_into is not null;
