#!/bin/sh
# The image runs this once, while PostgreSQL's data folder is made: OpenRemit owns its database and nothing more. The
# superuser has no password and so comes in by the container's own socket alone: docker compose exec postgres psql -U postgres
psql --username postgres --no-password --no-psqlrc --dbname postgres --set ON_ERROR_STOP=1 <<'SQL'
\getenv password POSTGRES_PASSWORD
create role openremit login password :'password';
create database openremit owner openremit;
alter role postgres password null;
SQL
