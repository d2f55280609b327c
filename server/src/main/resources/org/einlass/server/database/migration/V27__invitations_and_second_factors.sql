-- The second factor: its secret, sealed under the server's key; the last step that was used, for each counts once; a
-- secret that its holder has not confirmed yet.
alter table people add column totp text;
alter table people add column totp_step bigint;
alter table people add column totp_pending text;

-- One-time links by which people choose their password. The secret itself is nowhere.
create table invitations (
    secret_hash     text primary key,
    person          text not null unique references people (id) on delete cascade,
    expires_at      bigint not null
);
