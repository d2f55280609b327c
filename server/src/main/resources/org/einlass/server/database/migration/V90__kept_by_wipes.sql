-- What a device that was ordered to be wiped could not destroy, as its receipt says; words between commas.

alter table wipes add column kept text;
