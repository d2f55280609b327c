-- Who holds a device: each enrolment has a token of its own, and what a device said last.
alter table devices add column enrolment bigint not null default 1;
alter table devices add column said text;

-- Tokens that a device had before it was enrolled anew. Whoever still holds one delivers, is told, and reads nothing.
create table former_tokens (
    token_hash      text primary key,
    event           text not null,
    device          text not null,
    enrolment       bigint not null,
    foreign key (event, device) references devices (event, id) on delete cascade
);

-- An order to destroy what an enrolment's device holds, and its receipt.
create table wipes (
    event           text not null,
    id              text not null,
    device          text not null,
    enrolment       bigint not null,
    ordered_at      bigint not null,
    wiped_at        bigint,
    destroyed       text,
    primary key (event, id),
    foreign key (event, device) references devices (event, id) on delete cascade
);
create unique index wipes_by_enrolment on wipes (event, device, enrolment);
