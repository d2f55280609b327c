-- The figures of the newest publication in each language (JSON), so that the next one does not tell by its difference
-- who came between. Numbers and labels of tables only.
alter table press_publications add column german_figures text;
alter table press_publications add column english_figures text;
