-- How many wrong codes of guessable form each device has shown. full_at: when it may show as many as ever again. Without
-- a row it may. No foreign key: a question is answered whatever became of its device.
create table guess_buckets (
    event           text not null,
    device          text not null,
    full_at         bigint not null,
    misses          bigint not null,
    deferred        bigint not null,
    deferred_at     bigint,
    primary key (event, device)
);
