-- What else is kept of a registration, for staff, organisers and the press; whoever has nothing of it has no row.
-- access_needs: names with blanks between, only with consent; answers: a JSON object of question and answer.
create table registration_details (
    event           text not null,
    registration    text not null,
    delegation      text not null,
    accreditation   text check (accreditation in ('APPLIED', 'ACCREDITED', 'REFUSED')),
    access_needs    text not null,
    access_consent  boolean not null,
    staff_hint      text not null,
    answers         text not null,
    primary key (event, registration),
    check (access_consent or access_needs = ''),
    foreign key (event, registration) references registrations (event, id) on delete cascade
);

-- How many places an organisation was given. role: what its badges show instead of names, or empty.
-- organisation_key: how it is compared, without case, accents and marks.
create table contingents (
    event               text not null references events (id),
    id                  text not null,
    organisation        text not null,
    organisation_key    text not null,
    category            text not null,
    role                text not null,
    places              integer not null check (places between 1 and 2000),
    saved_at            bigint not null,
    primary key (event, id),
    unique (event, organisation_key, category, role)
);
