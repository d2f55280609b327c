-- Other spellings of organisations ("MI", "Min. d. Innern") that an organiser has reviewed. spelling_key: how it is
-- compared, without case, accents, blanks and marks.
create table organisation_aliases (
    event           text not null references events (id),
    spelling_key    text not null,
    spelling        text not null,
    organisation    text not null,
    saved_at        bigint not null,
    primary key (event, spelling_key)
);
