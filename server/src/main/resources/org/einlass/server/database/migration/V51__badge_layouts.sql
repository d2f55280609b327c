-- Badge layouts of the organiser, as JSON; a category without one of its own looks as the empty category says, and a
-- format without any as it comes with the program.
create table badge_layouts (
    event           text not null references events (id),
    format          text not null,
    category        text not null,
    layout          text not null,
    changed_at      bigint not null,
    primary key (event, format, category)
);
