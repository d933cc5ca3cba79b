-- The seeded generator of lead pipelines, schema lh_demo: it plays the other teams. Installed on top of schema.sql,
-- for either type of ids: psql -f generator.sql. What the parameters mean is in README.md.
\ir generator/parameters.sql
\ir generator/rates.sql
\ir generator/outcomes.sql
\ir generator/contact_outcomes.sql
\ir generator/host_rows.sql
\ir generator/pipeline.sql
