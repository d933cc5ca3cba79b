#!/bin/bash
# Installs the named Debian packages, as root. A first installation of PostgreSQL's package would create the cluster
# `main` and start it; a drop-in forbids that and goes again, so that the machine's next PostgreSQL behaves as its
# owner expects.
set -euo pipefail
folder=/etc/postgresql-common/createcluster.d
remove_drop_in() {
  rm -f "$folder/lead_hunter.conf"
  rmdir --ignore-fail-on-non-empty "$folder" /etc/postgresql-common
}
trap remove_drop_in EXIT
mkdir -p "$folder"
echo 'create_main_cluster = false' >"$folder/lead_hunter.conf"
export DEBIAN_FRONTEND=noninteractive UCF_FORCE_CONFFOLD=1
apt-get -qq -o DPkg::Lock::Timeout=300 -o Dpkg::Options::=--force-confold \
  install --yes --no-install-recommends --no-upgrade "$@"
