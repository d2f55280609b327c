-- People who sign in. password: a PHC string, sealed under the server's key; absent until its holder has chosen one.
-- name_key: the name as it is compared, so that nobody is taken for somebody else.
create table people (
    id              text primary key,
    name            text not null,
    name_key        text not null unique,
    password        text,
    created_at      bigint not null,
    blocked_at      bigint
);

-- What a person may do where. event: empty for every event of this server, those to come included.
create table person_roles (
    person          text not null references people (id) on delete cascade,
    event           text not null,
    role            text not null check (role in ('ORGANISER', 'AUDITOR', 'DESK', 'DOOR')),
    primary key (person, event)
);

-- Who is signed in where. The secret itself is nowhere; a row that is gone has ended on every node.
create table logins (
    secret_hash     text primary key,
    person          text not null references people (id) on delete cascade,
    surface         text not null check (surface in ('CONSOLE', 'API')),
    started_at      bigint not null,
    seen_at         bigint not null
);
create index logins_by_person on logins (person);
