-- Since when a device waits to be confirmed, because the server was restored; restored_backup: when that backup was made.
-- Whoever was revoked after that moment may stand here as enrolled.
alter table devices add column pending_since bigint;
alter table devices add column restored_backup bigint;
