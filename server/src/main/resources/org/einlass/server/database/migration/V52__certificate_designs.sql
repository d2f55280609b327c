-- What organisers add to certificates of attendance: text, who signs, and pictures (PNG, base64) that were read and
-- written anew. sessions: whether they name the sessions of those who consented.
create table certificate_designs (
    event           text primary key references events (id),
    german          text not null default '',
    english         text not null default '',
    signatory       text not null default '',
    sessions        boolean not null default false,
    logo            text,
    signature       text,
    changed_at      bigint not null
);
-- Who consented that their sessions stand on their certificate, and since when.
create table session_consents (
    event           text not null references events (id),
    registration    text not null,
    noted_at        bigint not null,
    primary key (event, registration)
);
