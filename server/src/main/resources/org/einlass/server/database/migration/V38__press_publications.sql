-- What was published for the press, as it was then: a page in each language (PDF, base64). Only the newest of an event
-- has its pages; those that it replaced are known by who and when.
create table press_publications (
    event           text not null references events (id),
    number          integer not null check (number > 0),
    published_at    bigint not null,
    published_by    text not null,
    smallest_cell   integer not null,
    german          text,
    english         text,
    primary key (event, number)
);
