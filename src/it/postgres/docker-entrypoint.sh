#!/usr/bin/env bash
# Makes the database on the first start, as the public image does, and then runs the command.
set -euo pipefail

if [ "${1:0:1}" = - ]; then
  set -- postgres "$@"
fi
if [ "$1" != postgres ]; then
  exec "$@"
fi

if [ "$(id -u)" -eq 0 ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  find "$PGDATA" ! -user postgres -exec chown postgres:postgres {} +
  exec setpriv --reuid=postgres --regid=postgres --init-groups -- "$0" "$@"
fi

if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
  POSTGRES_PASSWORD=$(<"$POSTGRES_PASSWORD_FILE")
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "${POSTGRES_PASSWORD:-}" ]; then
    echo "Set POSTGRES_PASSWORD (or POSTGRES_PASSWORD_FILE) to the password of the database's superuser." >&2
    exit 1
  fi
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  initdb --username="$user" --pwfile=<(echo "$POSTGRES_PASSWORD")
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"

  # This server answers on its socket only, and says for the first time that it is ready.
  PGUSER=$user pg_ctl -w start -o "$(printf '%q ' "${@:2}" -c listen_addresses=)"
  if [ "$database" != postgres ]; then
    psql -v ON_ERROR_STOP=1 -v database="$database" -U "$user" -d postgres \
      <<<'CREATE DATABASE :"database";'
  fi
  PGUSER=$user pg_ctl -m fast -w stop
fi

exec "$@"
