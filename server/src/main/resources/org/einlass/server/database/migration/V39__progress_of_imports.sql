-- How far an import is. RUNNING while its rows come in, slice by slice; WITHDRAWN from the moment an organiser takes it
-- back, CUT_OFF from the moment the server takes back what is left of one that did not come to its end. undone_at says
-- when that was done. progress_at: when its last slice was written. kept: people of it who stayed although it was taken
-- back, because they were at a door or were changed since.
alter table imports add column state text not null default 'DONE'
    check (state in ('RUNNING', 'DONE', 'WITHDRAWN', 'CUT_OFF'));
alter table imports add column rows_all bigint not null default 0;
alter table imports add column rows_done bigint not null default 0;
alter table imports add column progress_at bigint not null default 0;
alter table imports add column kept bigint not null default 0;
