-- Where a code that an import moved to somebody came from, so that an undo gives it back.
alter table import_rows add column taken_from text;

-- What an organiser answered about lists of one export: the next list of the same headings is read the same way.
-- source: as in imports; answers: a JSON object of question and option.
create table import_profiles (
    event           text not null references events (id),
    source          text not null,
    answers         text not null,
    saved_at        bigint not null,
    primary key (event, source)
);

-- What organisers and desks changed online about a registration, and what stood there before. Goes with the registration.
create table registration_changes (
    event           text not null,
    registration    text not null,
    number          integer not null,
    changed_at      bigint not null,
    changed_by      text not null,
    kind            text not null check (kind in ('WALKED_IN', 'CORRECTED', 'SUBSTITUTED', 'SUBSTITUTION_UNDONE',
                        'CODE_REISSUED')),
    before          text,
    primary key (event, registration, number),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);
